import { printable } from "../../../terminal/printable.js";

/** Text as inline code, whatever it holds. */
export function code(text: string): string {
  const shown = printable(text);
  const fence = "`".repeat(longestRun(shown) + 1);
  const padding = shown === "" || /^`|`$|^ .* $/s.test(shown) ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** Lines as a block of code in a language. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const shown = lines.map(printable);
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return [`${fence}${language}`, ...shown, fence].join("\n");
}

/** A message of a rule, in which code stands between backticks. Where backticks do not pair up, there is no telling what is code. */
export function prose(message: string): string {
  const parts = message.split("`");
  if (parts.length % 2 === 0 || message.includes("``")) return plain(message);
  return parts.map((part, index) => (index % 2 === 0 ? plain(part) : code(part))).join("");
}

/** Separates what it stands between, and is not shown. */
const apart = "<!-- -->";

/**
 * What GitHub and GitLab link to people, issues, requests and pages, and close with merging when a word like "fixes" stands before it:
 * https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls.
 */
const reference = /@|#(?=\w)|!(?=\d)|\bGH(?=-\d)|\/(?=\/)|\bwww(?=\.)/gi;

/** Text inside a line that is no Markdown, no HTML, no link and no call for a person's attention. */
export function plain(text: string): string {
  return escapeHtml(printable(text))
    .replaceAll(/[\\`*_[\]~$|]/g, "\\$&")
    .replaceAll(reference, `$&${apart}`);
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

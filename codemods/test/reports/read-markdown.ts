import MarkdownIt, { type Token } from "markdown-it";
import type { Told } from "./told.js";

const ownHtml = /^(?:<details><summary>[^<]*<\/summary>|<\/details>)\n*$/;

/** The findings of a Markdown report as a CommonMark parser sees them. Throws where it holds HTML that is not its own. */
export function readMarkdown(text: string): readonly Told[] {
  const told: Told[] = [];
  let [heading, summary] = ["", ""];
  for (const token of new MarkdownIt({ html: true }).parse(text, {})) {
    if (token.type === "html_block") summary = checkedHtml(token.content);
    if (token.type !== "inline") continue;
    const codes = codesOf(token);
    if (token.level === 1 && codes.length > 0 && /^\S+ \(\d/.test(token.content)) heading = codes[0]!;
    const [, path, line] = /^(.*):(\d+)$/s.exec(codes[0] ?? "") ?? [];
    if (path === undefined || summary.includes("marked in the code")) continue;
    told.push({ path, line: Number(line), rule: token.level === 1 ? heading : codes[1]! });
  }
  return told;
}

function checkedHtml(content: string): string {
  if (!ownHtml.test(content)) throw new Error(`HTML of somebody else: ${content}`);
  return content;
}

function codesOf({ children }: Token): readonly string[] {
  for (const { type, content } of children ?? [])
    if (type === "html_inline" && content !== "<!-- -->") throw new Error(`HTML of somebody else: ${content}`);
  return (children ?? []).filter(({ type }) => type === "code_inline").map(({ content }) => content);
}

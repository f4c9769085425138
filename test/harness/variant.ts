import type { Finding } from "tls-rules";

const byteOrderMark = "\uFEFF";
const newlineOrIndent = /\n|(?<=^[ ]*)[ ]{2}/gm;

/** A text as another editor would have saved it: byte order mark, CRLF, tabs for each two spaces of indentation. */
export function resaved(text: string): string {
  return byteOrderMark + rewritten(text);
}

/** Findings of a text as they must be in its resaved form; offsets do not count the byte order mark. */
export function resavedFindings(findings: readonly Finding[], text: string): readonly Finding[] {
  const at = (offset: number) => rewritten(text.slice(0, offset)).length;
  const range = ([start, end]: Finding["range"]) => [at(start), at(end)] as const;
  return findings.map((finding) => ({
    ...(rewrittenStrings(finding) as Finding),
    range: range(finding.range),
    edits: finding.edits.map((edit) => ({ range: range(edit.range), text: rewritten(edit.text) })),
  }));
}

function rewritten(text: string): string {
  return text.replace(newlineOrIndent, (found) => (found === "\n" ? "\r\n" : "\t"));
}

function rewrittenStrings(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part) => (typeof part === "string" ? rewritten(part) : part));
}

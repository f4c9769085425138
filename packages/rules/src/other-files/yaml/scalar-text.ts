import { type Range, SourceText } from "../../source-text.js";
import type { YamlScalar } from "./yaml-tree.js";

const escape = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|\r?\n[ \t]*|[^])/y;
const skipped = /[\s']/;

/**
 * The text of a scalar with its places in the file. What folding, indentation and quoting leave out of the value is skipped in the file.
 * Undefined where the two cannot be brought together.
 */
export function scalarText(file: string, scalar: YamlScalar): SourceText | undefined {
  const { text } = scalar;
  const [start, end] = contentRange(file, scalar);
  const characters: { text: string; range: Range }[] = [];
  for (let at = start; characters.length < text.length && at < end;) {
    const wanted = text[characters.length]!;
    const length = lengthOf(file, at, wanted, scalar.style === "double-quoted");
    if (length > 0) characters.push({ text: wanted, range: [at, at + length] });
    else if (length === 0 && !skipped.test(file[at]!)) return;
    at += Math.abs(length) || 1;
  }
  const isWhole = characters.length >= text.trimEnd().length;
  return isWhole ? SourceText.of(characters, end) : undefined;
}

/** Without quotes, and without the header of a block scalar. */
function contentRange(file: string, { style, range: [start, end] }: YamlScalar): Range {
  if (style === "plain") return [start, end];
  return style === "block" ? [file.indexOf("\n", start) + 1, end] : [start + 1, end - 1];
}

/** How much of the file stands for a character; negative for what stands for none, zero where it does not fit. */
function lengthOf(file: string, at: number, wanted: string, hasEscapes: boolean): number {
  if (hasEscapes && file[at] === "\\") {
    escape.lastIndex = at;
    const [written = "\\"] = escape.exec(file) ?? [];
    return /^\\\r?\n/.test(written) ? -written.length : written.length;
  }
  if (wanted === "\n" && file.startsWith("\r\n", at)) return 2;
  if (file[at] === wanted) return 1;
  // folding turns a line break into a blank
  return file[at] === "\n" && wanted === " " ? 1 : 0;
}

import type { Edit } from "../finding.js";
import type { Range, SourceText } from "../source-text.js";

/** Blanks, line continuations and commas: what may stand between two items of a list and go with one of them. */
const gap = /^[\s,\\]*$/;

/** Takes some items out of a list with the gap on one side; undefined where that would leave nothing or take more than a gap along. */
export function removeItems(
  file: string,
  items: readonly Range[],
  from: number,
  to: number,
): readonly Edit[] | undefined {
  const [first, last] = [items[from]!, items[to - 1]!];
  const next = items[to];
  const previous = items[from - 1];
  const range: Range | undefined = next ? [first[0], next[0]] : previous && [previous[1], last[1]];
  if (!range) return;
  const between = next ? file.slice(last[1], range[1]) : file.slice(range[0], first[0]);
  return gap.test(between) ? [{ range, text: "" }] : undefined;
}

/** Takes out what fills its lines, with these; a comment behind it stays. Undefined where something else shares the lines. */
export function removeLines(file: string, [start, end]: Range): readonly Edit[] | undefined {
  const lineStart = file.lastIndexOf("\n", start - 1) + 1;
  const [rest = ""] = /^[^\r\n]*/.exec(file.slice(end)) ?? [];
  if (file.slice(lineStart, start).trim() !== "") return;
  if (/^\s*[#;]/.test(rest)) return [{ range: [start, end + rest.search(/[#;]/)], text: "" }];
  if (rest.trim() !== "") return;
  const [lineBreak = ""] = /^\r?\n/.exec(file.slice(end + rest.length)) ?? [];
  const lineEnd = end + rest.length + lineBreak.length;
  return [{ range: [lineBreak === "" ? beforeLineBreak(file, lineStart) : lineStart, lineEnd], text: "" }];
}

/** Where the line before ends; the start of the file where there is none. */
function beforeLineBreak(file: string, lineStart: number): number {
  if (file[lineStart - 1] !== "\n") return lineStart;
  return file[lineStart - 2] === "\r" ? lineStart - 2 : lineStart - 1;
}

/** Text that means itself in every quoting of every kind of file. */
const plain = /^[\w.:+=!@,-]*$/;

/** Writes another text where this one stands; undefined where it would need quoting, or where the file spells the text in pieces. */
export function replaceText(source: SourceText, text: string): readonly Edit[] | undefined {
  return plain.test(text) && source.isVerbatim ? [{ range: source.rangeOf(), text }] : undefined;
}

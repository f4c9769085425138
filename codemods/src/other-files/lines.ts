import type { Range } from "tls-rules/other-files";

/** A line of a file, without its break and the blanks at its end. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines of a file; one that ends in `continuation` goes on in the next. */
export function linesOf(file: string, continuation?: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < file.length;) {
    let end = endOfLine(file, start);
    while (continuation && end < file.length && file.slice(start, end).trimEnd().endsWith(continuation))
      end = endOfLine(file, end + 1);
    lines.push({ text: file.slice(start, end).trimEnd(), start });
    start = end + 1;
  }
  return lines;
}

function endOfLine(file: string, from: number): number {
  const end = file.indexOf("\n", from);
  return end === -1 ? file.length : end;
}

/** Where a named group of a match in a line stands in the file; the expression needs the flag `d`. */
export function placeIn({ start }: Line, match: RegExpExecArray, name: string): Range {
  const [from, to] = match.indices!.groups![name]!;
  return [start + from, start + to];
}

import { applyEdits, type Edit } from "tls-rules";
import type { Excerpt } from "../judging/judgement.js";
import { indexLines, type LineIndex } from "./line-index.js";

/** Longer lines are shown in part: minified files have lines of megabytes. */
const longLine = 400;
const partAround = 80;

/** The first line of a range, or the part of it around the range when the line is long. */
export function excerptOf(text: string, lines: LineIndex, [start, end]: readonly [number, number]): Excerpt {
  const line = lines.rangeOf(lines.placeOf(start).line);
  const last = Math.min(end, line[1]);
  const [from, to] = window([Math.min(start, line[1]), last], line);
  return { text: text.slice(from, to), range: [start - from, Math.min(last, to) - from] };
}

/** The lines that edits touch, before and after; places that are apart follow each other. */
export function changeOf(
  text: string,
  lines: LineIndex,
  edits: readonly Edit[],
): { readonly before: string; readonly after: string } {
  const parts = hunks(lines, edits).map(({ range: [from, to], edits: inside }) => {
    const before = text.slice(from, to);
    const shifted = inside.map((edit): Edit => ({
      range: [edit.range[0] - from, edit.range[1] - from],
      text: edit.text,
    }));
    return withoutSameLines(before, applyEdits(before, shifted));
  });
  return { before: parts.map(({ before }) => before).join("\n"), after: parts.map(({ after }) => after).join("\n") };
}

/** An edit that takes a line out touches the start of the next one too, which stays as it is. */
function withoutSameLines(before: string, after: string): { readonly before: string; readonly after: string } {
  const [old, fresh] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
  while (old.length > 1 && old.at(-1) === fresh.at(-1)) [old, fresh].forEach((lines) => lines.pop());
  while (old.length > 1 && old[0] === fresh[0]) [old, fresh].forEach((lines) => lines.shift());
  const join = (lines: readonly string[]) => lines.join("").replace(/\r?\n$/, "");
  return { before: join(old), after: join(fresh) };
}

/** The whole lines that a finding's edits touch: what `-i` hands to an editor. */
export function touchedLines(lines: LineIndex, edits: readonly Edit[]): readonly [start: number, end: number] {
  const first = lines.placeOf(edits[0]!.range[0]).line;
  const last = lines.placeOf(Math.max(...edits.map(({ range }) => range[1]))).line;
  return [lines.rangeOf(first)[0], lines.rangeOf(last)[1]];
}

const contextLines = 3;

/** The lines above and below those that a finding's edits change; none of a text whose lines are too long to be shown whole. */
export function linesAround(
  text: string,
  { edits, change }: { readonly edits: readonly Edit[]; readonly change: { readonly before: string } | undefined },
): { readonly above: readonly string[]; readonly below: readonly string[] } {
  if (!change) return { above: [], below: [] };
  const [first, last] = touchedLines(indexLines(text), edits);
  const found = text.indexOf(change.before, first);
  const isWhole = found !== -1 && found + change.before.length <= last;
  const [start, end] = isWhole ? [found, found + change.before.length] : [first, last];
  const linesOf = (part: string) => part.replace(/^\r?\n|\r?\n$/g, "").split(/\r?\n/);
  return {
    above: start === 0 ? [] : linesOf(text.slice(0, start)).slice(-contextLines),
    below: end >= text.trimEnd().length ? [] : linesOf(text.slice(end)).slice(0, contextLines),
  };
}

interface Hunk {
  readonly range: readonly [start: number, end: number];
  readonly edits: readonly Edit[];
}

function hunks(lines: LineIndex, edits: readonly Edit[]): readonly Hunk[] {
  const result: { range: [number, number]; edits: Edit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    const [start, end] = window(edit.range, touchedLines(lines, [edit]));
    const last = result.at(-1);
    if (last && start <= last.range[1] + 1) {
      last.range[1] = Math.max(last.range[1], end);
      last.edits.push(edit);
    } else result.push({ range: [start, end], edits: [edit] });
  }
  return result;
}

function window(
  [start, end]: readonly [number, number],
  [lineStart, lineEnd]: readonly [number, number],
): readonly [number, number] {
  if (lineEnd - lineStart <= longLine) return [lineStart, lineEnd];
  return [Math.max(lineStart, start - partAround), Math.min(lineEnd, end + partAround)];
}

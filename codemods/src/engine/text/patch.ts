import type * as Diff from "diff";
import { applyEdits, type Edit } from "tls-rules";
import { requirePackage } from "../../loading/require-package.js";

const context = 3;

/** A unified diff that `git apply` takes from the root of the run. The edits are sorted and do not overlap. */
export function patchOf(path: string, before: string, edits: readonly Edit[]): string {
  const [from, to] = [`a/${path}`, `b/${path}`].map(quote) as [string, string];
  const lines = linesOf(before);
  let shift = 0;
  const hunks = regionsOf(changesIn(lines, edits)).map((changes) => {
    const hunk = hunkOf(lines, changes, shift);
    shift += hunk.shift;
    return hunk.text;
  });
  return `diff --git ${from} ${to}\n--- ${from}\n+++ ${to}\n${hunks.join("")}`;
}

/** Neighbouring lines that edits change: where they are is known, and to look for it would take the square of their number. */
interface Change {
  readonly first: number;
  readonly last: number;
  /** What becomes of them. */
  readonly marked: readonly string[];
}

function changesIn(lines: readonly string[], edits: readonly Edit[]): readonly Change[] {
  let [line, start] = [0, 0];
  const goTo = (offset: number) => {
    while (line + 1 < lines.length && start + lines[line]!.length <= offset) start += lines[line++]!.length;
    return { line, start };
  };
  const touched: { first: number; last: number; start: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const from = goTo(edit.range[0]);
    const last = goTo(edit.range[1]).line;
    const near = touched.at(-1);
    if (near && from.line <= near.last + 1) {
      near.last = last;
      near.edits.push(edit);
    } else touched.push({ first: from.line, last, start: from.start, edits: [edit] });
  }
  return touched.map(({ first, last, start: offset, edits: inside }) => {
    const own = lines.slice(first, last + 1);
    const shifted = inside.map(({ range, text }): Edit => ({ range: [range[0] - offset, range[1] - offset], text }));
    return { first, last, marked: markedLines(own, linesOf(applyEdits(own.join(""), shifted))) };
  });
}

/** More differences are not worth looking for what is the same in between. */
const mostCompared = 200;

function markedLines(before: readonly string[], after: readonly string[]): readonly string[] {
  // most edits stay within a line, and to load what compares several takes longer than all else that is done for a patch
  const isLineForLine = before.length === 1 && after.length === 1 && before[0] !== after[0];
  return (isLineForLine ? undefined : compared(before, after)) ?? [...marked("-", before), ...marked("+", after)];
}

/** Undefined where too much is different. */
function compared(before: readonly string[], after: readonly string[]): readonly string[] | undefined {
  const { diffArrays } = requirePackage("diff") as typeof Diff;
  const parts = diffArrays([...before], [...after], { maxEditLength: mostCompared });
  return parts?.flatMap(({ removed, added, value }) => marked(removed ? "-" : added ? "+" : " ", value));
}

function marked(sign: "-" | "+" | " ", lines: readonly string[]): readonly string[] {
  return lines.map((line) => sign + line);
}

/** Changes that share their context, or would leave out less between them than it takes to say so. */
function regionsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const regions: Change[][] = [];
  for (const change of changes) {
    const near = regions.at(-1);
    if (near && change.first - near.at(-1)!.last - 1 <= 2 * context) near.push(change);
    else regions.push([change]);
  }
  return regions;
}

/** `shift` is by how much the lines before it have become more. */
function hunkOf(
  lines: readonly string[],
  changes: readonly Change[],
  shift: number,
): { readonly text: string; readonly shift: number } {
  const same = (from: number, to: number) => lines.slice(Math.max(0, from), to).map((line) => ` ${line}`);
  const first = Math.max(0, changes[0]!.first - context);
  const marked = changes.flatMap(({ marked: own, first: start }, index) => [
    ...same((changes[index - 1]?.last ?? first - 1) + 1, start),
    ...own,
  ]);
  const next = changes.at(-1)!.last + 1;
  const all = [...marked, ...same(next, next + context)];
  const isChanged = (line: string) => !line.startsWith(" ");
  const dropped = Math.max(0, all.findIndex(isChanged) - context);
  const shown = all.slice(dropped, all.findLastIndex(isChanged) + 1 + context);
  const count = (sign: string) => shown.filter((line) => line.startsWith(sign)).length;
  const [removed, added] = [count("-"), count("+")];
  if (removed + added === 0) return { text: "", shift: 0 };
  const kept = shown.length - removed - added;
  // where there is no line, what counts is the one before
  const place = (start: number, length: number) => `${length === 0 ? start : start + 1},${length}`;
  const [start, end] = [first + dropped, first + dropped + shift];
  const head = `@@ -${place(start, kept + removed)} +${place(end, kept + added)} @@\n`;
  return { text: head + shown.map(terminated).join(""), shift: added - removed };
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

function terminated(line: string): string {
  return line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`;
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/** git puts names with control characters or quotes in quotes, with the escapes of C. */
function quote(name: string): string {
  const special = /["\\\u0000-\u001f\u007f]/g;
  if (name.search(special) === -1) return name.includes(" ") ? `${name}\t`.trimEnd() : name;
  return `"${name.replaceAll(special, (character) => escapes[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`)}"`;
}

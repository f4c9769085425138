import { applyEdits, type Edit } from "tls-rules";
import { countUpTo } from "../../collections/count-up-to.js";

type Range = readonly [start: number, end: number];

/** An edit, and where its replacement stands in the text after all edits. */
interface Placed {
  readonly edit: Edit;
  readonly range: Range;
}

/**
 * One round of edits that does what two rounds do, one after the other: `second` is made in `between`, the text that `first` leaves.
 * Both are sorted and do not overlap; so is the result, in ranges of the text before `first`.
 */
export function composeEdits(first: readonly Edit[], between: string, second: readonly Edit[]): readonly Edit[] {
  const placed = place(first);
  const touched = joined([...placed.map(({ range }) => range), ...second.map(({ range }) => range)]);
  let next = 0;
  return touched.map(([start, end]) => {
    const from = next;
    while (next < second.length && second[next]!.range[1] <= end) next++;
    const inside = second.slice(from, next);
    const shifted = inside.map(({ range, text }): Edit => ({ range: [range[0] - start, range[1] - start], text }));
    return {
      range: [startBefore(placed, start), before(placed, end)],
      text: applyEdits(between.slice(start, end), shifted),
    };
  });
}

/** The offset before the edits of what stands at an offset after them; inside a replacement, the start of what was replaced. */
export function offsetBefore(edits: readonly Edit[], offset: number): number {
  return before(place(edits), offset);
}

/** The range before the edits of what stands in a range after them: with all of what was replaced, where it reaches into a replacement. */
export function rangeBefore(edits: readonly Edit[], [start, end]: Range): Range {
  const placed = place(edits);
  const last = placed[countBegun(placed, end - 1) - 1];
  const isInside = last !== undefined && end <= last.range[1];
  // what was taken out right behind the range is none of it
  const endBefore = end > start ? before(placed, end - 1) + 1 : before(placed, end);
  return [before(placed, start), isInside ? last.edit.range[1] : endBefore];
}

/** The edits that turn the text after `edits` back into `text`, the one before. */
export function inverseOf(edits: readonly Edit[], text: string): readonly Edit[] {
  return place(edits).map(({ edit, range }) => ({ range, text: text.slice(edit.range[0], edit.range[1]) }));
}

/** The same edits are asked about as many offsets as there are findings. */
const known = new WeakMap<readonly Edit[], readonly Placed[]>();

function place(edits: readonly Edit[]): readonly Placed[] {
  const placed = known.get(edits) ?? placeAnew(edits);
  known.set(edits, placed);
  return placed;
}

function placeAnew(edits: readonly Edit[]): readonly Placed[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.range[0] + shift;
    shift += edit.text.length - (edit.range[1] - edit.range[0]);
    return { edit, range: [start, start + edit.text.length] };
  });
}

function countBegun(placed: readonly Placed[], offset: number): number {
  return countUpTo(offset, placed, ({ range }) => range[0]);
}

function before(placed: readonly Placed[], offset: number): number {
  const last = placed[countBegun(placed, offset) - 1];
  if (!last) return offset;
  return offset < last.range[1] ? last.edit.range[0] : last.edit.range[1] + offset - last.range[1];
}

/** A range that begins with a removal begins before what was removed. */
function startBefore(placed: readonly Placed[], start: number): number {
  const first = placed[countBegun(placed, start - 1)];
  return first?.range[0] === start ? first.edit.range[0] : before(placed, start);
}

/** Ranges in order, those that overlap or touch as one. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

import type { Edit, Finding } from "../finding.js";

/**
 * The findings whose edits can be applied together: all edits of a finding or none, and of two that overlap the first in source order wins.
 * Apply these, analyse again, and repeat until nothing changes.
 */
export function selectEdits(findings: readonly Finding[]): {
  readonly applied: readonly Finding[];
  readonly edits: readonly Edit[];
} {
  const applied: Finding[] = [];
  const edits: Edit[] = [];
  for (const finding of findings) {
    if (finding.edits.length === 0) continue;
    const fresh = finding.edits.filter((edit) => !neighbours(edits, edit).some((other) => isSameEdit(edit, other)));
    if (fresh.some((edit) => neighbours(edits, edit).some((other) => overlaps(edit, other)))) continue;
    applied.push(finding);
    for (const edit of fresh) edits.splice(placeFor(edits, edit), 0, edit);
  }
  return { applied, edits };
}

/** Of edits that are sorted and do not overlap, those that may be the same as another one or overlap it. */
function neighbours(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const place = placeFor(edits, edit);
  return edits.slice(Math.max(0, place - 1), place + 1);
}

/** Behind all that come before it, however many they are. */
function placeFor(edits: readonly Edit[], { range }: Edit): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [start, end] = edits[middle]!.range;
    if (start < range[0] || (start === range[0] && end < range[1])) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isSameEdit(a: Edit, b: Edit): boolean {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1] && a.text === b.text;
}

export function overlaps(a: Edit, b: Edit): boolean {
  return (a.range[0] < b.range[1] && b.range[0] < a.range[1]) || a.range[0] === b.range[0];
}

/** The text after edits that are sorted and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { range, text: replacement } of edits) {
    result += text.slice(at, range[0]) + replacement;
    at = range[1];
  }
  return result + text.slice(at);
}

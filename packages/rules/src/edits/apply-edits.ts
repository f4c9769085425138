import type { Edit, Finding } from "../finding.js";

/**
 * The findings whose edits can be applied together: all edits of a finding or none, and of two whose edits overlap or touch, taken as one
 * stretch of text each, the first counts, as in ESLint. Apply these, analyse again, and repeat until nothing changes.
 */
export function selectEdits(findings: readonly Finding[]): {
  readonly applied: readonly Finding[];
  readonly edits: readonly Edit[];
} {
  const applied: Finding[] = [];
  const edits: Edit[] = [];
  let done: readonly Edit[] = [];
  let end = -1;
  for (const finding of inOrder(findings)) {
    const isDone = finding.edits.every((edit) => done.some((other) => isSameEdit(edit, other)));
    if (!isDone && startOf(finding) <= end) continue;
    applied.push(finding);
    if (isDone) continue;
    done = [...finding.edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
    edits.push(...done);
    end = endOf(finding);
  }
  return { applied, edits };
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .filter(({ edits }) => edits.length > 0)
    .sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b));
}

function startOf({ edits }: Finding): number {
  return Math.min(...edits.map(({ range }) => range[0]));
}

function endOf({ edits }: Finding): number {
  return Math.max(...edits.map(({ range }) => range[1]));
}

/** Whether two edits of one text write the same to the same place; offsets in UTF-16 units. */
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

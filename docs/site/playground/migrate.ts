import { applyEdits, type Finding, type Grade, selectEdits } from "tls-rules";

const maxPasses = 10;

/**
 * The text after all edits of the grades: where two overlap, the second waits for the next pass.
 * @param find what there is to find in a text.
 */
export function migrate(text: string, find: (text: string) => readonly Finding[], grades: readonly Grade[]): string {
  let current = text;
  for (let pass = 0; pass < maxPasses; pass++) {
    const { edits } = selectEdits(find(current).filter(({ grade }) => grades.includes(grade)));
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
  }
  return current;
}

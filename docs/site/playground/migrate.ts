import { analyze, applyEdits, selectEdits, type Grade, type Settings } from "tls-rules";
import type { Language } from "./languages.js";
import { readSource } from "./read-source.js";

const maxPasses = 10;

/** The text after all edits of the grades: where two overlap, the second waits for the next pass. */
export function migrate(text: string, language: Language, settings: Settings, grades: readonly Grade[]): string {
  let current = text;
  for (let pass = 0; pass < maxPasses; pass++) {
    const findings = analyze(readSource(current, language), settings).filter(({ grade }) => grades.includes(grade));
    const { edits } = selectEdits(findings);
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
  }
  return current;
}

import { analyze, applyEdits, selectEdits, type Finding, type Grade, type Rule, type Settings } from "tls-rules";
import { parseSource } from "./parse-source.js";

export interface MendOptions {
  readonly rules?: readonly Rule[] | undefined;
  /** The grades whose edits are applied. */
  readonly grades: readonly Grade[];
}

export interface MendedText {
  /** Equal to the input when nothing was mended. */
  readonly text: string;
  /** The findings whose edits were applied, with ranges in the text of their pass. */
  readonly applied: readonly Finding[];
  /** What is still found in `text`. */
  readonly remaining: readonly Finding[];
}

const maxPasses = 10;

/** Applies edits until no more come; where two overlap, the second waits for the next pass. Throws a SyntaxError for a text that does not parse. */
export function mendText(path: string, source: string, settings: Settings, { rules, grades }: MendOptions): MendedText {
  const mark = source.startsWith("\uFEFF") ? "\uFEFF" : "";
  const applied: Finding[] = [];
  let text = source.slice(mark.length);
  for (let pass = 0; pass < maxPasses; pass++) {
    const findings = analyze(parseSource(path, text), settings, rules);
    const selected = selectEdits(findings.filter((finding) => grades.includes(finding.grade)));
    if (selected.edits.length === 0) return { text: mark + text, applied, remaining: findings };
    applied.push(...selected.applied);
    text = applyEdits(text, selected.edits);
  }
  throw new Error(`${path}: the edits do not come to an end after ${maxPasses} passes.`);
}

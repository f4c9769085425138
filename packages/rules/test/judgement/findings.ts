import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { analyze } from "../../src/analyze.js";
import { applyEdits } from "../../src/edits/apply-edits.js";
import type { Finding } from "../../src/finding.js";
import { resolveSettings, type SettingsInput } from "../../src/settings.js";

/** What is found in a program that stands under a path, notes included. */
export function findingsIn(code: string, path = "src/a.js", input: SettingsInput = {}): readonly Finding[] {
  return analyze(parseSource(path, code), resolveSettings({ level: "note", ...input }));
}

/** One line for each finding: `no-weak-group note manual`. */
export function verdictsIn(code: string, path?: string, input?: SettingsInput): readonly string[] {
  return findingsIn(code, path, input).map(({ rule, level, grade }) => `${rule} ${level} ${grade}`);
}

/** The program after the edits that are made unasked, or all of them with `isAsked`. */
export function editedIn(code: string, isAsked = false, path?: string): string {
  const edits = findingsIn(code, path).flatMap((finding) =>
    isAsked || /^(fix|upgrade)$/.test(finding.grade) ? finding.edits : [],
  );
  const distinct = new Map(edits.map((edit) => [`${edit.range.join("-")} ${edit.text}`, edit]));
  return applyEdits(
    code,
    [...distinct.values()].sort((a, b) => a.range[0] - b.range[0]),
  );
}

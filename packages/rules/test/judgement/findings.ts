import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { analyze } from "../../src/analyze.js";
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

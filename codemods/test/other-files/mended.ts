import { applyEdits, type Finding, mendableGrades, resolveSettings, selectEdits, type SettingsInput } from "tls-rules";
import { isYamlKind } from "tls-rules/other-files";
import { otherFileKind } from "tls-rules/other-files/candidates";
import { expect } from "vitest";
import { assertSameInLanguages } from "../../../test/harness/doors/language-door.js";
import { readOtherFile } from "../../src/other-files/index.js";

/** What the command line finds; ESLint has to find the same where it has the language. */
function findingsIn(path: string, text: string, input: SettingsInput): readonly Finding[] {
  const findings = readOtherFile(path, text, resolveSettings(input));
  const kind = otherFileKind(path);
  if (kind === "package-json" || (isYamlKind(kind) && kind !== "yaml"))
    assertSameInLanguages(path, text, input, findings);
  return findings;
}

/** Applies every edit on offer until none is left, as `fix --ask` does. */
export function mend(path: string, text: string, input: SettingsInput): string {
  for (let pass = 0; pass < 10; pass++) {
    const { edits } = selectEdits(
      findingsIn(path, text, input).filter(({ grade }) => (mendableGrades as readonly string[]).includes(grade)),
    );
    if (edits.length === 0) return text;
    text = applyEdits(text, edits);
  }
  throw new Error("The edits do not come to an end.");
}

/** `rule/messageId level grade: what is reported`, one for each finding. */
export function summaries(path: string, text: string, input: SettingsInput = {}): readonly string[] {
  return findingsIn(path, text, { level: "note", ...input }).map((finding) => summaryOf(finding, text));
}

function summaryOf({ rule, messageId, level, grade, certainty, range }: Finding, text: string): string {
  return `${rule}/${messageId} ${level} ${grade}${certainty === "likely" ? " likely" : ""}: ${text.slice(...range)}`;
}

/** Holds that a text is found wanting in exactly these ways and mended to exactly these bytes, whatever its line breaks are. */
export function expectMended(
  path: string,
  before: string,
  after: string,
  found: readonly string[],
  input: SettingsInput = {},
): void {
  expect(summaries(path, before, input)).toEqual(found);
  expect(mend(path, before, input)).toBe(after);
  expect(mend(path, before.replaceAll("\n", "\r\n"), input)).toBe(after.replaceAll("\n", "\r\n"));
}

/** The same verdict where there is no edit. */
export function byHand(verdict: string): string {
  return verdict.replace(/ \w+$/, " manual");
}

/** Holds that there is nothing to find, though the text is read. */
export function expectSilent(path: string, text: string, input: SettingsInput = {}): void {
  expect(summaries(path, text, input)).toEqual([]);
}

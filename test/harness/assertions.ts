import { analyze, type Finding, resolveSettings, type Rule, selectEdits } from "tls-rules";
import { expect } from "vitest";
import { parseSource } from "../../codemods/src/engine/reading/parse-source.js";
import { parses, type Sample } from "./cases.js";
import { engineDoor } from "./doors/engine-door.js";
import { espreeDoor, typescriptDoor } from "./doors/eslint-door.js";
import { playgroundDoor } from "./doors/playground-door.js";
import type { Reading } from "./doors/reading.js";
import { transformed } from "./doors/transform-door.js";
import { resaved, resavedFindings } from "./variant.js";
import { withEdits } from "./with-edits.js";

const otherDoors = [espreeDoor, typescriptDoor, playgroundDoor];

function readThroughAllDoors(rule: Rule, sample: Sample): Reading {
  const reading = engineDoor.read(rule, sample);
  for (const door of otherDoors.filter((candidate) => candidate.canRead(sample))) {
    expect(door.read(rule, sample), `${door.name} (received) and the engine (expected)`).toEqual(reading);
  }
  expect(transformed(rule, sample), "output of the transform").toBe(reading.output);
  return reading;
}

/** No door finds anything, at any level. */
export function assertSilent(rule: Rule, sample: Sample): void {
  expect(readThroughAllDoors(rule, sample).findings).toEqual([]);
}

/** All doors find the same and mend it to the same bytes, also when the text is saved in another editor's ways. */
export function assertFound(rule: Rule, sample: Sample): void {
  const reading = readThroughAllDoors(rule, sample);
  expect(reading.findings, "findings").not.toEqual([]);
  assertDeclaredGrades(rule, reading);
  expect(spliced(rule, sample, reading.findings), "edits spliced by hand, everything else kept").toBe(reading.output);
  expect(parses(sample.path, reading.output), "output parses").toBe(true);

  const other = readThroughAllDoors(rule, { ...sample, code: resaved(sample.code) });
  expect(other.findings, "findings with byte order mark, CRLF and tabs").toEqual(
    resavedFindings(reading.findings, sample.code),
  );
  expect(other.output, "output with byte order mark, CRLF and tabs").toBe(resaved(reading.output));
}

function assertDeclaredGrades({ meta }: Rule, { findings }: Reading): void {
  for (const { grade } of findings)
    expect([...meta.grades, "manual"], "grades that the rule declares").toContain(grade);
}

/** Ends only when a run has no edit left, so that its answer shows that the last run of the engine was silent too. */
function spliced(rule: Rule, sample: Sample, findings: readonly Finding[], passes = 10): string {
  const { edits } = selectEdits(findings);
  if (edits.length === 0) return sample.code;
  if (passes === 0) throw new Error("The edits of a rule never come to an end.");
  const next = { ...sample, code: withEdits(sample.code, edits) };
  return spliced(
    rule,
    next,
    analyze(parseSource(next.path, next.code), resolveSettings(next.settings), [rule]),
    passes - 1,
  );
}

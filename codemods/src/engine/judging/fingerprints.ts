import type { Finding } from "tls-rules";
import { hashOf } from "../../files/hash.js";
import type { Reading } from "../reading/reading.js";

/** In a longer line, such as a minified file's, edits elsewhere in it would change the fingerprint. */
const longLine = 400;

/**
 * One fingerprint per finding of a reading, in order: a hash of the rule, the path, the line without its spacing, and a count among equals.
 * It stays the same when lines are added above, when the line is indented anew, and on every machine.
 */
export function fingerprintsOf(path: string, { text, lines, findings }: Reading): readonly string[] {
  return fingerprintsFor(
    findings.map((finding) => [finding.rule, path, normalize(subjectOf(finding, text, lines))].join("\n")),
  );
}

/** One fingerprint per subject, in order: equal ones are counted. */
export function fingerprintsFor(subjects: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return subjects.map((subject) => {
    const count = counts.get(subject) ?? 0;
    counts.set(subject, count + 1);
    return fingerprintFor(`${subject}\n${count}`);
  });
}

export function fingerprintFor(subject: string): string {
  return hashOf(subject).slice(0, 32);
}

function subjectOf({ range }: Finding, text: string, lines: Reading["lines"]): string {
  const [start, end] = lines.rangeOf(lines.placeOf(range[0]).line);
  return end - start <= longLine ? text.slice(start, end) : text.slice(range[0], range[1]);
}

function normalize(line: string): string {
  return line.trim().replaceAll(/\s+/g, " ");
}

import type { Finding } from "tls-rules";
import { changeOf, excerptOf } from "./excerpt.js";
import { fingerprintsOf } from "./fingerprints.js";
import type { JudgedFinding, Verdict } from "./judgement.js";
import { suppressionOf, type Reading } from "./read-text.js";

/** A reading as plain data for reports. `isMended` says of a finding whether the change of the file does away with it. */
export function verdictOf(path: string, reading: Reading, isMended: (finding: Finding) => boolean): Verdict {
  const fingerprints = fingerprintsOf(path, reading);
  return {
    findings: reading.findings.map((finding, index) => judgedFinding(reading, finding, fingerprints[index]!, isMended(finding))),
    markers: reading.directives.todos.map(({ rule, message, offset }) => ({ rule, message, place: reading.lines.placeOf(offset) })),
  };
}

function judgedFinding(reading: Reading, finding: Finding, fingerprint: string, isMended: boolean): JudgedFinding {
  const { text, lines } = reading;
  const { rule, messageId, message, level, grade, certainty, range, remedy, guard, edits } = finding;
  return {
    ...{ rule, messageId, message, level, grade, certainty, range, remedy, guard },
    start: lines.placeOf(range[0]),
    end: lines.placeOf(range[1]),
    excerpt: excerptOf(text, lines, range),
    change: edits.length > 0 ? changeOf(text, lines, edits) : undefined,
    isMended,
    suppression: suppressionOf(reading, finding),
    fingerprint,
  };
}

import type { Finding } from "tls-rules";
import type { MendedText } from "../mending/mend-text.js";
import { ignoreFor, type Reading } from "../reading/reading.js";
import { changeOf, excerptOf } from "../text/excerpt.js";
import { fingerprintsOf } from "./fingerprints.js";
import type { JudgedFinding, Remarks } from "./judgement.js";

type FindingState = Pick<JudgedFinding, "isMended" | "isAccepted">;

/** A reading as plain data for reports; `path` is that in the file's repository, `stateOf` tells what becomes of a finding. */
export function remarksOf(path: string, reading: Reading, stateOf: (finding: Finding) => FindingState): Remarks {
  const fingerprints = fingerprintsOf(path, reading);
  return {
    findings: reading.findings.map((finding, index) =>
      judgedFinding(reading, finding, fingerprints[index]!, stateOf(finding)),
    ),
    markers: reading.directives.todos.map(({ rule, message, offset }) => ({
      rule,
      message,
      place: reading.lines.placeOf(offset),
    })),
  };
}

/** What the edits of a text brought to light and did away with, as plain data for reports; it says so in its message. */
export function revealedOf(path: string, { before, revealed }: MendedText): readonly JudgedFinding[] {
  const reading = { ...before, findings: [...before.findings, ...revealed] };
  const fingerprints = fingerprintsOf(path, reading).slice(before.findings.length);
  return revealed.map((finding, index) =>
    judgedFinding(reading, { ...finding, message: `After the other edits: ${finding.message}` }, fingerprints[index]!, {
      isMended: true,
      isAccepted: false,
    }),
  );
}

function judgedFinding(reading: Reading, finding: Finding, fingerprint: string, state: FindingState): JudgedFinding {
  const { text, lines } = reading;
  const ignore = ignoreFor(reading, finding);
  const { rule, messageId, message, level, grade, certainty, range, remedy, guard, test, attacks, edits } = finding;
  return {
    ...{ rule, messageId, message, level, grade, certainty, range, remedy, guard, test, attacks },
    start: lines.placeOf(range[0]),
    end: lines.placeOf(range[1]),
    excerpt: excerptOf(text, lines, range),
    edits: edits.map((edit) => ({ ...edit, start: lines.placeOf(edit.range[0]), end: lines.placeOf(edit.range[1]) })),
    change: edits.length > 0 ? changeOf(text, lines, edits) : undefined,
    ...state,
    isSuppressed: ignore?.reason !== undefined,
    reason:
      ignore &&
      (ignore.reason ?? "The comment that ignores this gives no reason, so it does not count. Add ` -- ` and why."),
    fingerprint,
  };
}

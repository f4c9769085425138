import { fingerprintsFor } from "../engine/judging/fingerprints.js";
import type { ReportFinding, ReportMarker } from "./report.js";

/** A marker in the shape of a finding, for formats that other programs show beside the code. */
export type MarkerRemark = Pick<
  ReportFinding,
  "rule" | "level" | "message" | "path" | "line" | "column" | "endLine" | "fingerprint"
>;

/** One remark per marker, in order. A fingerprint stays the same when lines are added above. */
export function markerRemarks(markers: readonly ReportMarker[]): readonly MarkerRemark[] {
  const fingerprints = fingerprintsFor(
    markers.map(({ rule, path, message }) => ["marker", rule, path, message].join("\n")),
  );
  return markers.map(({ path, line, column, rule, message }, index) => ({
    rule,
    level: "warning",
    message: `A @tls-codemod-todo comment is left here: ${message}`,
    path,
    line,
    column,
    endLine: line,
    fingerprint: fingerprints[index]!,
  }));
}

import { createHash } from "node:crypto";
import type { ReportFinding, ReportMarker } from "./report.js";

/** A marker in the shape of a finding, for formats that other programs show beside the code. */
export type MarkerRemark = Pick<ReportFinding, "rule" | "level" | "message" | "path" | "line" | "column" | "endLine" | "fingerprint">;

/** One remark per marker, in order. A fingerprint stays the same when lines are added above. */
export function markerRemarks(markers: readonly ReportMarker[]): readonly MarkerRemark[] {
  const counts = new Map<string, number>();
  return markers.map(({ path, line, column, rule, message }) => {
    const subject = ["marker", rule, path, message].join("\n");
    const count = counts.get(subject) ?? 0;
    counts.set(subject, count + 1);
    const fingerprint = createHash("sha256").update(`${subject}\n${count}`).digest("hex").slice(0, 32);
    return { rule, level: "warning", message: `A @tls-codemod-todo comment is left here: ${message}`, path, line, column, endLine: line, fingerprint };
  });
}

import { fingerprintFor } from "../engine/judging/fingerprints.js";
import { type MarkerRemark, markerRemarks } from "./marker-remarks.js";
import type { Report, ReportFinding } from "./report.js";

/** The open findings and the markers as GitLab is told of them: it shows one of those whose fingerprints are equal, and a finding's own knows nothing of its repository. */
export function remarksWithinRun({ findings, markers }: Report): readonly (ReportFinding | MarkerRemark)[] {
  return [...findings.filter(({ status }) => status === "new").map(withinRun), ...markerRemarks(markers)];
}

function withinRun(finding: ReportFinding): ReportFinding {
  const { repository, fingerprint } = finding;
  return repository === "." ? finding : { ...finding, fingerprint: fingerprintFor(`${repository}\n${fingerprint}`) };
}

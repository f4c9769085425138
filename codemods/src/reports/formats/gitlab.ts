import type { Level } from "tls-rules";
import { fingerprintFor } from "../../engine/judging/fingerprints.js";
import { printJson } from "../../terminal/print-json.js";
import { type MarkerRemark, markerRemarks } from "../marker-remarks.js";
import type { Report, ReportFinding } from "../report.js";

const severities: Readonly<Record<Level, "info" | "minor" | "critical">> = {
  error: "critical",
  warning: "minor",
  note: "info",
};

/** A Code Quality report of the open findings and the markers: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export function render({ findings, markers }: Report): Iterable<string> {
  const remarks = [...findings.filter(({ status }) => status === "new").map(withinRun), ...markerRemarks(markers)];
  return [`${printJson(remarks.map(violationOf), 2)}\n`];
}

/** A finding's own fingerprint knows nothing of its repository, and GitLab shows one of those that are equal. */
function withinRun(finding: ReportFinding): MarkerRemark {
  const { repository, fingerprint } = finding;
  return repository === "." ? finding : { ...finding, fingerprint: fingerprintFor(`${repository}\n${fingerprint}`) };
}

function violationOf({ rule, message, fingerprint, level, path, line, endLine }: MarkerRemark) {
  return {
    description: message,
    check_name: rule,
    fingerprint,
    severity: severities[level],
    location: { path, lines: { begin: line, end: endLine } },
  };
}

import type { Level } from "tls-rules";
import type { Report, ReportFinding } from "./report.js";

const severities: Readonly<Record<Level, "info" | "minor" | "critical">> = { error: "critical", warning: "minor", note: "info" };

/** A Code Quality report of the open findings: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export function render({ findings }: Report): Iterable<string> {
  return [`${JSON.stringify(findings.filter(({ status }) => status === "new").map(violationOf), undefined, 2)}\n`];
}

function violationOf({ rule, message, fingerprint, level, path, line, endLine }: ReportFinding) {
  return { description: message, check_name: rule, fingerprint, severity: severities[level], location: { path, lines: { begin: line, end: endLine } } };
}

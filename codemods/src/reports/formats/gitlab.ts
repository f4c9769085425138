import type { Level } from "tls-rules";
import { printJson } from "../../terminal/print-json.js";
import type { MarkerRemark } from "../marker-remarks.js";
import type { Report } from "../report.js";
import { remarksWithinRun } from "../within-run.js";

const severities: Readonly<Record<Level, "info" | "minor" | "critical">> = {
  error: "critical",
  warning: "minor",
  note: "info",
};

/** A Code Quality report of the open findings and the markers: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export function render(report: Report): Iterable<string> {
  return [`${printJson(remarksWithinRun(report).map(violationOf), 2)}\n`];
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

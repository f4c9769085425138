import { grouped } from "../terminal/plural.js";
import type { ReportFinding } from "./report.js";
import { worstOf } from "./worst-first.js";

/** https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#validating-your-sarif-file */
const accepted = 25_000;
const shown = 5_000;

export interface WithinLimit<Finding> {
  /** In the order of the report. */
  readonly kept: readonly Finding[];
  /** A sentence that says what is left out or not shown; undefined when nothing is. */
  readonly note: string | undefined;
}

/** The worst findings, as many as code scanning takes in one run, and what becomes of the rest. */
export function withinCodeScanningLimit<Finding extends Pick<ReportFinding, "level">>(
  findings: readonly Finding[],
): WithinLimit<Finding> {
  const kept = worstOf(findings, accepted);
  const dropped = findings.length - kept.length;
  if (dropped > 0) {
    return {
      kept,
      note: `${grouped(dropped)} of ${grouped(findings.length)} findings are left out of the SARIF report, the least severe ones: code scanning refuses a run of more than ${grouped(accepted)}, and shows the ${grouped(shown)} most severe.`,
    };
  }
  return {
    kept,
    note:
      kept.length > shown
        ? `Code scanning shows the ${grouped(shown)} most severe of ${grouped(kept.length)} findings.`
        : undefined,
  };
}

import { exitCodes } from "../failures/exit-codes.js";
import type { Report, ReportFinding } from "./report.js";

/** What makes a run fail. Notes never do: they say what the code does not tell. */
export const failConditions: Readonly<Record<string, (report: Report) => boolean>> = {
  none: () => false,
  error: (report) => hasOpen(report, ({ level }) => level === "error") || hasForgottenMarkers(report),
  manual: (report) =>
    hasOpen(report, ({ grade, level, fixable }) => grade === "manual" && level !== "note" && !fixable) ||
    hasForgottenMarkers(report),
  finding: (report) => hasOpen(report, ({ level }) => level !== "note") || hasForgottenMarkers(report),
  changed: ({ changed }) => changed.length > 0,
};

/** The exit code of a finished run; the worst that happened decides. */
export function exitCodeOf(report: Report, failOn: string): number {
  if (report.errors.some(({ kind }) => kind === "unverified")) return exitCodes.unverified;
  if (report.errors.length > 0) return exitCodes.incomplete;
  return failConditions[failOn]!(report) ? exitCodes.conditionMet : exitCodes.ok;
}

function hasOpen({ findings }: Report, isMeant: (finding: ReportFinding) => boolean): boolean {
  return findings.some((finding) => finding.status === "new" && isMeant(finding));
}

/** `fix --mark` has just written them; after that they are work that somebody promised. */
function hasForgottenMarkers({ command, markers }: Report): boolean {
  return command === "check" && markers.length > 0;
}

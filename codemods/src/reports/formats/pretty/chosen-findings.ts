import { groupBy } from "../../../collections/group-by.js";
import type { Report, ReportFinding } from "../../report.js";
import type { View } from "../format.js";
import { isShown } from "../shown.js";

/** The findings of a file that are printed. */
export interface FileFindings {
  readonly path: string;
  readonly findings: readonly ReportFinding[];
}

export interface Chosen {
  readonly files: readonly FileFindings[];
  /** Those that are only counted. */
  readonly leftOut: readonly ReportFinding[];
}

/** Of several repositories: enough to see what there is, and little enough for a screen or two. */
const mostOfFleet = 15;

const weights = { error: 2, warning: 1, note: 0 };

/**
 * What is printed one by one: of a single repository everything, of several the worst, unless --verbose or --quiet asks for all.
 * What `fix` has mended is told by file. On a terminal the files with the worst come last, where one looks first.
 */
export function chosenFindings(report: Report, view: View): Chosen {
  const shown = report.findings.filter((finding) => finding.status !== "fixed" && isShown(finding, view));
  const isFleet = report.repositories.length > 1 && !view.verbose && !view.quiet;
  const picked =
    isFleet && shown.length > mostOfFleet
      ? new Set(shown.toSorted((a, b) => weights[b.level] - weights[a.level]).slice(0, mostOfFleet))
      : new Set(shown);
  const findings = shown.filter((finding) => picked.has(finding));
  const findingsOf = groupBy(findings, ({ path }) => path);
  const paths = [...new Set([...findings, ...report.markers].map(({ path }) => path))];
  const files = paths.map((path) => ({ path, findings: findingsOf(path) }));
  return {
    files: view.columns === undefined ? files : files.toSorted((a, b) => worstOf(a) - worstOf(b)),
    leftOut: shown.filter((finding) => !picked.has(finding)),
  };
}

function worstOf({ findings }: FileFindings): number {
  return findings.reduce((worst, { level }) => Math.max(worst, weights[level]), -1);
}

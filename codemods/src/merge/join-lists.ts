import type { NodeRange } from "../config/node-range.js";
import { sortByPath, sortNotes, sortRanges } from "../reports/in-order.js";
import type { Report } from "../reports/report.js";
import { sumTotals } from "../reports/totals.js";

/** What reports without a common file say together. */
export function joinLists(
  reports: readonly Report[],
): Pick<
  Report,
  "policy" | "totals" | "findings" | "markers" | "staleBaseline" | "changed" | "skipped" | "errors" | "notes"
> {
  return {
    policy: { ...reports[0]!.policy, node: sortRanges(withoutDoubles(reports.flatMap(({ policy }) => policy.node))) },
    totals: sumTotals(reports.map(({ totals }) => totals)),
    findings: sortByPath(reports.flatMap(({ findings }) => findings)),
    markers: sortByPath(reports.flatMap(({ markers }) => markers)),
    staleBaseline: sortByPath(reports.flatMap(({ staleBaseline }) => staleBaseline)),
    changed: sortByPath(reports.flatMap(({ changed }) => changed)),
    skipped: sortByPath(reports.flatMap(({ skipped }) => skipped)),
    errors: sortByPath(reports.flatMap(({ errors }) => errors)),
    notes: sortNotes(reports.flatMap(({ notes }) => notes)),
  };
}

function withoutDoubles(ranges: readonly NodeRange[]): readonly NodeRange[] {
  return [...new Map(ranges.map((range) => [JSON.stringify(range), range])).values()];
}

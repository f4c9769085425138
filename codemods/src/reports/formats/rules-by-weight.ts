import type { Level } from "tls-rules";
import { groupBy } from "../../collections/group-by.js";
import { plural } from "../../terminal/plural.js";
import { printable } from "../../terminal/printable.js";
import type { ReportFinding } from "../report.js";

export const worstFirst = ["error", "warning", "note"] satisfies readonly Level[];

type Counts = Readonly<Record<Level, number>>;

/** A line for each rule with its findings by level, the rules with most errors first. */
export function rulesByWeight(findings: readonly ReportFinding[]): readonly string[] {
  const findingsOf = groupBy(findings, ({ rule }) => rule);
  const rows = [...new Set(findings.map(({ rule }) => rule))]
    .map((rule) => ({ rule, counts: countsOf(findingsOf(rule)) }))
    .sort((a, b) => worseFirst(a.counts, b.counts) || (a.rule < b.rule ? -1 : 1));
  const width = Math.max(0, ...rows.map(({ rule }) => rule.length));
  return rows.map(({ rule, counts }) => {
    const told = worstFirst.flatMap((level) => (counts[level] > 0 ? [plural(counts[level], level)] : []));
    return `${printable(rule).padEnd(width)}  ${told.join(", ")}`;
  });
}

export function countsOf(findings: readonly ReportFinding[]): Counts {
  const counted = (level: Level) => findings.filter((finding) => finding.level === level).length;
  return { error: counted("error"), warning: counted("warning"), note: counted("note") };
}

function worseFirst(a: Counts, b: Counts): number {
  return b.error - a.error || b.warning - a.warning || b.note - a.note;
}

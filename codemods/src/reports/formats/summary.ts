import { type Level, levels } from "tls-rules";
import { groupBy } from "../../collections/group-by.js";
import { createPaint } from "../../terminal/paint.js";
import { grouped, plural } from "../../terminal/plural.js";
import { printable } from "../../terminal/printable.js";
import type { Report, ReportFinding } from "../report.js";
import type { View } from "./format.js";
import { isShown } from "./shown.js";

const worstFirst = [...levels].reverse();

type Counts = Readonly<Record<Level, number>>;

/** How much there is of what: a line for each level, then one for each rule, the rules with most errors first. */
export function* render(report: Report, view: View): Iterable<string> {
  const paint = createPaint(view.color);
  const shown = report.findings.filter((finding) => isShown(finding, view));
  const files = new Set(shown.map(({ path }) => path)).size;
  yield `${paint.bold(`${plural(shown.length, "finding")} in ${plural(files, "file")}`)}\n`;
  const all = countsOf(shown);
  const width = Math.max(0, ...worstFirst.map((level) => grouped(all[level]).length));
  for (const level of worstFirst)
    if (all[level] > 0)
      yield `  ${grouped(all[level]).padStart(width)} ${plural(all[level], level).replace(/^\S+ /, "")}\n`;
  const rules = [...new Set(shown.map(({ rule }) => rule))];
  const findingsOf = groupBy(shown, ({ rule }) => rule);
  const rows = rules
    .map((rule) => ({ rule, counts: countsOf(findingsOf(rule)) }))
    .sort((a, b) => worseFirst(a.counts, b.counts) || (a.rule < b.rule ? -1 : 1));
  if (rows.length > 0) yield "\n";
  const name = Math.max(0, ...rows.map(({ rule }) => rule.length));
  for (const { rule, counts } of rows) {
    const told = worstFirst.flatMap((level) => (counts[level] > 0 ? [plural(counts[level], level)] : []));
    yield `  ${printable(rule).padEnd(name)}  ${told.join(", ")}\n`;
  }
  if (report.errors.length > 0) yield `\n${paint.red(`${plural(report.errors.length, "file")} could not be read`)}\n`;
}

function countsOf(findings: readonly ReportFinding[]): Counts {
  const counted = (level: Level) => findings.filter((finding) => finding.level === level).length;
  return { error: counted("error"), warning: counted("warning"), note: counted("note") };
}

function worseFirst(a: Counts, b: Counts): number {
  return b.error - a.error || b.warning - a.warning || b.note - a.note;
}

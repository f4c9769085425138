import type { Grade, Level } from "tls-rules";
import type { FileTotals, ReportFinding, Status, Totals } from "./report.js";

const statuses: readonly Status[] = ["new", "baseline", "suppressed", "fixed"];
const grades: readonly Grade[] = ["fix", "upgrade", "ask", "manual"];
const levels: readonly Level[] = ["error", "warning", "note"];

/** What a report or a part of it holds. */
export interface Counted {
  readonly files: FileTotals;
  readonly parsed: number;
  readonly findings: readonly ReportFinding[];
  readonly markers: number;
}

/** Counts findings by status, and those that are new by grade and level. */
export function totalsOf({ files, parsed, findings, markers }: Counted): Totals {
  const open = findings.filter(({ status }) => status === "new");
  return {
    files,
    parsed,
    findings: count(
      statuses,
      findings.map(({ status }) => status),
    ),
    grades: count(
      grades,
      open.map(({ grade }) => grade),
    ),
    levels: count(
      levels,
      open.map(({ level }) => level),
    ),
    tests: open.filter(({ test }) => test).length,
    markers,
  };
}

/** The totals of parts that have no file in common. */
export function sumTotals(parts: readonly Totals[]): Totals {
  const none: Totals = totalsOf({
    files: { seen: 0, changed: 0, unchanged: 0, skipped: 0, failed: 0 },
    parsed: 0,
    findings: [],
    markers: 0,
  });
  return parts.reduce((sum, part) => addCounts(sum, part), none);
}

/** Adds two trees of counts of the same shape. */
function addCounts<Counts extends object>(first: Counts, second: Counts): Counts {
  const added = Object.entries(first).map(([name, value]) => {
    const other = second[name as keyof Counts];
    return [name, typeof value === "number" ? value + (other as number) : addCounts(value, other as object)];
  });
  return Object.fromEntries(added) as Counts;
}

function count<Name extends string>(names: readonly Name[], found: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, found.filter((other) => other === name).length])) as Record<
    Name,
    number
  >;
}

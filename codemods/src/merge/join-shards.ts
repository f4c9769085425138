import { groupBy } from "../collections/group-by.js";
import { UsageError } from "../failures/usage-error.js";
import type { Report, ReportRepository, RepositoryState } from "../reports/report.js";
import { sumTotals } from "../reports/totals.js";
import { joinLists } from "./join-lists.js";
import type { ReadReport } from "./read-report.js";
import { mixed } from "./same-run.js";

/** The report of the run whose parts these are, equal to that of a run that was not split. Throws a UsageError for parts that are missing, double or of different commits. */
export function joinShards(parts: readonly ReadReport[]): Report {
  requireComplete(parts);
  requireSameCommits(parts);
  const reports = parts.map(({ report }) => report);
  return {
    ...reports[0]!,
    ...joinLists(reports),
    repo: joinStates(reports.flatMap(({ repo }) => repo ?? [])),
    repositories: joinRepositories(reports.flatMap(({ repositories }) => repositories)),
    shard: undefined,
  };
}

function requireComplete(parts: readonly ReadReport[]): void {
  const [first] = parts;
  const { count } = first!.report.shard!;
  const files = new Map<number, string>();
  for (const { file, report } of parts) {
    const shard = report.shard!;
    if (shard.count !== count)
      throw mixed("number of shards", [
        { file: first!.file, value: count },
        { file, value: shard.count },
      ]);
    const other = files.get(shard.index);
    if (other !== undefined)
      throw new UsageError(`${other} and ${file} are both shard ${shard.index}/${count}.`, "Leave one out.");
    files.set(shard.index, file);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !files.has(index));
  if (missing.length > 0) {
    const names = missing.map((index) => `${index}/${count}`).join(", ");
    throw new UsageError(
      `Shard ${names} ${missing.length === 1 ? "is" : "are"} missing beside ${[...files.values()].join(", ")}.`,
      "Give the reports of all shards, those without findings too.",
    );
  }
}

function requireSameCommits(parts: readonly ReadReport[]): void {
  const commits = new Map<string, { readonly file: string; readonly value: string | undefined }>();
  for (const { file, report } of parts) {
    // a part in which there was nothing to read has no repositories
    const root = report.repo ? [{ name: ".", commit: report.repo.commit }] : [];
    for (const { name, commit } of [...root, ...report.repositories]) {
      const known = commits.get(name) ?? { file, value: commit };
      if (known.value !== commit)
        throw mixed(name === "." ? "commit" : `commit of ${name}`, [known, { file, value: commit }]);
      commits.set(name, known);
    }
  }
}

function joinStates(states: readonly RepositoryState[]): RepositoryState | undefined {
  return states[0] && { ...states[0], dirty: isDirty(states) };
}

/** What is not known of one shard is not known of all, unless another one tells. */
function isDirty(states: readonly Pick<RepositoryState, "dirty">[]): boolean | undefined {
  if (states.some(({ dirty }) => dirty)) return true;
  return states.every(({ dirty }) => dirty === false) ? false : undefined;
}

function joinRepositories(parts: readonly ReportRepository[]): readonly ReportRepository[] {
  const partsOf = groupBy(parts, ({ name }) => name);
  const names = [...new Set(parts.map(({ name }) => name))].sort();
  return names.map((name) => {
    const [first] = partsOf(name);
    return { ...first!, dirty: isDirty(partsOf(name)), totals: sumTotals(partsOf(name).map(({ totals }) => totals)) };
  });
}

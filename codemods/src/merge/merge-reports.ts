import { groupBy } from "../collections/group-by.js";
import { UsageError } from "../failures/usage-error.js";
import type { Report } from "../reports/report.js";
import { joinRepositories } from "./join-repositories.js";
import { joinShards } from "./join-shards.js";
import type { ReadReport } from "./read-report.js";
import { requireSameRun } from "./same-run.js";

/** Joins the shards of each repository, and then the repositories. Throws a UsageError for reports that do not belong together. */
export function mergeReports(reads: readonly ReadReport[]): Report {
  requireSameRun(reads);
  const partsOf = groupBy(reads, subjectOf);
  const subjects = [...new Set(reads.map(subjectOf))];
  const whole = subjects.map((subject): ReadReport => ({
    file: partsOf(subject)[0]!.file,
    report: joinParts(partsOf(subject)),
  }));
  return whole.length === 1 ? whole[0]!.report : joinRepositories(whole);
}

/** What a report is about. Without git only the file of the report tells, except that shards belong to each other. */
function subjectOf({ file, report: { repo, shard } }: ReadReport): string {
  return repo?.url ?? repo?.commit ?? (shard ? "shards" : file);
}

function joinParts(parts: readonly ReadReport[]): Report {
  const [first, second] = parts;
  const unsplit = parts.find(({ report }) => !report.shard);
  if (!unsplit) return joinShards(parts);
  if (!second) return unsplit.report;
  const other = unsplit === first ? second : first!;
  throw new UsageError(
    `${unsplit.file} is a report of the whole of what ${other.file} is a report of, too.`,
    "Leave one out.",
  );
}

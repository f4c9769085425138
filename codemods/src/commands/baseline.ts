import { relative } from "node:path";
import type { BaselineEntry } from "../baseline/baseline-file.js";
import type { Baseline } from "../baseline/baselines.js";
import { goneEntries } from "../baseline/gone-entries.js";
import { writeBaseline } from "../baseline/write-baseline.js";
import type { BaselineOptions } from "../config/run-options.js";
import { exitCodes } from "../failures/exit-codes.js";
import type { Host } from "../terminal/host.js";
import { plural } from "../terminal/plural.js";
import { showLines } from "../terminal/show.js";
import { type Scan, scan } from "./scan.js";

/** What becomes of one baseline. */
interface Renewed {
  readonly baseline: Baseline;
  readonly entries: readonly BaselineEntry[];
  readonly added: number;
  readonly removed: number;
}

/** Writes what is found into the baseline of each repository, or with `prune` takes out what is gone. Returns the exit code. */
export async function acceptFindings(paths: readonly string[], options: BaselineOptions, host: Host): Promise<number> {
  const scanned = await scan(paths, options, false, host);
  scanned.close();
  const { baselines, counts, survey } = scanned;
  for (const baseline of baselines.of(counts.keys())) {
    const renewed = options.prune ? pruned(baseline, scanned) : extended(baseline, scanned);
    if (renewed.added + renewed.removed > 0) writeBaseline(baseline, renewed.entries);
    showLines(host.stdout, [describe(renewed, options.prune ?? false, host.cwd)]);
  }
  scanned.complete();
  showLines(
    host.stderr,
    survey.failed.map(({ path, reason }) => `failed: ${path} ${reason}`),
  );
  return survey.failed.length > 0 ? exitCodes.incomplete : exitCodes.ok;
}

function extended(baseline: Baseline, { survey, repositoryOf }: Scan): Renewed {
  const files = survey.judged.filter(
    ({ path }) => baseline.repository === undefined || repositoryOf(path) === baseline.repository,
  );
  const added = files.flatMap(({ path, judged }) =>
    judged.before.findings
      .filter(({ isSuppressed, isAccepted }) => !isSuppressed && !isAccepted)
      .map(({ rule, message, fingerprint }) => ({ path, rule, message, fingerprint })),
  );
  return { baseline, entries: [...baseline.entries, ...added], added: added.length, removed: 0 };
}

function pruned(baseline: Baseline, { root, survey, rules, isNarrowed, shard }: Scan): Renewed {
  const gone = new Set(goneEntries([baseline], { root, survey, rules, isNarrowed, shard }));
  return { baseline, entries: baseline.entries.filter((entry) => !gone.has(entry)), added: 0, removed: gone.size };
}

function describe(
  { baseline: { file, entries: known }, entries, added, removed }: Renewed,
  isPruning: boolean,
  cwd: string,
): string {
  const name = relative(cwd, file);
  if (isPruning)
    return `${name}: ${plural(removed, "finding")} that ${removed === 1 ? "is" : "are"} gone taken out, ${entries.length} left`;
  return `${name}: ${plural(added, "finding")} accepted${known.length > 0 ? `, ${known.length} kept` : ""}`;
}

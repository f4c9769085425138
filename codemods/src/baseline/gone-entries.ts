import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Survey } from "../engine/survey/survey.js";
import { isInShard, type Shard } from "../selection/shard.js";
import type { BaselineEntry } from "./baseline-file.js";
import type { Baseline } from "./baselines.js";

export interface Looked {
  readonly root: string;
  readonly survey: Survey;
  /** The rules that were asked for; undefined for all. */
  readonly rules: readonly string[] | undefined;
  /** Whether findings of some levels or certainties were left out, which entries do not tell. */
  readonly isNarrowed: boolean;
  readonly shard: Shard | undefined;
}

/** The entries whose finding is gone: its file was read without it, or is not there any more. What this run did not look at is not gone. */
export function goneEntries(
  baselines: readonly Baseline[],
  { root, survey, rules, isNarrowed, shard }: Looked,
): readonly BaselineEntry[] {
  const entries = baselines.flatMap((baseline) => baseline.entries);
  if (entries.length === 0) return [];
  const found = new Map<string, ReadonlySet<string>>(survey.plain.map((path) => [path, new Set()]));
  for (const { path, judged } of survey.judged)
    found.set(path, new Set(judged.before.findings.map(({ fingerprint }) => fingerprint)));

  const there = new Map<string, boolean>();
  function isThere(path: string): boolean {
    if (!there.has(path)) there.set(path, existsSync(join(root, path)));
    return there.get(path)!;
  }

  function isGone({ path, rule, fingerprint }: BaselineEntry): boolean {
    if (rules && !rules.includes(rule)) return false;
    const fingerprints = found.get(path);
    if (fingerprints) return !isNarrowed && !fingerprints.has(fingerprint);
    return (!shard || isInShard(path, shard)) && !isThere(path);
  }

  return entries.filter(isGone);
}

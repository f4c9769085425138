import { join } from "node:path";
import { goneEntries } from "../baseline/gone-entries.js";
import type { CheckOptions } from "../config/run-options.js";
import type { Failed } from "../engine/survey/survey.js";
import { toolVersion } from "../loading/tool-version.js";
import { buildReport, type RepositoryInput } from "../reports/build-report.js";
import { sortRanges } from "../reports/in-order.js";
import type { Report, RepositoryState } from "../reports/report.js";
import { type CodeOwners, codeOwnersIn } from "../selection/code-owners.js";
import { repositoryStateOf } from "../vcs/repository-state.js";
import type { Scan } from "./scan.js";

export interface Done {
  readonly command: Report["command"];
  readonly startedAt: number;
  readonly withRepository: boolean;
  /** What `fix` has written; undefined in `check`. */
  readonly written?: ReadonlySet<string>;
  readonly notWritten?: readonly Failed[];
}

/** The report of a scan and of what was done with it. */
export async function reportOf(
  scan: Scan,
  options: CheckOptions,
  { command, startedAt, withRepository, written, notWritten = [] }: Done,
): Promise<Report> {
  const { root, profile, survey, nodeRanges, notes, shard, repositoryOf } = scan;
  const { policy, rules, level = "note", certainty = "likely" } = options;
  const repo = withRepository ? await repositoryStateOf(root) : undefined;
  return buildReport({
    command,
    root,
    survey,
    written,
    notWritten,
    shard,
    tool: { name: "tls-codemod", version: toolVersion },
    policy: { profile, file: policy, node: sortRanges(nodeRanges.told), rules, level, certainty },
    repo,
    repositories: await repositoriesOf(scan, repo, withRepository),
    repositoryOf,
    ownersOf: ownersIn(scan),
    notes,
    staleBaseline: goneEntries(scan.baselines.of(scan.counts.keys()), {
      root,
      survey,
      rules: scan.rules,
      isNarrowed: scan.isNarrowed,
      shard,
    }),
    elapsedMilliseconds: performance.now() - startedAt,
  });
}

function ownersIn({ root, repositoryOf }: Scan): (path: string) => readonly string[] {
  const byRepository = new Map<string, CodeOwners>();
  return (path) => {
    const name = repositoryOf(path);
    const owners = byRepository.get(name) ?? codeOwnersIn(join(root, name));
    byRepository.set(name, owners);
    return owners(name === "." ? path : path.slice(name.length + 1));
  };
}

async function repositoriesOf(
  { root, counts }: Scan,
  repo: RepositoryState | undefined,
  withRepository: boolean,
): Promise<readonly RepositoryInput[]> {
  const repositories: RepositoryInput[] = [];
  for (const name of [...counts.keys()].sort()) {
    const state = name === "." || !withRepository ? repo : await repositoryStateOf(join(root, name));
    repositories.push({ name, seen: counts.get(name)!.seen, state });
  }
  return repositories;
}

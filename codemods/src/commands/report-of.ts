import type { CheckOptions } from "../config/run-options.js";
import type { Failed } from "../engine/survey.js";
import { buildReport } from "../reports/build-report.js";
import type { Report } from "../reports/report.js";
import { toolVersion } from "../tool-version.js";
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
export async function reportOf({ root, survey, nodeRanges, notes }: Scan, options: CheckOptions, { command, startedAt, withRepository, written, notWritten = [] }: Done): Promise<Report> {
  const { profile = "intermediate", policy, rules, shard } = options;
  return buildReport({
    command,
    root,
    survey,
    written,
    notWritten,
    shard,
    tool: { name: "tls-codemod", version: toolVersion },
    policy: { profile, file: policy, node: nodeRanges.told, rules },
    repo: withRepository ? await repositoryStateOf(root) : undefined,
    notes,
    baseline: new Set(),
    elapsedMilliseconds: performance.now() - startedAt,
  });
}

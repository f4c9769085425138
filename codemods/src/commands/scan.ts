import { availableParallelism } from "node:os";
import { makePlan } from "../config/make-plan.js";
import { createNodeRanges, type NodeRanges } from "../config/node-range.js";
import type { CheckOptions } from "../config/run-options.js";
import type { Judgement, Task } from "../engine/judgement.js";
import { JudgePool } from "../engine/judge-pool.js";
import { createMemory, forgetful } from "../engine/remember.js";
import { stateFolderOf } from "../engine/state-folder.js";
import { survey, type Candidate, type Survey } from "../engine/survey.js";
import type { Host } from "../host.js";
import { showProgress } from "../progress.js";
import { chooseStarts } from "../selection/choose-starts.js";
import { createFileFilter } from "../selection/file-filter.js";
import { selectFiles } from "../selection/select-files.js";

/** Everything that was read and judged; nothing is written yet. */
export interface Scan {
  readonly root: string;
  readonly nodeRanges: NodeRanges;
  readonly survey: Survey;
  /** Judges a file once more, with the decisions of a person. */
  judge(candidate: Candidate, decisions: Task["decisions"]): Promise<Judgement>;
  /** To be called when no more is to be judged. */
  close(): void;
}

/** Selects, reads and judges the files; `patches` says whether to make a diff of each. Throws a UsageError for what cannot be used. */
export async function scan(paths: readonly string[], options: CheckOptions, patches: boolean, host: Host): Promise<Scan> {
  const { include, exclude, ext, gitignore, shard, maxFileSize, jobs, cache, resume } = options;
  const plan = await makePlan(options, patches, host.cwd);
  const filter = createFileFilter({ extensions: ext, include, exclude, folder: host.cwd });
  const { root, starts, missing, mustFind } = await chooseStarts(paths, options, filter, host);
  const nodeRanges = createNodeRanges(root, options.node);
  const memory = cache || resume ? createMemory(stateFolderOf(root, host.env), plan, cache ?? false) : forgetful;
  const pool = new JudgePool({ plan, size: jobs === "auto" ? availableParallelism() : jobs, startWorker: host.startWorker });
  const judge: Scan["judge"] = ({ file, path }, decisions) => pool.judge({ file, path, node: nodeRanges.rangeFor(file).range, decisions });
  const counts = { seen: 0, candidates: 0, judged: 0 };
  const endProgress = showProgress(host, counts);
  try {
    const surveyed = await survey(selectFiles(starts, { root, filter, useIgnoreFiles: gitignore, shard, mustFind, missing }), {
      maxFileSize,
      judge: (candidate, bytes) => memory.recall(candidate, bytes, nodeRanges.rangeFor(candidate.file).range, () => judge(candidate, undefined)),
      counts,
      signal: host.signal,
    });
    memory.end();
    return { root, nodeRanges, survey: surveyed, judge, close: () => pool.close() };
  } catch (error) {
    pool.close();
    throw error;
  } finally {
    endProgress();
  }
}

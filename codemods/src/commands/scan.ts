import { availableParallelism } from "node:os";
import { makePlan } from "../config/make-plan.js";
import { createNodeRanges, type NodeRanges } from "../config/node-range.js";
import type { CheckOptions } from "../config/run-options.js";
import { describeError } from "../engine/describe-error.js";
import type { Judgement, Plan, Task } from "../engine/judgement.js";
import { JudgePool } from "../engine/judge-pool.js";
import { createMemory, forgetful, type Memory } from "../engine/remember.js";
import { stateFolderOf } from "../engine/state-folder.js";
import { survey, type Candidate, type Survey } from "../engine/survey.js";
import type { Host } from "../host.js";
import { showProgress } from "../progress.js";
import { chooseStarts } from "../selection/choose-starts.js";
import { createFileFilter } from "../selection/file-filter.js";
import { selectFiles } from "../selection/select-files.js";
import type { Selected } from "../selection/selected.js";
import { UsageError } from "../usage-error.js";

/** Everything that was read and judged; nothing is written yet. */
export interface Scan {
  readonly root: string;
  readonly nodeRanges: NodeRanges;
  /** What the user should know about what was read. */
  readonly notes: readonly string[];
  readonly survey: Survey;
  /** Judges a file once more, with the decisions of a person. */
  judge(candidate: Candidate, decisions: Task["decisions"]): Promise<Judgement>;
  /** To be called when no more is to be judged. */
  close(): void;
}

/** Selects, reads and judges the files; `patches` says whether to make a diff of each. Throws a UsageError for what cannot be used. */
export async function scan(paths: readonly string[], options: CheckOptions, patches: boolean, host: Host): Promise<Scan> {
  const { include, exclude, ext, gitignore, shard } = options;
  const plan = await makePlan(options, patches, host.cwd);
  const filter = createFileFilter({ extensions: ext, include, exclude, folder: host.cwd });
  const { root, starts, missing, mustFind, notes } = await chooseStarts(paths, options, filter, host);
  const files = selectFiles(starts, { root, filter, useIgnoreFiles: gitignore, shard, mustFind, missing });
  const judging = startJudging(plan, root, options, host);
  const { nodeRanges, judge, close } = judging;
  try {
    const surveyed = await surveyWithProgress(files, judging, options, host);
    return { root, nodeRanges, notes: [...notes, ...nodeRanges.notes], survey: surveyed, judge, close };
  } catch (error) {
    close();
    throw error;
  }
}

type Judging = Pick<Scan, "nodeRanges" | "judge" | "close"> & { readonly memory: Memory };

function startJudging(plan: Plan, root: string, options: CheckOptions, { env, startWorker }: Host): Judging {
  const { node, jobs } = options;
  const nodeRanges = createNodeRanges(root, node);
  const pool = new JudgePool({ plan, size: jobs === "auto" ? availableParallelism() : jobs, startWorker });
  return {
    nodeRanges,
    memory: memoryFor(plan, stateFolderOf(root, env), options),
    judge: ({ file, path }, decisions) => pool.judge({ file, path, node: nodeRanges.rangeFor(file).range, decisions }),
    close: () => pool.close(),
  };
}

function memoryFor(plan: Plan, folder: string, { cache = false, resume }: CheckOptions): Memory {
  if (!cache && !resume) return forgetful;
  try {
    return createMemory(folder, plan, cache);
  } catch (error) {
    throw new UsageError(`${cache ? "--cache" : "--resume"}: nothing can be kept in ${folder}: ${describeError(error)}.`, "Give a folder that can be written in TLS_CODEMOD_STATE.");
  }
}

async function surveyWithProgress(files: Iterable<Selected>, { nodeRanges, memory, judge }: Judging, { maxFileSize }: CheckOptions, host: Host): Promise<Survey> {
  const counts = { seen: 0, candidates: 0, judged: 0 };
  const remembered = (candidate: Candidate, bytes: Buffer) => memory.recall(candidate, bytes, nodeRanges.rangeFor(candidate.file).range, () => judge(candidate, undefined));
  const endProgress = showProgress(host, counts);
  try {
    const surveyed = await survey(files, { maxFileSize, judge: remembered, counts, signal: host.signal });
    memory.end();
    return surveyed;
  } finally {
    endProgress();
  }
}

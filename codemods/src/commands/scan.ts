import { join } from "node:path";
import { type Baselines, openBaselines } from "../baseline/baselines.js";
import { makePlan } from "../config/make-plan.js";
import { createNodeRanges, type NodeRanges, saidOf } from "../config/node-range.js";
import type { ScanOptions } from "../config/run-options.js";
import type { Judgement, Plan, Task } from "../engine/judging/judgement.js";
import { createMemory, forgetful, type Memory } from "../engine/memory/memory.js";
import { type Count, Counts } from "../engine/survey/counts.js";
import { nameUnread } from "../engine/survey/name-unread.js";
import { settle } from "../engine/survey/settle.js";
import type { Candidate, Survey } from "../engine/survey/survey.js";
import { takeSurvey } from "../engine/survey/take-survey.js";
import { JudgePool } from "../engine/workers/judge-pool.js";
import { leastHeapFor, shareMemory } from "../engine/workers/memory-budget.js";
import { timeLimit } from "../engine/workers/time-limit.js";
import { stateFolderOf } from "../engine/writing/state-folder.js";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { sizeOf } from "../files/size-of.js";
import { chooseStarts } from "../selection/choose-starts.js";
import { createFileFilter } from "../selection/file-filter.js";
import { selectFiles } from "../selection/select-files.js";
import type { Seen } from "../selection/selected.js";
import type { Shard } from "../selection/shard.js";
import { shardOfEnvironment } from "../selection/shard-of-environment.js";
import { choosingTests } from "../selection/test-files.js";
import type { Host } from "../terminal/host.js";
import { showProgress } from "../terminal/progress.js";
import { findRepositories, type Repositories } from "../vcs/repositories.js";

/** Everything that was read and judged; nothing is written yet. */
export interface Scan {
  readonly root: string;
  readonly nodeRanges: NodeRanges;
  readonly baselines: Baselines;
  /** The profile that judges where no policy file does. */
  readonly profile: string;
  /** The names of the rules that were asked for; undefined for all. */
  readonly rules: readonly string[] | undefined;
  /** Whether findings of some levels or certainties were left out. */
  readonly isNarrowed: boolean;
  /** The part of the files that was read; undefined for all. */
  readonly shard: Shard | undefined;
  /** What the user should know about what was read. */
  readonly notes: readonly string[];
  readonly survey: Survey;
  /** How many files were selected and judged, by the name of their repository. */
  readonly counts: ReadonlyMap<string, Readonly<Count>>;
  /** The name of the repository that a path belongs to: its folder from the root, `.` for the root itself. */
  repositoryOf(path: string): string;
  /** Of the edits that are wanted. */
  readonly grades: Plan["grades"];
  /** Judges a file once more, with the decisions of a person, perhaps as it is found after edits that are not on the disk yet. */
  judge(candidate: Candidate, decisions: Task["decisions"], edited?: Task["edited"]): Promise<Judgement>;
  /** To be called when no more is to be judged. */
  close(): void;
  /** To be called when everything is said and written: until then the run can be taken up after an interruption. */
  complete(): void;
}

/** Selects, reads and judges the files; `patches` says whether to make a diff of each. Throws a UsageError for what cannot be used. */
export async function scan(
  paths: readonly string[],
  options: ScanOptions,
  patches: boolean,
  host: Host,
): Promise<Scan> {
  const { include, exclude, includeFrom = host.cwd, excludeFrom = host.cwd, ext, gitignore } = options;
  const shard = options.shard === "auto" ? shardOfEnvironment(host.env) : options.shard;
  const plan = await makePlan(options, patches, host.cwd);
  const filter = createFileFilter({ extensions: ext, include, exclude, includeFrom, excludeFrom });
  const {
    root,
    starts,
    missing,
    mustFind,
    notes,
    repositories: listed,
  } = await chooseStarts(paths, options, filter, host);
  const repositories = findRepositories(root);
  const counts = new Counts(repositories.nameFor, listed);
  const others = new Map<string, Candidate>();
  const files = nameUnread(
    choosingTests(
      selectFiles(starts, { root, filter, useIgnoreFiles: gitignore, shard, mustFind, missing, others }),
      options.tests,
    ),
    options.maxFileSize,
  );
  const baselines = openBaselines({
    root,
    option: options.baseline,
    cwd: host.cwd,
    repositoryOf: repositories.nameFor,
  });
  const judging = startJudging(plan, { root, repositories, baselines, shard }, options, host);
  const { nodeRanges, judge, close, complete } = judging;
  try {
    const found = await surveyWithProgress(files, judging, counts, options, host);
    const surveyed = await settle(found, {
      judge: (candidate, edited) => judge(candidate, undefined, edited),
      elsewhere: (file) => others.get(file),
    });
    return {
      root,
      nodeRanges,
      baselines,
      profile: plan.profile,
      rules: plan.rules,
      isNarrowed: plan.level !== "note" || plan.certainty !== "likely",
      grades: plan.grades,
      shard,
      notes: [...notes, ...nodeRanges.notes],
      survey: surveyed,
      counts: counts.byRepository,
      repositoryOf: repositories.nameFor,
      judge,
      close,
      complete,
    };
  } catch (error) {
    close();
    throw error;
  }
}

interface Judging extends Pick<Scan, "nodeRanges" | "judge" | "close" | "complete"> {
  judgeNew(candidate: Candidate, bytes: Buffer): Promise<Judgement>;
}

interface ScannedRoot {
  readonly root: string;
  readonly repositories: Repositories;
  readonly baselines: Baselines;
  readonly shard: Shard | undefined;
}

function startJudging(
  plan: Plan,
  { root, repositories, baselines, shard }: ScannedRoot,
  options: ScanOptions,
  { env, startWorker }: Host,
): Judging {
  const { node, jobs, timeout, memory: budget } = options;
  const nodeRanges = createNodeRanges(root, node);
  const memory = memoryFor(plan, stateFolderOf(root, env), shard, options);
  const { workers, heaps } = shareMemory({ jobs, budget }, plan.types !== undefined);
  const pool = new JudgePool({
    plan,
    size: workers,
    secondsFor: timeLimit(plan, timeout),
    leastHeapFor: ({ file }) => leastHeapFor(sizeOf(file)),
    heaps,
    startWorker,
  });
  const projectOf = (path: string) => join(root, repositories.nameFor(path));
  const taskFor = ({ file, path }: Candidate, decisions?: Task["decisions"]): Task => ({
    ...{ file, path, pathInRepository: repositories.withinRepository(path), decisions },
    project: projectOf(path),
    node: saidOf(nodeRanges.rangeFor(file)),
    accepted: baselines.acceptedIn(path),
  });
  return {
    nodeRanges,
    judge: (candidate, decisions, edited) => pool.judge({ ...taskFor(candidate, decisions), edited }),
    async judgeNew(candidate, bytes) {
      const problem = baselines.problemOf(candidate.path);
      if (problem !== undefined)
        return { kind: "failed", reason: `is not judged without its baseline: ${problem}`, isUnverified: false };
      const task = taskFor(candidate);
      return memory.recall(task, bytes, () => pool.judge(task));
    },
    close: () => pool.close(),
    complete: () => memory.end(),
  };
}

function memoryFor(
  plan: Plan,
  folder: string,
  shard: Shard | undefined,
  { cache = false, resume }: ScanOptions,
): Memory {
  // types come from more files than can be told
  if ((!cache && !resume) || plan.types) return forgetful;
  try {
    return createMemory(folder, plan, cache ? undefined : { shard });
  } catch (error) {
    throw new UsageError(
      `${cache ? "--cache" : "--resume"}: nothing can be kept in ${folder}: ${describeError(error)}.`,
      "Give a folder that can be written in TLS_CODEMOD_STATE.",
    );
  }
}

async function surveyWithProgress(
  files: Iterable<Seen>,
  { judgeNew }: Judging,
  counts: Counts,
  { maxFileSize }: ScanOptions,
  host: Host,
): Promise<Survey> {
  const endProgress = showProgress(host, counts);
  try {
    return await takeSurvey(files, { maxFileSize, judge: judgeNew, counts, signal: host.signal });
  } finally {
    endProgress();
  }
}

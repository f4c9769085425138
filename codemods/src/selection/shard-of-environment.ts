import { UsageError } from "../failures/usage-error.js";
import type { Shard } from "./shard.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** How something that runs jobs in parallel tells each of them which it is. */
interface Engine {
  readonly name: string;
  /** The variable of the job's own number. */
  readonly index: string;
  /** The variable of how many there are. */
  readonly count: string;
  /** The number of the first job, or the variable that tells it. */
  readonly first: number | string;
  /** The variable of how far numbers stand apart. */
  readonly step?: string;
}

const ownCount = "TLS_CODEMOD_SHARD_COUNT";

/** The first whose variables are set is it: who sets our own means them. */
const engines: readonly Engine[] = [
  { name: "the environment", index: "TLS_CODEMOD_SHARD_INDEX", count: ownCount, first: 0 },
  // https://docs.gitlab.com/ci/variables/predefined_variables/
  { name: "GitLab", index: "CI_NODE_INDEX", count: "CI_NODE_TOTAL", first: 1 },
  // https://buildkite.com/docs/pipelines/configure/environment-variables
  { name: "Buildkite", index: "BUILDKITE_PARALLEL_JOB", count: "BUILDKITE_PARALLEL_JOB_COUNT", first: 0 },
  // https://circleci.com/docs/parallelism-faster-jobs/
  { name: "CircleCI", index: "CIRCLE_NODE_INDEX", count: "CIRCLE_NODE_TOTAL", first: 0 },
  // https://slurm.schedmd.com/job_array.html
  {
    name: "Slurm",
    index: "SLURM_ARRAY_TASK_ID",
    count: "SLURM_ARRAY_TASK_COUNT",
    first: "SLURM_ARRAY_TASK_MIN",
    step: "SLURM_ARRAY_TASK_STEP",
  },
  // https://kubernetes.io/docs/tasks/job/indexed-parallel-processing-static/, which does not tell a pod how many there are
  { name: "Kubernetes", index: "JOB_COMPLETION_INDEX", count: ownCount, first: 0 },
];

/** The part of the work that falls to this job of a CI system, cluster or batch queue, as its environment tells. Throws a UsageError that names the variables where it does not. */
export function shardOfEnvironment(env: Environment): Shard {
  const engine = engines.find(({ index }) => isSet(env[index]));
  if (!engine)
    throw new UsageError(
      `--shard auto: no variable tells which part this is; these do: ${engines.map(({ index }) => index).join(", ")}.`,
      "Run it in a job that is one of several, or give a part and the number of parts, such as --shard 1/4.",
    );
  const told = [engine.index, engine.count, ...[engine.first, engine.step].filter((name) => typeof name === "string")];
  const number = (name: string) => (/^\d+$/.test(env[name] ?? "") ? Number(env[name]) : Number.NaN);
  const first = typeof engine.first === "string" ? number(engine.first) : engine.first;
  const step = engine.step !== undefined && isSet(env[engine.step]) ? number(engine.step) : 1;
  const index = (number(engine.index) - first) / step + 1;
  const count = number(engine.count);
  if (Number.isInteger(index) && index >= 1 && index <= count) return { index, count };
  const seen = told.map((name) => `${name} is ${isSet(env[name]) ? JSON.stringify(env[name]) : "not set"}`);
  throw new UsageError(
    `--shard auto: what ${engine.name} tells is no part of a whole: ${seen.join(", ")}.`,
    engine.count === ownCount
      ? `Set ${ownCount} to the number of jobs.`
      : "Number the jobs without gaps, or give a part and the number of parts, such as --shard 1/4.",
  );
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}

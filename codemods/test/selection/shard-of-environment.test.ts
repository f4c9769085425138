import { describe, expect, it } from "vitest";
import { shardOfEnvironment } from "../../src/selection/shard-of-environment.js";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade } from "../harness/samples.js";

const slurm = (id: number, { min = 0, step = 1, count = 4 } = {}) => ({
  SLURM_ARRAY_TASK_ID: `${id}`,
  SLURM_ARRAY_TASK_MIN: `${min}`,
  SLURM_ARRAY_TASK_STEP: `${step}`,
  SLURM_ARRAY_TASK_COUNT: `${count}`,
});

describe("--shard auto", () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ["GitLab counts from 1", { CI_NODE_INDEX: "1", CI_NODE_TOTAL: "4" }, "1/4"],
    ["Buildkite from 0", { BUILDKITE_PARALLEL_JOB: "0", BUILDKITE_PARALLEL_JOB_COUNT: "4" }, "1/4"],
    ["CircleCI from 0", { CIRCLE_NODE_INDEX: "3", CIRCLE_NODE_TOTAL: "4" }, "4/4"],
    ["CircleCI without parallelism", { CIRCLE_NODE_INDEX: "0", CIRCLE_NODE_TOTAL: "1" }, "1/1"],
    ["Kubernetes from 0", { JOB_COMPLETION_INDEX: "2", TLS_CODEMOD_SHARD_COUNT: "4" }, "3/4"],
    ["Slurm from 0", slurm(0), "1/4"],
    ["Slurm from 1", slurm(4, { min: 1 }), "4/4"],
    ["Slurm by twos", slurm(14, { min: 10, step: 2 }), "3/4"],
    ["whoever sets it, from 0", { TLS_CODEMOD_SHARD_INDEX: "1", TLS_CODEMOD_SHARD_COUNT: "2" }, "2/2"],
    [
      "whoever sets it, inside of GitLab",
      { TLS_CODEMOD_SHARD_INDEX: "1", TLS_CODEMOD_SHARD_COUNT: "2", CI_NODE_INDEX: "1", CI_NODE_TOTAL: "4" },
      "2/2",
    ],
    ["an empty variable is none", { CI_NODE_INDEX: "", CIRCLE_NODE_INDEX: "1", CIRCLE_NODE_TOTAL: "2" }, "2/2"],
  ])("%s", (_name, env, shard) => {
    const { index, count } = shardOfEnvironment(env);
    expect(`${index}/${count}`).toBe(shard);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ["nothing", {}, "no variable tells which part this is; these do: TLS_CODEMOD_SHARD_INDEX, CI_NODE_INDEX, "],
    ["no number of pods", { JOB_COMPLETION_INDEX: "2" }, "TLS_CODEMOD_SHARD_COUNT is not set"],
    ["more than there are", { CI_NODE_INDEX: "5", CI_NODE_TOTAL: "4" }, 'CI_NODE_INDEX is "5", CI_NODE_TOTAL is "4"'],
    ["no number", { CIRCLE_NODE_INDEX: "one", CIRCLE_NODE_TOTAL: "4" }, 'CIRCLE_NODE_INDEX is "one"'],
    ["numbers with gaps", slurm(9, { min: 1, count: 3 }), 'SLURM_ARRAY_TASK_ID is "9"'],
    ["between two numbers", slurm(11, { min: 10, step: 2 }), 'SLURM_ARRAY_TASK_STEP is "2"'],
  ])("says what is wrong and reads nothing: %s", async (_name, env, message) => {
    expect(() => shardOfEnvironment(env)).toThrow(message);
    const { exitCode, stdout, stderr } = await run(createFolder({ "a.js": upgrade }), ["--shard", "auto"], { env });
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });

  it("takes the part, and the report names it", async () => {
    const folder = createFolder(Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.js`, upgrade])));
    const parts = await Promise.all(
      ["1", "2", "3"].map(async (index) => {
        const env = { CI_NODE_INDEX: index, CI_NODE_TOTAL: "3" };
        const automatic = await run(folder, ["--shard", "auto", "--format", "json"], { env });
        expect(automatic).toEqual(await run(folder, ["--shard", `${index}/3`, "--format", "json"]));
        return JSON.parse(automatic.stdout);
      }),
    );
    expect(parts.map(({ shard }) => shard.index)).toEqual([1, 2, 3]);
    expect(parts.reduce((sum, { totals }) => sum + totals.files.seen, 0)).toBe(9);
  });
});

import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { createFleet } from "../../codemods/test/harness/fleet.js";
import { createFolder, type Folder } from "../../codemods/test/harness/folder.js";
import { ask, broken, manual, upgrade } from "../../codemods/test/harness/samples.js";
import { createShell, example, workflowOf } from "./bench.js";

/** What an engine types in the jobs that check and in the one that joins, and what it tells each of the former. */
interface Engine {
  readonly check: string;
  readonly report: string;
  readonly count: number;
  environmentOf(index: number): Readonly<Record<string, string>>;
}

const text = (path: string) => example(`shards/${path}`);

function gitlab(): Engine {
  const { stages, "tls-check": check, "tls-report": report } = parse(text("gitlab-ci.yml"));
  expect([stages, check.stage, report.stage]).toEqual([["check", "report"], "check", "report"]);
  expect([report.needs, check.artifacts.paths]).toEqual([["tls-check"], ["parts"]]);
  return {
    check: check.script[0],
    report: report.script[0],
    count: check.parallel,
    environmentOf: (index) => ({ CI_NODE_INDEX: `${index + 1}`, CI_NODE_TOTAL: `${check.parallel}` }),
  };
}

/** What the agent is to see is escaped from the upload of the pipeline. */
const seenByAgent = (command: string) => command.replaceAll("$$", "$");

function buildkite(): Engine {
  const [check, report] = parse(text("buildkite.yml")).steps;
  expect([report.depends_on, check.artifact_paths]).toEqual([check.key, "parts/*.json"]);
  const [download, command] = report.command;
  expect(download).toBe('buildkite-agent artifact download "parts/*.json" .');
  return {
    check: seenByAgent(check.command),
    report: seenByAgent(command),
    count: check.parallelism,
    environmentOf: (index) => ({
      BUILDKITE_PARALLEL_JOB: `${index}`,
      BUILDKITE_PARALLEL_JOB_COUNT: `${check.parallelism}`,
    }),
  };
}

function circleci(): Engine {
  const { version, jobs, workflows } = parse(text("circleci.yml"));
  expect([version, workflows.tls.jobs]).toEqual([2.1, ["tls-check", { "tls-report": { requires: ["tls-check"] } }]]);
  const commandOf = (job: { steps: readonly { run?: string }[] }) => job.steps.find(({ run }) => run)!.run!;
  const count = jobs["tls-check"].parallelism;
  return {
    check: commandOf(jobs["tls-check"]),
    report: commandOf(jobs["tls-report"]),
    count,
    environmentOf: (index) => ({ CIRCLE_NODE_INDEX: `${index}`, CIRCLE_NODE_TOTAL: `${count}` }),
  };
}

function github(): Engine {
  const { jobs } = workflowOf(text("github.yml"));
  const commandOf = (job: string) => jobs[job]!.steps.find(({ run }) => run)!.run!;
  const { env } = parse(text("github.yml")).jobs.check;
  const count = jobs["check"]!.strategy!.matrix.part.length;
  return {
    check: commandOf("check"),
    report: commandOf("report"),
    count,
    environmentOf: (index) =>
      Object.fromEntries(
        Object.entries<string>(env).map(([name, value]) => [
          name,
          value.replace("${{ strategy.job-index }}", `${index}`).replace("${{ strategy.job-total }}", `${count}`),
        ]),
      ),
  };
}

function kubernetes(): Engine {
  const [check, report] = parseAllDocuments(text("kubernetes.yml")).map((document) => document.toJS());
  for (const { apiVersion, kind, spec } of [check, report])
    expect([apiVersion, kind, spec.template.spec.restartPolicy]).toEqual(["batch/v1", "Job", "Never"]);
  expect(check.spec.completionMode).toBe("Indexed");
  const containerOf = (job: typeof check) => job.spec.template.spec.containers[0];
  const { env } = containerOf(check);
  return {
    check: containerOf(check).command[2],
    report: containerOf(report).command[2],
    count: check.spec.completions,
    environmentOf: (index) => ({
      JOB_COMPLETION_INDEX: `${index}`,
      ...Object.fromEntries(env.map(({ name, value }: { name: string; value: string }) => [name, value])),
    }),
  };
}

function slurm(): Engine {
  const script = text("slurm.sh");
  const [, first, last] = /^#SBATCH --array=(\d+)-(\d+)$/m.exec(script)!.map(Number);
  const count = last! - first! + 1;
  return {
    check: `set -- check; ${script}`,
    report: `set -- report; ${script}`,
    count,
    environmentOf: (index) => ({
      SLURM_ARRAY_TASK_ID: `${first! + index}`,
      SLURM_ARRAY_TASK_MIN: `${first}`,
      SLURM_ARRAY_TASK_MAX: `${last}`,
      SLURM_ARRAY_TASK_STEP: "1",
      SLURM_ARRAY_TASK_COUNT: `${count}`,
    }),
  };
}

/** A machine with the fleet in its folder `fleet`, and a place for reports. */
function machineWithFleet(): Folder {
  const service = { "package.json": '{ "engines": { "node": ">=20" } }', "src/a.js": upgrade, "src/b.js": ask };
  const fleet = createFleet({
    "fleet/one": service,
    "fleet/two": { ...service, "src/c.js": manual, "src/broken.js": broken },
    "fleet/three": { "options.js": "exports.options = { minVersion: 'TLSv1' };\n", "main.js": "require('tls').connect(require('./options').options);\n" },
  });
  mkdirSync(join(fleet.path, "parts"));
  return fleet;
}

function copyOf(folder: Folder): Folder {
  const copy = createFolder();
  cpSync(folder.path, copy.path, { recursive: true });
  return copy;
}

// the report names commits, and each fleet has the same
beforeAll(() => void ["AUTHOR", "COMMITTER"].forEach((who) => vi.stubEnv(`GIT_${who}_DATE`, "2026-01-01T00:00:00Z")));
afterAll(() => void vi.unstubAllEnvs());

/** What a run over all of the fleet prints, which no engine has divided. */
let whole: string | undefined;

it.each(["gitlab-ci.yml", "buildkite.yml", "circleci.yml", "github.yml", "kubernetes.yml", "slurm.sh"])("shards/%s lets a job fail that is no part of a whole", (file) => {
  const check = /npx --yes tls-codemod.* check fleet .*$/m.exec(text(file))![0];
  expect(createShell().run(seenByAgent(check), createFolder().path).code).toBe(1);
});

describe.each([
  ["gitlab-ci.yml", gitlab],
  ["buildkite.yml", buildkite],
  ["circleci.yml", circleci],
  ["github.yml", github],
  ["kubernetes.yml", kubernetes],
  ["slurm.sh", slurm],
])("shards/%s", (_file, read) => {
  it("makes the report of the fleet that was not divided, byte for byte, also where a part is done twice", () => {
    const { check, report, count, environmentOf } = read();
    const [fleet, shell] = [machineWithFleet(), createShell()];
    const parts = createFolder();
    const codes = Array.from({ length: count }, (_, index) => {
      const machine = copyOf(fleet);
      const env = environmentOf(index);
      const first = shell.run(check, machine.path, env);
      if (index === 0) expect(shell.run(check, machine.path, env)).toEqual(first);
      cpSync(join(machine.path, "parts"), join(parts.path, "parts"), { recursive: true });
      return first.code;
    });
    // a file that does not parse is named in the report, and keeps no job from it
    expect([codes, shell.run(report, parts.path).code]).toEqual([Array.from({ length: 4 }, () => 0), 0]);
    whole ??= shell.run("npx --yes tls-codemod@1 check fleet --fail-on none --format json", fleet.path).stdout;
    expect(parts.read("tls-report.json")).toBe(whole);
    expect(JSON.parse(whole).repositories).toHaveLength(3);
    expect(parts.read("tls-report.html")).toContain("<!doctype html>");
  });
});

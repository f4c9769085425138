import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { satisfies } from "semver";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { root } from "./workspace-packages.js";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(root, ".github/workflows");
const files = readdirSync(folder);
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Readonly<Record<string, string>>;
  engines: { node: string };
};

function workflowOf(file: string): Workflow {
  const document = parseDocument(readFileSync(join(folder, file), "utf8"));
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS() as Workflow;
}

const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);
const commandsOf = (workflow: Workflow) =>
  stepsOf(workflow).flatMap(({ run, with: settings = {} }) =>
    [run, settings["version"], settings["publish"]].filter((command) => command !== undefined).map(String),
  );

describe.each(files)("%s", (file) => {
  const workflow = workflowOf(file);

  it("calls scripts that there are", () => {
    const called = commandsOf(workflow).map((command) => /^npx --yes pnpm@12 ([\w:-]+)/.exec(command)?.[1]);
    expect(called).not.toEqual([]);
    expect(called.filter((script) => script !== "install" && !(script! in manifest.scripts))).toEqual([]);
  });

  it("names a release of each action", () => {
    const actions = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
    expect(actions).not.toEqual([]);
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@(v\d+|[0-9a-f]{40})$/.test(action))).toEqual([]);
  });

  it("grants nothing that it does not name", () => {
    expect(Object.values(workflow.permissions!).filter((access) => access !== "read")).toEqual([]);
  });
});

it("CI runs the tests on every supported line of Node and on every system", () => {
  const { test } = workflowOf("ci.yml").jobs;
  const { os, node } = test!.strategy!.matrix;
  expect(os).toEqual(["ubuntu-latest", "macos-latest", "windows-latest"]);
  expect(node!.filter((line) => !satisfies(`${line}.99.0`, manifest.engines.node))).toEqual([]);
  expect(node).toHaveLength(3);
});

it("CI runs the README's own commands, and everything that a fresh machine runs", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const commands = commandsOf(workflowOf("ci.yml"));
  expect(readme).toContain("npx pnpm@12 test");
  expect(commands).toContain("npx --yes pnpm@12 test");
  const local = readFileSync(join(root, ".ci/run"), "utf8").match(/^npx .*$/gm)!;
  expect(commands).toEqual(expect.arrayContaining([...local]));
});

it("only the release and the site may ask for an identity token, and no npm token is held", () => {
  const asking = files.filter((file) =>
    Object.values(workflowOf(file).jobs).some(({ permissions }) => permissions?.["id-token"] === "write"),
  );
  expect(asking).toEqual(["pages.yml", "release.yml"]);
  expect(readFileSync(join(folder, "release.yml"), "utf8")).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
});

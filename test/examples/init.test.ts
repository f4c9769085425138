import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ask, strong } from "../../codemods/test/harness/samples.js";
import { createProject, type TemporaryProject } from "../hosts/temporary-project.js";
import { commandsOf, createShell, root, workflowOf } from "./bench.js";

const projects: TemporaryProject[] = [];
afterEach(() => projects.splice(0).forEach((project) => project.remove()));

/** A project that `init` has set up, with the packages installed that it names. */
function createInitialized(files: Readonly<Record<string, string>>, words = "") {
  const [project, shell] = [createProject({ eslint: "eslint" }), createShell()];
  projects.push(project);
  project.write({ ".gitignore": "node_modules\n", ...files });
  execFileSync("git", ["init", "--quiet"], { cwd: project.folder });
  const { code, stdout } = shell.run(`tls-codemod init --yes ${words}`, project.folder);
  expect(code, stdout).toBe(0);
  return { project, run: (command: string) => shell.run(command, project.folder) };
}

const eslint = `"${process.execPath}" "${join(root, "node_modules/eslint/bin/eslint.js")}" --format json .`;
const rulesIn = (printed: string) => (JSON.parse(printed) as { messages: { ruleId: string }[] }[]).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));

describe("what init writes works", () => {
  it.each([
    ["module", "eslint.config.js", "--profile modern"],
    ["commonjs", "eslint.config.mjs", ""],
    ["commonjs", "eslint.config.mjs", "--profile legacy"],
  ])("ESLint lints with it: type %s, %s %s", (type, config, words) => {
    const { project, run } = createInitialized({ "package.json": `{ "type": "${type}" }`, "a.cjs": ask }, words);
    expect(project.read(config)).toContain("eslint-plugin-tls");
    const { code, stdout, stderr } = run(eslint);
    expect(stderr).toBe("");
    expect([code, rulesIn(stdout)]).toEqual([1, expect.arrayContaining(["tls/no-disabled-certificate-verification"])]);
  });

  it("the workflow's step annotates and fails on an error, and passes without", () => {
    const { project, run } = createInitialized({ "package.json": "{}", "a.js": ask });
    const [command, ...others] = commandsOf(workflowOf(project.read(".github/workflows/tls.yml")), "check");
    expect(others).toEqual([]);
    expect(run(command!)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^::error file=a\.js,line=1,/) });
    project.write({ "a.js": strong });
    expect(run(command!)).toMatchObject({ code: 0, stdout: "" });
  });

  it("GitLab's job leaves the report that it names", () => {
    const { project, run } = createInitialized({ "package.json": "{}", "a.js": ask, ".gitlab-ci.yml": "stages: [test]\n" });
    const job = parse(project.read(".gitlab/tls.yml"))["tls-options"];
    expect(run(job.script.join("\n")).code).toBe(1);
    expect(JSON.parse(project.read(job.artifacts.reports.codequality))[0].check_name).toBe("no-disabled-certificate-verification");
  });
});

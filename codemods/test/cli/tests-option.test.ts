import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, upgrade, upgraded } from "../harness/samples.js";

const files = {
  "src/a.js": upgrade,
  "test/a.test.js": ask,
  "fixtures/.env": "NODE_TLS_REJECT_UNAUTHORIZED=0\n",
  "src/.env": "NODE_TLS_REJECT_UNAUTHORIZED=0\n",
};

async function pathsFound(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { stdout } = await run(createFolder({ ...files, ...more }), ["check", "--format", "json", ...args]);
  const { findings, totals } = JSON.parse(stdout) as {
    findings: readonly { path: string; test: boolean }[];
    totals: { tests: number };
  };
  expect(totals.tests).toBe(findings.filter(({ test }) => test).length);
  return findings.map(({ path, test }) => `${path}${test ? " (test)" : ""}`).sort();
}

const programs = ["src/.env", "src/a.js"];
const tests = ["fixtures/.env (test)", "test/a.test.js (test)"];

describe("--tests", () => {
  it.each([
    ["include", [...tests, ...programs]],
    ["only", tests],
    ["exclude", programs],
  ])("%s", async (which, paths) => {
    expect(await pathsFound(["--tests", which])).toEqual([...paths].sort());
  });

  it("includes them by default", async () => {
    expect(await pathsFound([])).toEqual([...tests, ...programs].sort());
  });

  it("is taken from the configuration, after the command line", async () => {
    const config = { "tls-codemod.config.json": '{ "tests": "exclude" }' };
    expect(await pathsFound([], config)).toEqual(programs);
    expect(await pathsFound(["--tests", "only"], config)).toEqual(tests);
  });

  it("knows no other word", async () => {
    const { exitCode, stderr } = await run(createFolder(files), ["check", "--tests", "none"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Allowed choices are include, only, exclude.");
  });
});

describe("fix", () => {
  it("edits a test only when asked", async () => {
    const folder = createRepository({ "src/a.js": upgrade, "test/b.test.js": upgrade });
    const { stdout } = await run(folder, ["fix"]);
    expect(folder.read("src/a.js")).toBe(upgraded);
    expect(folder.read("test/b.test.js")).toBe(upgrade);
    expect(stdout).toContain("1 in tests");
    await run(folder, ["fix", "--ask", "--allow-dirty"]);
    expect(folder.read("test/b.test.js")).toBe(upgraded);
  });
});

describe("every report tells tests apart:", () => {
  it.each([
    ["pretty", /1 in tests/],
    ["md", /Of the open findings, 1 stands in tests\./],
    ["html", /1 in tests,/],
    ["csv", /,"test\/a\.test\.js","true",/],
    ["sarif", /"test": ?true/],
    ["jsonl", /"test":true/],
  ])("%s", async (format, told) => {
    const folder = createFolder({ "src/a.js": upgrade, "test/a.test.js": ask });
    expect((await run(folder, ["check", "--format", format])).stdout).toMatch(told);
  });
});

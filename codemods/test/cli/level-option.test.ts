import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade } from "../harness/samples.js";

const files = {
  "a.js": upgrade,
  "b.js": "require('tls').connect({ host, rejectUnauthorized: strict });\n",
  "c.js": "exports.options = { maxVersion: 'TLSv1.2' };\n",
  "test/d.js": upgrade,
};

async function found(words: readonly string[], given: Readonly<Record<string, string>> = files) {
  const { stdout, exitCode } = await run(createFolder(given), [...words, "--format", "json"]);
  const { findings, policy } = JSON.parse(stdout) as {
    findings: { path: string; level: string; certainty: string }[];
    policy: object;
  };
  return { found: findings.map(({ path, level, certainty }) => `${path} ${level} ${certainty}`), policy, exitCode };
}

const all = ["a.js error proven", "b.js note proven", "c.js warning likely", "test/d.js warning proven"];

describe("--level and --certainty", () => {
  it.each<[readonly string[], readonly string[]]>([
    [[], all],
    [["--level", "note"], all],
    [["--level", "warning"], all.filter((line) => !line.includes(" note "))],
    [["--level", "error"], ["a.js error proven"]],
    [["--certainty", "proven"], all.filter((line) => line.endsWith("proven"))],
    [
      ["--level", "warning", "--certainty", "proven"],
      ["a.js error proven", "test/d.js warning proven"],
    ],
  ])("%j", async (words, expected) => {
    const { found: shown, policy } = await found(words);
    expect(shown).toEqual(expected);
    const value = (name: string, byDefault: string) => words[words.indexOf(name) + 1 || words.length] ?? byDefault;
    expect(policy).toMatchObject({ level: value("--level", "note"), certainty: value("--certainty", "likely") });
  });

  it("stand in the configuration too", async () => {
    const config = { "tls-codemod.config.json": JSON.stringify({ level: "error", certainty: "proven" }) };
    expect((await found([], { ...files, ...config })).found).toEqual(["a.js error proven"]);
    expect((await found(["--level", "note"], { ...files, ...config })).found).toEqual(
      all.filter((line) => line.endsWith("proven")),
    );
  });

  it("say what fix edits", async () => {
    const folder = createRepository(files);
    await run(folder, ["fix", "--level", "error"]);
    expect(["a.js", "c.js"].map((path) => folder.read(path) === files[path as "a.js"])).toEqual([false, true]);
  });

  it("what they leave out is neither stale in the baseline nor pruned from it", async () => {
    const folder = createRepository(files);
    await run(folder, ["baseline"]);
    const { stdout, exitCode } = await run(folder, ["--level", "error"]);
    expect([stdout.includes("stale"), exitCode]).toEqual([false, 0]);
    const before = folder.read(".tls-codemod-baseline.json");
    await run(folder, ["baseline", "--prune", "--level", "error"]);
    expect(folder.read(".tls-codemod-baseline.json")).toBe(before);
  });

  it("reports of different ones are not merged", async () => {
    const folder = createRepository(files);
    await run(folder, ["-o", "1.json", "--shard", "1/2", "--level", "error"]);
    await run(folder, ["-o", "2.json", "--shard", "2/2"]);
    const { stderr, exitCode } = await run(folder, ["merge", "1.json", "2.json"]);
    expect([stderr.includes("their --level differs"), exitCode]).toEqual([true, 2]);
  });
});

import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { createFleet } from "../harness/fleet.js";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, broken, manual, plain, upgrade } from "../harness/samples.js";
import { refusals } from "../merge/shard-table.js";

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL("../../report.schema.json", import.meta.url), "utf8")),
);

/** Runs each shard, and returns the merged report beside that of a run that is not split. */
async function splitAndMerge(folder: Folder, count: number, words: readonly string[]) {
  const reports = createFolder();
  const names = Array.from({ length: count }, (_, index) => `part-${index + 1}.json`);
  for (const [index, name] of names.entries())
    await run(folder, [...words, "--shard", `${index + 1}/${count}`, "-o", join(reports.path, name)]);
  const whole = await run(folder, [...words, "--format", "json"]);
  const merged = await run(reports, ["merge", ...names.reverse(), "--format", "json"]);
  return { whole, merged };
}

function realTree(): Folder {
  const folder = createFolder({
    "a/client.js": upgrade + ask + upgrade,
    "b/server.ts": manual,
    "b/broken.js": broken,
    "c/accepted.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- a test box\n${ask}`,
    "c/marked.js": `/* @tls-codemod-todo no-disabled-certificate-verification: look at this */\n${ask}`,
    "c/package.json": '{ "engines": { "node": "banana" } }',
    "binary.js": Buffer.from("\0"),
    Dockerfile: `FROM node
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
`,
    ".env": "NODE_OPTIONS=--tls-min-v1.0\n",
    "old.js": upgrade,
  });
  cpSync(fileURLToPath(new URL("../../src", import.meta.url)), join(folder.path, "src"), { recursive: true });
  folder.commit();
  return folder;
}

describe("merge of the shards of a real tree", () => {
  it.each([1, 2, 3, 7])("%i: is the report of the run that is not split, byte for byte", async (count) => {
    const folder = realTree();
    folder.git("remote", "add", "origin", "https://example.com/acme/service.git");
    await run(folder, ["baseline", "old.js"]);
    folder.git("rm", "--quiet", "-f", "old.js");
    const { whole, merged } = await splitAndMerge(folder, count, ["check"]);
    expect(merged.stdout).toBe(whole.stdout);
    const { staleBaseline, markers } = JSON.parse(merged.stdout);
    expect([staleBaseline[0].path, markers[0].path]).toEqual(["old.js", "c/marked.js"]);
    expect([merged.exitCode, whole.exitCode]).toEqual([3, 3]);
  });

  it("takes a folder for all reports below it", async () => {
    const folder = realTree();
    const reports = createFolder({ "notes.txt": "no report\n", "part-1/log.txt": "neither\n" });
    for (const index of [1, 2, 3]) {
      reports.write({ [`part-${index}/note`]: "" });
      await run(folder, ["--shard", `${index}/3`, "-o", join(reports.path, `part-${index}`, "report.json")]);
    }
    const whole = await run(folder, ["--format", "json"]);
    expect(await run(reports, ["merge", ".", "--format", "json"])).toEqual(whole);
    expect(await run(reports, ["merge", "part-3", "part-1", "part-2/report.json", "--format", "json"])).toEqual(whole);
    const empty = await run(createFolder({ "a/b.txt": "" }), ["merge", "a"]);
    expect([empty.exitCode, empty.stderr]).toEqual([
      2,
      expect.stringContaining("a: there is no JSON report in this folder"),
    ]);
  });

  it("holds for several repositories, and without any", async () => {
    const fleet = createFleet(
      { one: { "a.js": upgrade, "b.js": ask }, two: { "a.js": upgrade, "c.js": plain } },
      { "tool.js": upgrade },
    );
    const { whole, merged } = await splitAndMerge(fleet, 3, ["check"]);
    expect(merged.stdout).toBe(whole.stdout);
    expect(JSON.parse(merged.stdout).repositories).toHaveLength(3);
  });

  it("holds for what fix would leave, with the exit code of the command", async () => {
    const parts = createFolder();
    const copies = [
      createRepository({ "a.js": upgrade, "b.js": ask }),
      createRepository({ "a.js": upgrade, "b.js": ask }),
    ];
    for (const [index, copy] of copies.entries())
      await run(copy, ["fix", "--shard", `${index + 1}/2`, "-o", join(parts.path, `${index + 1}.json`)]);
    const commits = ["1.json", "2.json"].map((name) => JSON.parse(parts.read(name)).repo.commit);
    if (commits[0] !== commits[1]) parts.write({ "2.json": parts.read("2.json").replaceAll(commits[1], commits[0]) });
    const { stdout, exitCode } = await run(parts, ["merge", "1.json", "2.json"]);
    expect(stdout).toContain("fixed 1 finding in 1 file · 1 finding left in 1 file · 1 error · 1 ask");
    expect(exitCode).toBe(1);
  });
});

it.each([
  [[true, null, false], true],
  [[false, null, false], null],
  [[null, null, null], null],
  [[false, false, false], false],
])("of shards with changes of %j has %j", async (known, expected) => {
  // a shard tells of a repository only where it has one of its files
  const files = Object.fromEntries([..."abcdefghijklmnop"].map((name) => [`${name}.js`, upgrade]));
  const [folder, reports] = [createRepository(files), createFolder()];
  for (const [index, dirty] of known.entries()) {
    const { stdout } = await run(folder, ["--shard", `${index + 1}/3`, "--format", "json"]);
    const { repo, repositories, ...rest } = JSON.parse(stdout);
    const changed = repositories.map((each: object) => ({ ...each, dirty }));
    reports.write({ [`${index}.json`]: JSON.stringify({ ...rest, repo: { ...repo, dirty }, repositories: changed }) });
  }
  const { stdout } = await run(reports, ["merge", "0.json", "1.json", "2.json", "--format", "json"]);
  const { repo, repositories } = JSON.parse(stdout);
  expect([repo.dirty, ...repositories.map(({ dirty }: { dirty: unknown }) => dirty)]).toEqual([expected, expected]);
});

describe("merge of repositories", () => {
  const files = {
    one: { "src/a.js": upgrade, "package.json": '{ "engines": { "node": ">=20" } }' },
    two: { "src/a.js": upgrade + ask, "b.js": broken },
  };

  async function reports(): Promise<Folder> {
    const fleet = createFleet(files);
    fleet.git("-C", "one", "remote", "add", "origin", "git@example.com:acme/one.git");
    for (const name of ["one", "two"])
      await run(fleet, ["-o", join(fleet.path, `${name}.json`), "--fail-on", "none"], { cwd: join(fleet.path, name) });
    return fleet;
  }

  it("is a report of the fleet: each named by its remote or its file, with its own totals", async () => {
    const fleet = await reports();
    const { stdout, exitCode } = await run(fleet, ["merge", "one.json", "two.json", "--format", "json"]);
    const report = JSON.parse(stdout);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(exitCode).toBe(3);
    expect(report.repo).toBeNull();
    expect(
      report.repositories.map(({ name, totals }: { name: string; totals: { findings: { new: number } } }) => [
        name,
        totals.findings.new,
      ]),
    ).toEqual([
      ["acme/one", 1],
      ["two", 2],
    ]);
    expect(
      report.findings.map(({ repository, path }: { repository: string; path: string }) => [repository, path]),
    ).toEqual([
      ["acme/one", "acme/one/src/a.js"],
      ["two", "two/src/a.js"],
      ["two", "two/src/a.js"],
    ]);
    expect(report.errors[0].path).toBe("two/b.js");
    expect(report.policy.node).toContainEqual({ range: ">=20", source: "engines", manifest: "acme/one/package.json" });
  });

  it("finds what one run over all of them finds", async () => {
    const fleet = await reports();
    const merged = JSON.parse((await run(fleet, ["merge", "one.json", "two.json", "--format", "json"])).stdout);
    const together = JSON.parse((await run(fleet, ["check", "one", "two", "--format", "json"])).stdout);
    expect(merged.totals).toEqual(together.totals);
    const prints = ({ findings }: { findings: { fingerprint: string }[] }) =>
      findings.map(({ fingerprint }) => fingerprint);
    expect(prints(merged)).toEqual(prints(together));
  });

  it("goes into any format that needs no diff, and again into a merge", async () => {
    const fleet = await reports();
    await run(fleet, ["merge", "one.json", "two.json", "-o", "fleet.json", "-o", "lines.jsonl", "-o", "fleet.sarif"]);
    expect(fleet.read("lines.jsonl").trimEnd().split("\n").length).toBeGreaterThan(5);
    expect(JSON.parse(fleet.read("fleet.sarif")).version).toBe("2.1.0");
    expect((await run(fleet, ["merge", "fleet.json", "--format", "json"])).stdout).toBe(fleet.read("fleet.json"));
    const { stdout } = await run(fleet, ["merge", "fleet.json", "--fail-on", "none"]);
    expect(stdout).toContain("scanned 4 files in 2 repositories · 2 parsed · 1 failed");
    expect(await run(fleet, ["merge", "fleet.json", "-o", "a.patch"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("JSON reports hold no patches"),
    });
  });
});

describe("merge refuses", () => {
  type Json = Record<string, unknown> & { tool: object; policy: object };

  /** Three shards of one repository as JSON, and what else the tests make of them. */
  async function parts(change: (parts: readonly Json[]) => readonly unknown[]): Promise<Folder> {
    const [folder, reports] = [
      createRepository({ "a.js": upgrade, "b.js": upgrade, "c.js": upgrade, "d.js": upgrade, "e.js": upgrade }),
      createFolder(),
    ];
    const shards: Json[] = [];
    for (const index of [1, 2, 3])
      shards.push(JSON.parse((await run(folder, ["--shard", `${index}/3`, "--format", "json"])).stdout));
    for (const [index, part] of change(shards).entries())
      reports.write({ [`${index + 1}.json`]: typeof part === "string" ? part : JSON.stringify(part) });
    return reports;
  }

  const changes: Readonly<Record<string, (parts: readonly Json[]) => readonly unknown[]>> = {
    "a gap": ([first, , third]) => [first, third],
    "several gaps": ([first]) => [first],
    "a shard that comes twice": ([first, second, third]) => [first, second, second, third],
    "shards of different runs": ([first, second, third]) => [
      first,
      { ...second, shard: { index: 2, count: 4 } },
      third,
    ],
    "a shard beside the whole": ([first, ...rest]) => [{ ...first, shard: null }, ...rest],
    "mixed versions": ([first, second, third]) => [
      first,
      second,
      { ...third, tool: { name: "tls-codemod", version: "9.9.9" } },
    ],
    "mixed commands": ([first, second, third]) => [first, { ...second, command: "fix" }, third],
    "mixed profiles": ([first, second, third]) => [
      first,
      { ...second, policy: { ...second!.policy, profile: "modern" } },
      third,
    ],
    "mixed policies": ([first, second, third]) => [
      first,
      { ...second, policy: { ...second!.policy, file: "acme.json" } },
      third,
    ],
    "mixed rules": ([first, second, third]) => [
      first,
      { ...second, policy: { ...second!.policy, rules: ["a"] } },
      third,
    ],
    "mixed Node ranges": ([first, second, third]) => [
      first,
      { ...second, policy: { ...second!.policy, node: [{ range: "20", source: "option" }] } },
      third,
    ],
    "another schema": ([first]) => [{ ...first, schemaVersion: 2 }],
    "a wrong field": ([first]) => [{ ...first, policy: { ...first!.policy, profile: "old" } }],
    "a missing field": ([first]) => [{ ...first, findings: [{}] }],
    "a SARIF report": () => ['{ "version": "2.1.0", "runs": [] }'],
    "other JSON": () => ["[]"],
    "a file that is no JSON": () => ["findings: none"],
    "mixed commits of one repository": (all) =>
      all.map((part, index) => ({
        ...part,
        repo: { url: "https://example.com/acme/service.git", commit: String(index).repeat(40), dirty: false },
      })),
  };

  it("each refusal that docs/shards.md names is tried", () => {
    expect(Object.keys(changes).sort()).toEqual(refusals.map(({ given }) => given).sort());
  });

  it.for(refusals)("$given, with the files, and says what to do", async ({ given, says }) => {
    const change = changes[given]!;
    const folder = await parts(change);
    const files = ["1.json", "2.json", "3.json", "4.json"].filter((name) => {
      try {
        return folder.read(name) !== "";
      } catch {
        return false;
      }
    });
    const { exitCode, stdout, stderr } = await run(folder, ["merge", ...files]);
    for (const message of says) expect(stderr).toContain(message);
    expect([exitCode, stdout]).toEqual([2, ""]);
  });

  it("mixed commits of one repository", async () => {
    const [folder, reports] = [createRepository({ "a.js": upgrade }), createFolder()];
    folder.git("remote", "add", "origin", "https://example.com/acme/service.git");
    await run(folder, ["--shard", "1/2", "-o", join(reports.path, "1.json")]);
    folder.write({ "b.js": upgrade });
    folder.commit();
    await run(folder, ["--shard", "2/2", "-o", join(reports.path, "2.json")]);
    expect(await run(reports, ["merge", "1.json", "2.json"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(
        /their commit differs: 1\.json has "[0-9a-f]{40}", and 2\.json has "[0-9a-f]{40}"\./,
      ),
    });
  });

  it("two reports of one repository, and two repositories of one name", async () => {
    const reports = createFolder();
    for (const name of ["a", "b"])
      await run(createFolder({ "x.js": upgrade }), ["-o", join(reports.path, name, "service.json")]);
    expect(await run(reports, ["merge", "a/service.json", "b/service.json"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("a/service.json and b/service.json are both reports of service."),
    });
  });

  it("a file that is not there", async () => {
    expect(await run(createFolder(), ["merge", "gone.json"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("gone.json: it is gone, or a link to nothing (ENOENT)."),
    });
  });
});

import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { createFleet } from "../harness/fleet.js";
import { createFolder, type Folder } from "../harness/folder.js";
import { run, type RunOptions } from "../harness/run.js";
import { ask, broken, plain, upgrade, upgraded } from "../harness/samples.js";

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL("../../report.schema.json", import.meta.url), "utf8")),
);

async function json(folder: Folder, words: readonly string[], options: RunOptions = {}) {
  const { stdout, stderr } = await run(folder, ["check", "--format", "json", ...words], options);
  expect(stderr).not.toContain("tls-codemod:");
  const report = JSON.parse(stdout);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  return report;
}

const services = {
  "service-a": { "package.json": '{ "engines": { "node": ">=20" } }', "src/a.js": upgrade, "src/b.js": plain },
  "service-b": { "src/a.js": ask, "src/broken.js": broken },
  "service-c": { "README.md": "nothing to read" },
};

describe("paths in several repositories", () => {
  it("give one report, with the totals and the commit of each repository", async () => {
    const fleet = createFleet(services);
    fleet.git("-C", "service-a", "remote", "add", "origin", "https://example.com/acme/service-a.git");
    const report = await json(fleet, ["service-a", "service-b"]);
    expect(
      report.findings.map(({ repository, path }: { repository: string; path: string }) => [repository, path]),
    ).toEqual([
      ["service-a", "service-a/src/a.js"],
      ["service-b", "service-b/src/a.js"],
    ]);
    const commit = (name: string) => fleet.git("-C", name, "rev-parse", "HEAD").trim();
    expect(report.repositories).toMatchObject([
      { name: "service-a", url: "https://example.com/acme/service-a.git", commit: commit("service-a"), dirty: false },
      { name: "service-b", url: null, commit: commit("service-b"), dirty: false },
    ]);
    expect(report.repositories[0].totals).toMatchObject({
      files: { seen: 3, changed: 1, unchanged: 2, skipped: 0, failed: 0 },
      parsed: 1,
      findings: { new: 1 },
      grades: { upgrade: 1 },
    });
    expect(report.repositories[1].totals).toMatchObject({
      files: { seen: 2, changed: 0, unchanged: 1, skipped: 0, failed: 1 },
      findings: { new: 1 },
      grades: { ask: 1 },
    });
    expect(report.totals).toMatchObject({
      files: { seen: 5, changed: 1, unchanged: 3, skipped: 0, failed: 1 },
      findings: { new: 2 },
    });
    expect(report.repo).toBeNull();
    expect(report.policy.node).toEqual([
      { range: null, source: "default" },
      { range: ">=20", source: "engines", manifest: "service-a/package.json" },
    ]);
  });

  it("judge each repository as it is judged alone: the same fingerprints, no engines.node from outside", async () => {
    const fleet = createFleet(services, { "package.json": '{ "engines": { "node": "22" } }' });
    const together = await json(fleet, ["service-a", "service-b"]);
    const alone = [await json(fleet, ["service-a"]), await json(fleet, [], { cwd: join(fleet.path, "service-b") })];
    expect(together.findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toEqual(
      alone.flatMap(({ findings }) => findings).map(({ fingerprint }) => fingerprint),
    );
    expect(together.policy.node.map(({ range }: { range: string | null }) => range)).toEqual([null, ">=20"]);
    expect(alone[0].repositories.map(({ name }: { name: string }) => name)).toEqual(["."]);
  });

  it("may be one folder that holds them, and files in none", async () => {
    const report = await json(createFleet(services, { "tool.js": upgrade }), []);
    expect(
      report.repositories.map(({ name, commit }: { name: string; commit: string | null }) => [name, commit !== null]),
    ).toEqual([
      [".", false],
      ["service-a", true],
      ["service-b", true],
    ]);
    expect(report.findings.map(({ repository }: { repository: string }) => repository)).toEqual([
      "service-a",
      "service-b",
      ".",
    ]);
  });

  it("are asked each for what has changed by --since", async () => {
    const fleet = createFleet(services);
    fleet.write({ "service-a/src/b.js": upgrade, "service-b/src/c.js": ask });
    const report = await json(fleet, ["service-a", "service-b", "--since", "HEAD"]);
    expect(report.findings.map(({ path }: { path: string }) => path)).toEqual([
      "service-a/src/b.js",
      "service-b/src/c.js",
    ]);
  });

  it("have their totals printed, those without anything to do as a number", async () => {
    const fleet = createFleet({ ...services, "service-d": { "a.js": plain } });
    const { stdout } = await run(fleet, ["service-a", "service-b", "service-d"]);
    expect(stdout).toContain("scanned 6 files in 3 repositories in ");
    expect(stdout).toContain(
      `
 3 repositories
   service-a  1 finding · 1 upgrade
   service-b  1 finding · 1 ask · 1 file failed
   and 1 with nothing to do
`,
    );
    expect((await run(fleet, ["service-a"])).stdout).not.toContain("repositories");
  });

  it("are fixed in one run, undone in one, and give a diff that applies where the run has started", async () => {
    const env = { TLS_CODEMOD_STATE: createFolder().path };
    const fleet = createFleet({ "service-a": { "a.js": upgrade }, "service-b": { "a.js": upgrade } });
    const { stdout: diff } = await run(fleet, ["--diff"]);
    execFileSync("git", ["apply", "--check", "-"], { cwd: fleet.path, input: diff });
    const texts = () => [fleet.read("service-a/a.js"), fleet.read("service-b/a.js")];
    expect((await run(fleet, ["fix", "service-a", "service-b"], { env })).exitCode).toBe(0);
    expect(texts()).toEqual([upgraded, upgraded]);
    await run(fleet, ["undo"], { env });
    expect(texts()).toEqual([upgrade, upgrade]);
  });

  it("that have uncommitted changes refuse the whole fix by name", async () => {
    const fleet = createFleet({ "service-a": { "a.js": upgrade }, "service-b": { "a.js": plain } });
    fleet.write({ "service-b/a.js": upgrade });
    expect(await run(fleet, ["fix", "service-a", "service-b"])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining("service-b/a.js"),
    });
    expect(fleet.read("service-a/a.js")).toBe(upgrade);
  });
});

describe("--repos", () => {
  it.each([
    ["lines", "# the fleet\n\n../service-a\r\n  ../service-b  \n../service-c\n"],
    [
      "JSON",
      `[
  "../service-a", // the first
  { "path": "../service-b" }, "../service-c"]`,
    ],
  ])("reads the folders of a list in %s, from its own folder; one without files to read counts", async (_, list) => {
    const fleet = createFleet(services, { "lists/fleet": list });
    const report = await json(fleet, ["--repos", "lists/fleet"]);
    expect(
      report.repositories.map(({ name, totals }: { name: string; totals: { files: { seen: number } } }) => [
        name,
        totals.files.seen,
      ]),
    ).toEqual([
      ["service-a", 3],
      ["service-b", 2],
      ["service-c", 0],
    ]);
  });

  it("follows a link, reads a folder once, and goes with --since", async () => {
    const fleet = createFleet(services, {
      "fleet.txt": `current
service-a
`,
    });
    symlinkSync("service-a", join(fleet.path, "current"));
    fleet.write({ "service-a/src/b.js": upgrade });
    expect((await json(fleet, ["--repos", "fleet.txt"])).totals.files.seen).toBe(3);
    expect(
      (await json(fleet, ["--repos", "fleet.txt", "--since", "HEAD"])).findings.map(
        ({ path }: { path: string }) => path,
      ),
    ).toEqual(["src/b.js"]);
  });

  it("is repeated in what to type next", async () => {
    const fleet = createFleet(services, {
      "fleet.txt": `service-a
service-b
`,
    });
    expect((await run(fleet, ["--repos", "fleet.txt"])).stdout).toContain("tls-codemod fix --repos fleet.txt  ");
  });

  it.each([
    [
      `service-a

service-x
a.js
`,
      `fleet:3: "service-x": there is no such file or folder
fleet:4: "a.js": is no folder
The paths of fleet are taken from its own folder, `,
    ],
    [
      "# nothing\n",
      `--repos fleet: it lists no folder.
Give one folder per line`,
    ],
    [
      `["service-a",
  5]`,
      `fleet:2: this is neither a path nor an object with a \`path\`.
Give a JSON array of paths`,
    ],
    [
      `[
"service-a"
"service-b"]`,
      "fleet:3: it is not JSON: CommaExpected\n",
    ],
    ['{ "repos": [] }', "fleet:1: it is no array.\n"],
  ])("%j is refused with its line", async (list, message) => {
    const fleet = createFleet(services, { fleet: list, "a.js": plain });
    const { exitCode, stdout, stderr } = await run(fleet, ["--repos", "fleet"]);
    expect(stderr).toContain(message);
    expect([exitCode, stdout]).toEqual([2, ""]);
  });

  it.each([
    [["--repos", "gone.txt"], "--repos gone.txt: it is gone, or a link to nothing (ENOENT).\n"],
    [["--repos", "fleet", "service-a"], "--repos cannot go together with paths"],
  ])("%j is refused", async (words, message) => {
    expect(await run(createFleet(services, { fleet: "service-a" }), words)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(message),
    });
  });
});

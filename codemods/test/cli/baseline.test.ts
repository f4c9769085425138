import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFleet } from "../harness/fleet.js";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, broken, manual, plain, upgrade, upgraded } from "../harness/samples.js";

const file = ".tls-codemod-baseline.json";

async function statuses(folder: Folder, ...words: readonly string[]) {
  const { findings, staleBaseline } = JSON.parse((await run(folder, ["check", "--format", "json", ...words])).stdout);
  return {
    statuses: findings.map(({ path, status }: { path: string; status: string }) => [path, status]),
    stale: staleBaseline.map(({ path }: { path: string }) => path),
  };
}

const entriesOf = (folder: Folder, name = file) =>
  JSON.parse(folder.read(name)).findings as readonly {
    readonly path: string;
    readonly rule: string;
    readonly message: string;
    readonly fingerprint: string;
  }[];

describe("baseline", () => {
  it("accepts what is found: check passes, says how much, and fails on what is new", async () => {
    const folder = createRepository({ "src/a.js": upgrade + ask, "b.js": manual });
    expect(await run(folder, ["baseline"])).toMatchObject({
      exitCode: 0,
      stdout: `${file}: 3 findings accepted\n`,
      stderr: "",
    });
    expect(await run(folder, ["check"])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("nothing found · 3 in baseline"),
    });
    folder.write({ "src/a.js": `// more\n\n${upgrade}${ask}${ask.replace("{ ", "{ host, ")}` });
    const { exitCode, stdout } = await run(folder, ["check"]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("1 finding in 1 file · 1 error · 1 ask · 3 in baseline");
  });

  it("is read by people: path, rule and message, in an order that moved code does not change", async () => {
    const folder = createRepository({ "b.js": upgrade + ask, "a.js": ask });
    await run(folder, ["baseline"]);
    expect(entriesOf(folder).map(({ path, rule }) => [path, rule])).toEqual([
      ["a.js", "no-disabled-certificate-verification"],
      ["b.js", "no-disabled-certificate-verification"],
      ["b.js", "no-legacy-secure-protocol"],
    ]);
    expect(entriesOf(folder)[2]!.message).toMatch(/^`secureProtocol: 'TLS_method'` /);
    const first = folder.read(file);
    const moved = createRepository({ "a.js": `\n${ask}`, "b.js": `// moved\n${ask}${upgrade}` });
    await run(moved, ["baseline"]);
    expect(moved.read(file)).toBe(first);
  });

  it("tells two equal lines apart: a third one is new", async () => {
    const folder = createRepository({ "a.js": upgrade + upgrade });
    await run(folder, ["baseline"]);
    expect(new Set(entriesOf(folder).map(({ fingerprint }) => fingerprint)).size).toBe(2);
    folder.write({ "a.js": upgrade + upgrade + upgrade });
    expect((await statuses(folder)).statuses.map(([, status]: [string, string]) => status).sort()).toEqual([
      "baseline",
      "baseline",
      "new",
    ]);
  });

  it("adds what is new and keeps the rest, also of files that it does not look at", async () => {
    const folder = createRepository({ "src/a.js": upgrade, "lib/b.js": upgrade });
    await run(folder, ["baseline"]);
    folder.write({ "src/a.js": plain, "src/c.js": ask });
    expect((await run(folder, ["baseline", "src"])).stdout).toBe(`${file}: 1 finding accepted, 2 kept\n`);
    expect(entriesOf(folder).map(({ path }) => path)).toEqual(["lib/b.js", "src/a.js", "src/c.js"]);
  });

  it("leaves out what a comment accepts", async () => {
    const folder = createRepository({
      "a.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- a test box\n${ask}`,
    });
    expect((await run(folder, ["baseline"])).stdout).toBe(`${file}: 0 findings accepted\n`);
    expect(existsSync(join(folder.path, file))).toBe(false);
  });

  it("names a file that cannot be read, does the others, and ends with 3", async () => {
    const folder = createRepository({ "a.js": upgrade, "broken.js": broken });
    expect(await run(folder, ["baseline"])).toMatchObject({
      exitCode: 3,
      stdout: `${file}: 1 finding accepted\n`,
      stderr: expect.stringMatching(/^failed: broken\.js does not parse: /),
    });
  });

  it("stands at the root of each repository, wherever the run starts", async () => {
    const fleet = createFleet({ one: { "src/a.js": upgrade }, two: { "src/a.js": upgrade + ask } });
    expect((await run(fleet, ["baseline", "one"])).stdout).toBe(`one/${file}: 1 finding accepted\n`);
    expect((await statuses(fleet, "one", "two")).statuses).toEqual([
      ["one/src/a.js", "baseline"],
      ["two/src/a.js", "new"],
      ["two/src/a.js", "new"],
    ]);
    expect((await run(fleet, ["baseline"])).stdout).toBe(
      `one/${file}: 0 findings accepted, 1 kept\ntwo/${file}: 2 findings accepted\n`,
    );
    expect((await run(fleet, ["check"], { cwd: join(fleet.path, "two") })).stdout).toContain("2 in baseline");
  });

  it("is another file with --baseline, for several repositories too", async () => {
    const fleet = createFleet({ one: { "src/a.js": upgrade }, two: { "src/a.js": upgrade } });
    expect((await run(fleet, ["baseline", "one", "--baseline", "accepted/tls.json"])).stdout).toBe(
      "accepted/tls.json: 1 finding accepted\n",
    );
    expect((await statuses(fleet, "one", "--baseline", "accepted/tls.json")).statuses).toEqual([
      ["src/a.js", "baseline"],
    ]);
    await run(fleet, ["baseline", "one", "two", "--baseline", "both.json"]);
    expect(entriesOf(fleet, "both.json").map(({ path }) => path)).toEqual(["one/src/a.js", "two/src/a.js"]);
    expect((await run(fleet, ["check", "--baseline", "both.json"])).exitCode).toBe(0);
  });
});

describe("what is gone", () => {
  const files = { "src/a.js": upgrade, "src/b.js": ask, "lib/c.js": upgrade, "d.js": upgrade };

  async function changed(): Promise<Folder> {
    const folder = createRepository(files);
    await run(folder, ["baseline"]);
    folder.write({ "src/a.js": upgraded, "src/new.js": ask });
    folder.git("rm", "--quiet", "d.js");
    return folder;
  }

  it("is named by check, with what takes it out", async () => {
    const folder = await changed();
    const { stdout } = await run(folder, ["check"]);
    expect(stdout).toContain(
      `stale: d.js no-legacy-secure-protocol is in the baseline, and not found any more
stale: src/a.js no-legacy-secure-protocol is`,
    );
    expect(stdout).toMatch(/tls-codemod baseline --prune +take 2 entries out of the baseline/);
    expect((await statuses(folder)).stale).toEqual(["d.js", "src/a.js"]);
  });

  it.each([
    [["lib"], ["d.js"]],
    [["src/b.js"], ["d.js"]],
    [["--rules", "no-disabled-certificate-verification"], []],
    [
      ["--rules", "-no-disabled-certificate-verification"],
      ["d.js", "src/a.js"],
    ],
    [["--no-baseline"], []],
  ])("%j says nothing of what it did not look at", async (words, stale) => {
    expect((await statuses(await changed(), ...words)).stale).toEqual(stale);
  });

  it("is named by one shard each", async () => {
    const folder = await changed();
    const shards = await Promise.all([1, 2, 3].map((index) => statuses(folder, "--shard", `${index}/3`)));
    expect(shards.flatMap(({ stale }) => stale).sort()).toEqual(["d.js", "src/a.js"]);
  });

  it("is taken out by --prune, which adds nothing", async () => {
    const folder = await changed();
    expect(await run(folder, ["baseline", "--prune"])).toMatchObject({
      exitCode: 0,
      stdout: `${file}: 2 findings that are gone taken out, 2 left\n`,
    });
    expect(entriesOf(folder).map(({ path }) => path)).toEqual(["lib/c.js", "src/b.js"]);
    expect((await statuses(folder)).statuses).toContainEqual(["src/new.js", "new"]);
  });
});

describe("fix", () => {
  const files = { "a.js": upgrade, "b.js": upgrade + ask };

  async function accepted(): Promise<Folder> {
    const folder = createRepository(files);
    await run(folder, ["baseline"]);
    folder.write({ "c.js": upgrade, "b.js": `${upgrade}${ask}${upgrade.replace("connect", "createServer")}${manual}` });
    folder.commit();
    return folder;
  }

  it("leaves what is accepted, unedited and unmarked", async () => {
    const folder = await accepted();
    const { stdout } = await run(folder, ["fix", "--ask", "--mark"]);
    expect(folder.read("a.js")).toBe(upgrade);
    expect(folder.read("c.js")).toBe(upgraded);
    expect(folder.read("b.js")).toMatch(
      /^require.*TLS_method.*\nrequire.*rejectUnauthorized: false \}\);\nrequire.*createServer\(\{ minVersion: 'TLSv1\.2' \}\);\nrequire.*connect\(\{ \/\* @tls-codemod-todo /,
    );
    expect(stdout).toContain("fixed 2 findings in 2 files");
    expect(stdout).toContain("3 in baseline");
  });

  it("--no-baseline edits it too", async () => {
    const folder = await accepted();
    await run(folder, ["fix", "--no-baseline"]);
    expect(folder.read("a.js")).toBe(upgraded);
  });

  it("-i does not ask about it", async () => {
    const folder = createRepository(files);
    await run(folder, ["baseline"]);
    const { exitCode, stderr } = await run(folder, ["fix", "-i"], {
      isTerminal: true,
      stdin: `y
y
y
`,
    });
    expect([exitCode, stderr.includes("a.js")]).toEqual([0, false]);
    expect([folder.read("a.js"), folder.read("b.js")]).toEqual([upgrade, upgrade + ask]);
  });

  it("remembers nothing wrong when the baseline changes", async () => {
    const [folder, state] = [createRepository(files), createFolder()];
    const env = { TLS_CODEMOD_STATE: state.path };
    const check = async () => (await run(folder, ["check", "--cache"], { env })).exitCode;
    expect(await check()).toBe(1);
    await run(folder, ["baseline"], { env });
    expect(await check()).toBe(0);
  });
});

describe("a baseline that cannot be used", () => {
  it.each([
    ["{ no", "it is not JSON: "],
    ["[]", "`schemaVersion` is not 1"],
    ['{ "schemaVersion": 1 }', "`findings` is no array."],
    [
      '{ "schemaVersion": 1, "findings": [{ "path": "a", "rule": "b", "message": "c" }] }',
      "`findings[0].fingerprint` is no text.",
    ],
  ])("%j is refused with its name and field", async (text, message) => {
    const folder = createRepository({ "a.js": upgrade, [file]: text });
    const { exitCode, stderr, stdout } = await run(folder, ["check"]);
    expect(stderr).toContain(`tls-codemod: ${join(folder.path, file)}: ${message}`);
    expect(stderr).toContain("Take it back from version control");
    expect([exitCode, stdout]).toEqual([2, ""]);
  });

  describe("in one repository of several", () => {
    const fleetWith = (text: string) =>
      createFleet({ one: { "a.js": upgrade, "plain.js": plain, [file]: text }, two: { "a.js": upgrade } });

    it.each([["{"], ['{ "schemaVersion": 1, "findings": 1 }']])(
      "fails that one, and the others are done: %s",
      async (text) => {
        const fleet = fleetWith(text);
        const { exitCode, stdout } = await run(fleet, ["fix", "--format", "json"]);
        const { totals, errors, changed } = JSON.parse(stdout);
        expect(errors).toEqual([
          {
            path: "one/a.js",
            kind: "failed",
            reason: expect.stringMatching(/^is not judged without its baseline: .*one.\.tls-codemod-baseline\.json: /),
          },
        ]);
        expect([exitCode, changed.length, totals.files]).toEqual([
          3,
          1,
          { seen: 3, changed: 1, unchanged: 1, skipped: 0, failed: 1 },
        ]);
        expect([fleet.read("one/a.js"), fleet.read("two/a.js")]).toEqual([upgrade, upgraded]);
      },
    );

    it("is left as it is by `baseline`, which writes those of the others", async () => {
      const fleet = fleetWith("{");
      expect(await run(fleet, ["baseline"])).toMatchObject({
        exitCode: 3,
        stdout: `two/${file}: 1 finding accepted\n`,
        stderr: expect.stringContaining("failed: one/a.js is not judged without its baseline"),
      });
      expect(fleet.read(`one/${file}`)).toBe("{");
    });

    it("is read no further with --no-baseline", async () => {
      expect((await run(fleetWith("{"), ["check", "--no-baseline"])).exitCode).toBe(1);
    });
  });

  it.each([["check"], ["fix"]])("is one that %s is told of and that is not there", async (command) => {
    expect(await run(createRepository({ "a.js": upgrade }), [command, "--baseline", "gone.json"])).toMatchObject({
      exitCode: 2,
      stderr: `tls-codemod: --baseline gone.json: there is no such file.
\`tls-codemod baseline --baseline gone.json\` makes it of what is found today.
`,
    });
  });
});

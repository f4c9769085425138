import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run, type RunOptions } from "../harness/run.js";
import { ask, broken, manual, plain, strong, upgrade, upgraded } from "../harness/samples.js";

const schema = JSON.parse(readFileSync(new URL("../../report.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

async function json(folder: Folder, words: readonly string[] = [], options: RunOptions = {}) {
  return JSON.parse((await run(folder, [...words, "--format", "json"], options)).stdout);
}

const everything = {
  "src/a.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- a test box\n${ask}${upgrade}`,
  "src/b.js": `/* @tls-codemod-todo no-disabled-certificate-verification: look at this */\n${manual}`,
  "src/broken.js": broken,
  "src/utf16.js": Buffer.from("\uFEFFa", "utf16le"),
  "src/plain.js": plain,
  "package.json": '{ "engines": { "node": ">=18" } }',
};

describe("--format json", () => {
  it.each([["check"], ["fix"]])("of %s is what the schema says, with no other field", async (command) => {
    const folder = createRepository(everything);
    folder.git("remote", "add", "origin", "https://user:token@example.com/repo.git");
    const report = await json(folder, [
      command,
      "--shard",
      "1/1",
      "--rules",
      "no-legacy-secure-protocol,no-disabled-certificate-verification",
    ]);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(Object.keys(report)).toEqual([
      "schemaVersion",
      "tool",
      "command",
      "policy",
      "repo",
      "repositories",
      "shard",
      "totals",
      "findings",
      "changed",
      "markers",
      "staleBaseline",
      "skipped",
      "errors",
      "notes",
    ]);
    for (const [name, { properties }] of Object.entries<{ properties?: object }>(schema.properties)) {
      if (properties && name !== "totals")
        expect(Object.keys(report[name]).sort(), name).toEqual(Object.keys(properties).sort());
    }
    for (const finding of report.findings)
      expect(Object.keys(finding).sort()).toEqual(Object.keys(schema.$defs.finding.properties).sort());
    expect(report.repo).toEqual({
      url: "https://example.com/repo.git",
      commit: folder.git("rev-parse", "HEAD").trim(),
      dirty: command === "fix",
    });
  });

  it("does not say that nothing is uncommitted where git does not say so", async () => {
    const folder = createRepository({ "a.js": upgrade });
    folder.git("remote", "add", "origin", "https://example.com/repo.git");
    expect((await json(folder)).repo.dirty).toBe(false);
    folder.write({ ".git/config": "[" });
    const { repo, repositories } = await json(folder);
    expect(repo).toEqual({ url: null, commit: null, dirty: null });
    expect(repositories).toMatchObject([{ name: ".", url: null, commit: null, dirty: null }]);
  });

  it("accounts for every file, finding and marker", async () => {
    const report = await json(createFolder(everything));
    expect(report.totals).toEqual({
      files: { seen: 6, changed: 1, unchanged: 3, skipped: 1, failed: 1 },
      parsed: 2,
      findings: { new: 2, baseline: 0, suppressed: 1, fixed: 0 },
      grades: { fix: 0, upgrade: 1, ask: 0, manual: 1 },
      levels: { error: 1, warning: 1, note: 0 },
      tests: 0,
      markers: 1,
    });
    expect(report.changed).toEqual(["src/a.js"]);
    expect(report.skipped).toEqual([{ path: "src/utf16.js", reason: "is UTF-16; save it as UTF-8" }]);
    expect(report.errors).toEqual([
      { path: "src/broken.js", reason: expect.stringMatching(/^does not parse: /), kind: "failed" },
    ]);
    expect(report.markers).toEqual([
      { path: "src/b.js", line: 1, column: 1, rule: "no-disabled-certificate-verification", message: "look at this" },
    ]);
  });

  it("places a finding and its edits, with the lines before and after", async () => {
    const [finding] = (await json(createFolder({ "a.js": `\uFEFF// \u{1F512}\r\n\t${upgrade}` }))).findings;
    expect(finding).toMatchObject({
      rule: "no-legacy-secure-protocol",
      status: "new",
      fixable: true,
      path: "a.js",
      line: 2,
      column: 27,
      endLine: 2,
      endColumn: 55,
      before: `\t${upgrade.trimEnd()}`,
      after: `\t${upgraded.trimEnd()}`,
    });
    const text = `// \u{1F512}\r\n\t${upgrade}`;
    expect(text.slice(...finding.range)).toBe("secureProtocol: 'TLS_method'");
    for (const { range, start } of finding.edits)
      expect(start).toEqual({ line: 2, column: range[0] - text.indexOf("\t") + 1 });
  });

  it("is the same on every run and from every folder", async () => {
    const folder = createRepository(everything);
    const first = await run(folder, ["--format", "json", "-j", "1"]);
    expect((await run(folder, ["--format", "json", "-j", "3"])).stdout).toBe(first.stdout);
    expect(
      (await run(folder, ["--format", "json"], { cwd: join(folder.path, "src") })).stdout.replaceAll(
        /"seen": 5,\s+"changed": 1,\s+"unchanged": 2/g,
        "",
      ),
    ).toBe(first.stdout.replaceAll(/"seen": 6,\s+"changed": 1,\s+"unchanged": 3/g, ""));
  });

  it("shortens lines of minified files", async () => {
    const [finding] = (await json(createFolder({ "a.min.js": `${"x();".repeat(10_000)}${upgrade}` }))).findings;
    expect(finding.before.length).toBeLessThan(300);
    expect(finding.after).toContain("minVersion: 'TLSv1.2'");
  });
});

describe("fingerprints", () => {
  const prints = async (text: string, path = "a.js") =>
    (await json(createFolder({ [path]: text }))).findings.map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    );

  it("stay when lines move or are indented anew, and tell equal lines apart", async () => {
    const [first] = await prints(upgrade);
    expect(await prints(`\n\n// more\n   ${upgrade}`)).toEqual([first]);
    const [again, second] = await prints(upgrade + upgrade);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });

  it("change with the line and with the path", async () => {
    const [first] = await prints(upgrade);
    expect(await prints(upgrade.replace("connect", "createServer"))).not.toContain(first);
    expect(await prints(upgrade, "b.js")).not.toContain(first);
  });
});

describe("--format jsonl", () => {
  it("gives each item of the JSON report on its own line", async () => {
    const folder = createFolder(everything);
    const { stdout } = await run(folder, ["--format", "jsonl"]);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual([
      "run",
      "finding",
      "finding",
      "finding",
      "marker",
      "changed",
      "skipped",
      "error",
      "totals",
    ]);
    const whole = await json(folder);
    expect(lines.filter(({ type }) => type === "finding").map(({ type: _, ...finding }) => finding)).toEqual(
      whole.findings,
    );
  });
});

describe("--diff", () => {
  const files = {
    "src/a b.js": `// one\n${upgrade}`,
    "crlf.js": upgrade.replace("\n", "\r\n"),
    'say "hi".js': upgrade.trimEnd(),
    "b.js": plain,
  };

  it("prints a patch that git applies, with the result of fix", async () => {
    const folder = createRepository(files);
    const { stdout, exitCode } = await run(folder, ["--diff"]);
    expect(exitCode).toBe(1);
    execFileSync("git", ["apply", "-"], { cwd: folder.path, input: stdout });
    const applied = Object.keys(files).map((file) => folder.read(file));
    folder.git("checkout", ".");
    await run(folder, ["fix"]);
    expect(Object.keys(files).map((file) => folder.read(file))).toEqual(applied);
    expect(applied[0]).toBe(`// one\n${upgraded}`);
  });

  it("=stat prints how much changes where", async () => {
    expect((await run(createFolder(files), ["--diff=stat"])).stdout).toBe(
      ` crlf.js     |    2 +-
 say "hi".js |    2 +-
 src/a b.js  |    2 +-
 3 files changed, 3 insertions(+), 3 deletions(-)
`,
    );
  });

  it("does not take the next path for its kind, and does not go with --format", async () => {
    const folder = createFolder(files);
    expect((await run(folder, ["--diff", "src"])).stdout).toContain("--- a/src/a b.js");
    expect(await run(folder, ["--diff", "--format", "json"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("--format and --diff cannot go together"),
    });
  });

  it("names failed files on standard error", async () => {
    const { stdout, stderr, exitCode } = await run(createFolder({ "a.js": broken }), ["--diff"]);
    expect([stdout, exitCode]).toEqual(["", 3]);
    expect(stderr).toMatch(/^failed: a\.js does not parse: /);
  });
});

describe("-o and --patch", () => {
  it("write further reports, by name or by extension, and leave no other file", async () => {
    const folder = createFolder({ "a.js": upgrade });
    const { stdout } = await run(folder, [
      "-o",
      "json:out/report",
      "-o",
      "lines.jsonl",
      "-o",
      "all.txt",
      "--patch",
      "a.patch",
    ]);
    expect(stdout).toContain(`a.js
  1:26`);
    expect(readdirSync(folder.path, { recursive: true }).sort()).toEqual([
      "a.js",
      "a.patch",
      "all.txt",
      "lines.jsonl",
      "out",
      "out/report",
    ]);
    expect(JSON.parse(folder.read("out/report")).schemaVersion).toBe(1);
    expect(folder.read("lines.jsonl").split("\n")).toHaveLength(5);
    expect(folder.read("all.txt").replace(/ in \d.*/, "")).toBe(stdout.replace(/ in \d.*/, ""));
    expect(folder.read("a.patch")).toContain("+++ b/a.js");
  });

  it.each([
    [["-o", "jsn:x"], "There is no format jsn. Allowed formats are pretty, concise, summary, json, "],
    [["-o", "json:a.js/x"], "Nothing can be written to a.js/x: "],
    [["-o", "json:folder"], "Nothing can be written to folder: it is a folder."],
  ])("%j says what is wrong before any work is done", async (words, message) => {
    const folder = createFolder({ "a.js": upgrade, "folder/b.js": upgrade });
    expect(await run(folder, words)).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringContaining(message),
    });
    expect(existsSync(join(folder.path, "x"))).toBe(false);
  });
});

describe("--quiet, --verbose and colours", () => {
  const files = {
    "a.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- a test box\n${ask}`,
    "b.js": upgrade,
    "c.js": Buffer.from("\0"),
  };

  it("--quiet prints findings and nothing around them", async () => {
    const { stdout } = await run(createFolder(files), ["--quiet"]);
    expect(stdout).toMatch(/^\nb\.js\n {2}1:26 .*\n {6}- .*\n {6}\+ .*\n$/);
    expect((await run(createFolder({ "a.js": strong }), ["--quiet"])).stdout).toBe("");
  });

  it("--verbose prints what is accepted too", async () => {
    expect((await run(createFolder(files), [])).stdout).not.toContain("a test box");
    expect((await run(createFolder(files), ["--verbose"])).stdout).toMatch(/\[suppressed\]\n {6}a test box\n/);
  });

  it("counts skipped files by kind, and names all with --verbose", async () => {
    const folder = createFolder(
      Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.js`, Buffer.from("\0")])),
    );
    expect((await run(folder, [])).stdout).toContain("\nskipped: 8 files: is binary × 8; --verbose names them\n");
    expect((await run(folder, ["--verbose"])).stdout.match(/is binary/g)).toHaveLength(8);
  });

  it("colours only for a terminal, and not where they are refused", async () => {
    const folder = createFolder(files);
    const isColored = async (words: readonly string[], options: RunOptions) =>
      (await run(folder, words, options)).stdout.includes("\u001b[");
    expect(await isColored([], {})).toBe(false);
    expect(await isColored([], { isTerminal: true })).toBe(true);
    expect(await isColored([], { isTerminal: true, env: { NO_COLOR: "1" } })).toBe(false);
    expect(await isColored(["--no-color"], { isTerminal: true })).toBe(false);
    expect(await isColored([], { isTerminal: true, env: { TERM: "dumb" } })).toBe(false);
    expect(await isColored([], { env: { FORCE_COLOR: "1" } })).toBe(true);
    expect(await isColored(["--no-color"], { env: { FORCE_COLOR: "1" } })).toBe(false);
    expect(await isColored(["--color"], { env: { NO_COLOR: "1" } })).toBe(true);
    expect(await isColored(["--color", "explain", "b.js:1"], {})).toBe(true);
    expect(await isColored(["explain", "b.js:1", "--no-color"], { isTerminal: true })).toBe(false);
    expect(await isColored(["explain", "b.js:1"], { env: { FORCE_COLOR: "1" } })).toBe(true);
  });

  it("never lets a file's text or name control the terminal", async () => {
    const folder = createFolder({ "a\u001b[2J.js": `/* \u001b[31m \u202e */ ${upgrade}` });
    const { stdout } = await run(folder, []);
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
    expect(stdout).toContain("a\\u001b[2J.js");
  });
});

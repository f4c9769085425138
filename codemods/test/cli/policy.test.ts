import { DEFAULT_PROFILE } from "tls-policy";
import { rules } from "tls-rules";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, strong, upgrade } from "../harness/samples.js";

describe("--profile and --policy", () => {
  it("the report names the profile that judges, tls-policy's default where nobody names one", async () => {
    const folder = createFolder({ "a.js": strong });
    const judgeOf = async (...words: string[]) =>
      JSON.parse((await run(folder, ["a.js", "--format", "json", ...words])).stdout).policy.profile;
    expect(await judgeOf()).toBe(DEFAULT_PROFILE);
    expect(await judgeOf("--profile", "legacy")).toBe("legacy");
  });

  it("decide what is written", async () => {
    const folder = createFolder({ "a.js": upgrade, "strict.json": '{ "name": "acme", "extends": "modern" }' });
    const after = async (...words: string[]) =>
      JSON.parse((await run(folder, ["a.js", "--format", "json", ...words])).stdout).findings[0].after;
    expect(await after()).toContain("minVersion: 'TLSv1.2'");
    expect(await after("--profile", "modern")).toContain("minVersion: 'TLSv1.3'");
    expect(await after("--policy", "strict.json")).toContain("minVersion: 'TLSv1.3'");
  });

  it.each([
    [
      ["--profile", "old"],
      "error: option '--profile <name>' argument 'old' is invalid. Allowed choices are modern, intermediate, legacy.",
    ],
    [["--policy", "gone.json"], "--policy gone.json: it is gone, or a link to nothing (ENOENT)."],
    [["--policy", "bad.json"], "--policy bad.json: it is not JSON: "],
    [
      ["--policy", "wrong.json"],
      `--policy wrong.json: The policy is not valid.
  $.minVersion: `,
    ],
    [["--policy", "strict.json", "--profile", "modern"], "--profile and --policy cannot go together"],
    [["--node", "banana"], '--node "banana": '],
    [["--node", "<4"], '--node "<4": '],
    [["--rules", "no-such-rule,-neither"], "--rules: there is no rule no-such-rule, -neither."],
    [["--rules", "no-weak-cipher-suite,-no-weak-cipher-suite"], "--rules leaves no rule."],
  ])("%j says what is wrong, where, and ends with 2", async (words, message) => {
    const folder = createFolder({
      "a.js": upgrade,
      "bad.json": "{ no",
      "wrong.json": '{ "name": "x", "minVersion": "TLSv9" }',
      "strict.json": '{ "name": "acme", "extends": "modern" }',
    });
    const { exitCode, stdout, stderr } = await run(folder, ["check", "a.js", ...words]);
    expect(stderr).toContain(message);
    expect([exitCode, stdout]).toEqual([2, ""]);
  });
});

describe("--node", () => {
  const policyOf = async (files: Readonly<Record<string, string>>, ...words: string[]) =>
    JSON.parse((await run(createRepository(files), ["--format", "json", ...words])).stdout).policy.node;

  it("is engines.node of the nearest package.json that has one", async () => {
    const files = {
      "package.json": '{ "engines": { "node": ">=18" } }',
      "a.js": upgrade,
      "packages/one/package.json": '{ "engines": { "node": "20" } }',
      "packages/one/b.js": upgrade,
      "packages/two/package.json": "{}",
      "packages/two/c.js": upgrade,
    };
    expect(await policyOf(files)).toEqual([
      { range: ">=18", source: "engines", manifest: "package.json" },
      { range: "20", source: "engines", manifest: "packages/one/package.json" },
    ]);
    expect(await policyOf(files, "--node", ">=22")).toEqual([{ range: ">=22", source: "option" }]);
  });

  it("is what a version manager pins where no engines.node says otherwise, and the first line says who", async () => {
    const files = { ".nvmrc": "v22.11.0\n", "a.js": upgrade, "old/.node-version": "18\n", "old/b.js": upgrade };
    expect(await policyOf(files)).toEqual([
      { range: "22.11.0", source: ".nvmrc", manifest: ".nvmrc" },
      { range: "18", source: ".node-version", manifest: "old/.node-version" },
    ]);
    const { stdout } = await run(createRepository({ ".nvmrc": "22\n", "a.js": upgrade }), []);
    expect(stdout.split("\n")[0]).toMatch(/ · Node 22 \(\.nvmrc\)$/);
  });

  it("is said to be the default, and how to change it", async () => {
    const { stdout } = await run(createRepository({ "a.js": upgrade }), []);
    expect(stdout.split("\n")[0]).toMatch(/ · Node >=12 \(default, see --node\)$/);
  });

  it("is any release where nothing says otherwise", async () => {
    expect(await policyOf({ "a.js": upgrade })).toEqual([{ range: null, source: "default" }]);
  });

  it("decides the verdict: a group that old releases do not know", async () => {
    const folder = createFolder({ "a.js": "require('tls').connect({ ecdhCurve: 'X25519MLKEM768' });\n" });
    expect((await run(folder, ["--node", "18"])).stdout).toContain("no-invalid-tls-options");
    expect((await run(folder, ["--node", ">=24.5"])).stdout).toContain("nothing found");
  });

  it("notes a range that cannot be used, and goes on with the default", async () => {
    const { stdout, exitCode } = await run(
      createRepository({ "package.json": '{ "engines": { "node": "banana" } }', "a.js": upgrade }),
      [],
    );
    expect(stdout).toMatch(
      /note: engines\.node of package\.json is `banana`, which cannot be used: .* Judged for the default range\.\n/,
    );
    expect(exitCode).toBe(1);
  });

  it.each([
    [
      "sub/package.json",
      JSON.stringify({ devEngines: { runtime: { name: "node", version: "<2" } } }),
      "devEngines.runtime of sub/package.json is `<2`",
    ],
    ["sub/package.json", JSON.stringify({ engines: { node: "<2" } }), "engines.node of sub/package.json is `<2`"],
  ])("names what says so: %s with %s", async (file, text, words) => {
    const { stdout } = await run(createRepository({ [file]: text, "sub/a.js": upgrade, "b.js": upgrade }), []);
    expect(stdout).toContain(`note: ${words}, which cannot be used: `);
  });

  it("notes a range that is longer than anybody writes, and goes on with the default", async () => {
    const range = ">".repeat(500_000) + " ".repeat(500_000) + "1";
    const folder = createRepository({ "package.json": JSON.stringify({ engines: { node: range } }), "a.js": upgrade });
    const { stdout, exitCode } = await run(folder, []);
    expect(stdout).toContain("note: package.json: engines.node is longer than 1000 characters, and is not used.\n");
    expect(exitCode).toBe(1);
  });

  it("notes that nothing was measured of what a range admits", async () => {
    const note =
      /note: Node >=99 is newer than \d+\.\d+\.\d+, the newest release that was measured: it is judged as that one, and may do otherwise\.\n/;
    const declared = createRepository({ "package.json": '{ "engines": { "node": ">=99" } }', "a.js": upgrade });
    expect((await run(declared, [])).stdout).toMatch(note);
    expect((await run(declared, ["--node", ">=18"])).stdout).not.toMatch(note);
    expect((await run(createFolder({ "a.js": upgrade }), ["--node", ">=99"])).stdout).toMatch(note);
  });

  it("notes a package.json that does not parse", async () => {
    const { stdout } = await run(createRepository({ "sub/package.json": "{ no", "sub/a.js": upgrade }), []);
    expect(stdout).toContain("note: sub/package.json does not parse, so its engines.node is not known: ");
  });
});

describe("--rules", () => {
  const found = async (list: string) =>
    JSON.parse(
      (await run(createFolder({ "a.js": upgrade + ask }), ["--format", "json", "--rules", list])).stdout,
    ).findings.map(({ rule }: { rule: string }) => rule);

  it("selects rules or leaves some out", async () => {
    expect(await found("no-legacy-secure-protocol")).toEqual(["no-legacy-secure-protocol"]);
    expect(await found("-no-legacy-secure-protocol")).toEqual(["no-disabled-certificate-verification"]);
    expect(await found(rules.map(({ name }) => name).join(","))).toEqual([
      "no-legacy-secure-protocol",
      "no-disabled-certificate-verification",
    ]);
  });

  it("fix applies nothing but their edits", async () => {
    const folder = createRepository({ "a.js": upgrade + ask });
    await run(folder, ["fix", "--ask", "--rules", "no-disabled-certificate-verification"]);
    expect(folder.read("a.js")).toBe(upgrade + ask.replace("false", "true"));
  });

  it("a clean program is clean by all rules", async () => {
    expect((await run(createFolder({ "a.js": strong }), [])).exitCode).toBe(0);
  });
});

import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOf } from "../../src/files/hash.js";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade, upgraded } from "../harness/samples.js";

const text = "# a file whose text is known\n";
const forgedRun = "0123456789ab";

function header(folder: Folder, changes: object = {}): object {
  return {
    ...{ schemaVersion: 1, run: forgedRun, root: folder.path },
    ...{ startedAt: "2026-11-23T12:00:00.000Z", processId: 999_999, ...changes },
  };
}

function entry(path: string, changes: object = {}): object {
  const after = `${text}evil\n`;
  return {
    ...{ path, beforeHash: hashOf(after), afterHash: hashOf(text) },
    ...{ inverse: [{ range: [text.length, text.length], text: "evil\n" }], ...changes },
  };
}

const write = (folder: Folder, ...lines: readonly unknown[]) =>
  folder.write({
    ".git/tls-codemod/fixes/000001.jsonl": lines
      .map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`)
      .join(""),
  });
const undo = (folder: Folder) => run(folder, ["undo"], { env: { TLS_CODEMOD_STATE: "" } });

describe("undo", () => {
  it("is what a journal of this form does where it is ours", async () => {
    const repository = createRepository({ rc: text });
    write(repository, header(repository), entry("rc"));
    expect((await undo(repository)).exitCode).toBe(0);
    expect(repository.read("rc")).toBe(`${text}evil\n`);
  });

  it.each([
    ["dots", (outside: string) => `../${outside}/rc`],
    ["dots in the middle", (outside: string) => `sub/../../${outside}/rc`],
    ["an absolute path", (outside: string) => `/tmp/${outside}/rc`],
    ["nothing", () => ""],
    ["the folder itself", () => "."],
  ])("edits nothing that a forged journal names by %s", async (_, path) => {
    const [repository, outside] = [createRepository({}), createFolder({ rc: text })];
    write(repository, header(repository), entry(path(outside.path.split("/").at(-1)!)));
    const { exitCode, stderr } = await undo(repository);
    expect([outside.read("rc"), stderr]).toEqual([text, expect.not.stringContaining("a mistake of tls-codemod")]);
    expect([2, 4]).toContain(exitCode);
  });

  it("edits nothing through a link", async () => {
    const [repository, outside] = [createRepository({ "own.js": text }), createFolder({ rc: text })];
    symlinkSync(outside.path, join(repository.path, "sub"));
    symlinkSync(join(outside.path, "rc"), join(repository.path, "rc"));
    write(repository, header(repository), entry("sub/rc"), entry("rc"), entry("own.js"));
    const { exitCode, stderr } = await undo(repository);
    expect([exitCode, outside.read("rc"), repository.read("own.js")]).toEqual([4, text, `${text}evil\n`]);
    expect(stderr.match(/is a link, which is not followed/g)).toHaveLength(2);
  });

  it("edits nothing in another folder that a forged journal names as its root", async () => {
    const [repository, outside] = [createRepository({}), createFolder({ rc: text })];
    write(repository, header(repository, { root: outside.path }), entry("rc"));
    expect([(await undo(repository)).exitCode, outside.read("rc")]).toEqual([4, text]);
  });

  it.each(["/../precious", "../../precious", "precious", "0123456789AB", "0123456789abc", ["x"], 7, null])(
    "deletes nothing by a forged name of its run: %j",
    async (name) => {
      const [repository] = [createRepository({ "sub/rc": text })];
      repository.write({ "precious.tmp": "", "sub/precious.tmp": "", "sub/.tls-codemod-/../precious.tmp": "" });
      write(repository, header(repository, { run: name }), entry("sub/rc"));
      for (const words of [["undo"], ["fix", "--allow-no-vcs", "--allow-dirty"]])
        await run(repository, words, { env: { TLS_CODEMOD_STATE: "" } });
      expect(["precious.tmp", "sub/precious.tmp"].map((path) => existsSync(join(repository.path, path)))).toEqual([
        ...[true, true],
      ]);
    },
  );

  it("deletes no temporary file in a linked folder", async () => {
    const [repository, outside] = [createRepository({}), createFolder({ [`.tls-codemod-${forgedRun}.tmp`]: "" })];
    symlinkSync(outside.path, join(repository.path, "sub"));
    write(repository, header(repository), entry("sub/rc"));
    await undo(repository);
    expect(existsSync(join(outside.path, `.tls-codemod-${forgedRun}.tmp`))).toBe(true);
  });

  const unreadable: Readonly<Record<string, (folder: Folder) => readonly unknown[]>> = {
    "an empty journal": () => [""],
    "a header that is cut off": () => ['{"schemaVersion":1,"run":'],
    "a list": () => ["[]"],
    "a process that is a text": (folder) => [header(folder, { processId: "1" }), entry("rc")],
    "another version": (folder) => [header(folder, { schemaVersion: 2 }), entry("rc")],
  };
  const damaged: Readonly<Record<string, (folder: Folder) => readonly unknown[]>> = {
    "a line that is cut off": (folder) => [header(folder), JSON.stringify(entry("rc")).slice(0, -9)],
    "a line that is null": (folder) => [header(folder), "null"],
    "no hashes": (folder) => [header(folder), entry("rc", { beforeHash: 7, afterHash: null })],
    "no edits": (folder) => [header(folder), entry("rc", { inverse: [null] })],
    "an edit without a range": (folder) => [header(folder), entry("rc", { inverse: [{ text: "x" }] })],
    "a path that is a number": (folder) => [header(folder), entry("rc", { path: 7 })],
  };
  const cases = [
    ...Object.entries(unreadable).map(([name, lines]) => [name, lines, 2, "There is no `fix` to undo"] as const),
    ...Object.entries(damaged).map(([name, lines]) => [name, lines, 3, "1 line of the journal "] as const),
  ];

  it.each(cases)("says what is wrong with %s, and `fix` goes on without it", async (_, lines, exitCode, message) => {
    const repository = createRepository({ rc: text, "a.js": upgrade });
    write(repository, ...lines(repository));
    expect(await undo(repository)).toMatchObject({ exitCode, stderr: expect.stringContaining(message) });
    expect((await run(repository, ["fix"], { env: { TLS_CODEMOD_STATE: "" } })).exitCode).toBe(0);
    expect(repository.read("a.js")).toBe(upgraded);
    expect((await undo(repository)).exitCode).toBe(0);
    expect([repository.read("a.js"), repository.read("rc")]).toEqual([upgrade, text]);
  });

  it("shows nothing of a forged journal as a line of its own", async () => {
    const repository = createRepository({ rc: text });
    write(repository, header(repository, { startedAt: "x\n::set-output name=a::b" }), entry("rc", { path: "a\n::b" }));
    const { stdout, stderr } = await undo(repository);
    expect(stdout + stderr).not.toMatch(/^\s*::/m);
  });
});

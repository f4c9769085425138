import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOf } from "../../src/engine/hash.js";
import { rewriteFile } from "../../src/engine/rewrite-file.js";
import { createFolder, createRepository } from "../harness/folder.js";
import { run, startLocalWorker } from "../harness/run.js";
import { spawned } from "../harness/spawn.js";
import { broken, upgrade, upgraded } from "../harness/samples.js";

describe("a worker that dies", () => {
  const deep = `const minVersion = ${"(() => {".repeat(10_000)}${"})()".repeat(10_000)};\n`;

  it("costs the one file that it was reading: 10,000 levels of nesting overflow the parser's stack", async () => {
    const folder = createRepository({ "a.js": upgrade, "deep.js": deep, "m.js": upgrade, "z.js": upgrade });
    const { code, stdout } = await spawned(folder, ["fix", "-j", "2"]);
    expect(stdout).toMatch(/failed: deep\.js the process that read it ended \(signal SIG\w+\)/);
    expect(stdout).toContain("scanned 4 files");
    expect(code).toBe(3);
    expect(["a.js", "m.js", "z.js"].map((file) => folder.read(file))).toEqual([upgraded, upgraded, upgraded]);
    expect(folder.read("deep.js")).toBe(deep);
  });

  it("is replaced, however many die", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${index}.js`);
    const folder = createFolder(Object.fromEntries(names.map((name) => [name, upgrade])));
    const endings: ((how: string) => void)[] = [];
    const startWorker = () => {
      const worker = startLocalWorker();
      let end: ((how: string) => void) | undefined;
      const send: typeof worker.send = (message) => {
        if ("task" in message && Number.parseInt(message.task.path, 10) % 3 === 0) setImmediate(() => end!("exit code 9"));
        else worker.send(message);
      };
      return { ...worker, send, onEnd: (listener: (how: string) => void) => void endings.push((end = listener)) };
    };
    const { exitCode, stdout } = await run(folder, ["--format", "json", "-j", "4"], { startWorker });
    const { totals, errors } = JSON.parse(stdout);
    expect(totals.files).toEqual({ seen: 60, changed: 40, unchanged: 0, skipped: 0, failed: 20 });
    expect(errors.every(({ reason }: { reason: string }) => reason.startsWith("the process that read it ended (exit code 9)"))).toBe(true);
    expect(endings.length).toBeGreaterThanOrEqual(20);
    expect(exitCode).toBe(3);
  });
});

describe("nesting that the parser bears and the analysis does not", () => {
  it("is a failure of that file", async () => {
    const folder = createFolder({ "a.js": upgrade, "deep.js": `const minVersion = 1${" + 1".repeat(10_000)};\n` });
    const { code, stdout } = await spawned(folder, []);
    expect(stdout).toContain("failed: deep.js is nested too deeply to be read");
    expect(stdout).toContain("a.js\n  1:26");
    expect(code).toBe(3);
  });
});

describe("a file that cannot be written is left as it was and named, and the others are done:", () => {
  it("read-only", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": upgrade });
    chmodSync(join(folder.path, "a.js"), 0o444);
    const { exitCode, stdout } = await run(folder, ["fix"]);
    expect(stdout).toContain("failed: a.js was left as it was: it is read-only; give yourself the permission to write it (chmod u+w)");
    expect([folder.read("a.js"), folder.read("b.js"), exitCode]).toEqual([upgrade, upgraded, 3]);
    expect(statSync(join(folder.path, "a.js")).mode & 0o777).toBe(0o444);
  });

  it("changed between read and write", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": upgrade });
    const startWorker = () => {
      const worker = startLocalWorker();
      return {
        ...worker,
        onMessage: (listener: Parameters<typeof worker.onMessage>[0]) =>
          worker.onMessage((message) => {
          if ("judgement" in message) folder.write({ "a.js": `${upgrade}// meanwhile\n` });
          listener(message);
        }),
      };
    };
    const { exitCode, stdout } = await run(folder, ["fix", "--allow-dirty"], { startWorker });
    expect(stdout).toContain("failed: a.js was left as it was: it has changed in the meantime");
    expect([folder.read("a.js"), folder.read("b.js"), exitCode]).toEqual([`${upgrade}// meanwhile\n`, upgraded, 3]);
  });

  it("gone between read and write", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": upgrade });
    const startWorker = () => {
      const worker = startLocalWorker();
      return {
        ...worker,
        onMessage: (listener: Parameters<typeof worker.onMessage>[0]) =>
          worker.onMessage((message) => {
          if ("judgement" in message) rmSync(join(folder.path, "a.js"), { force: true });
          listener(message);
        }),
      };
    };
    const { exitCode, stdout } = await run(folder, ["fix", "--allow-dirty"], { startWorker });
    expect(stdout).toContain("failed: a.js was left as it was: it is gone, or a link to nothing (ENOENT)");
    expect([folder.read("b.js"), exitCode]).toEqual([upgraded, 3]);
  });

  it("a full disk", async ({ skip }) => {
    const folder = createFolder();
    const small = join(folder.path, "small");
    mkdirSync(small);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", small], { stdio: "ignore" });
    } catch {
      skip("a small file system cannot be mounted here");
    }
    try {
      const large = `${upgrade}// ${"x".repeat(35_000)}\n`;
      folder.write({ "small/a.js": large, "b.js": upgrade });
      const { exitCode, stdout } = await run(folder, ["fix", "--allow-no-vcs"]);
      expect(stdout).toContain("failed: small/a.js was left as it was: no space left on the disk (ENOSPC)");
      expect([folder.read("small/a.js"), folder.read("b.js"), exitCode]).toEqual([large, upgraded, 3]);
      expect(readdirSync(small)).toEqual(["a.js"]);
    } finally {
      execFileSync("umount", [small]);
    }
  });

  it("an editing result that is not what was verified", async () => {
    const folder = createFolder({ "a.js": upgrade });
    const file = join(folder.path, "a.js");
    const rewrite = { edits: [{ range: [0, 1] as const, text: "!" }], from: hashOf(folder.bytes("a.js")), to: hashOf("something else") };
    expect(() => rewriteFile(file, rewrite, "test")).toThrow("the bytes to be written are not those that were verified");
    expect(folder.read("a.js")).toBe(upgrade);
  });

  it("edits that fail verification end with 5", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": upgrade, "c.js": broken });
    const startWorker = () => {
      const worker = startLocalWorker();
      let path = "";
      const send: typeof worker.send = (message) => {
        if ("task" in message) path = message.task.path;
        worker.send(message);
      };
      const onMessage: typeof worker.onMessage = (listener) => worker.onMessage((message) => listener("judgement" in message && path === "a.js" ? { judgement: { kind: "failed", reason: "left as it was: a.js: the edited text differs", isUnverified: true } } : message));
      return { ...worker, send, onMessage };
    };
    const { exitCode, stdout } = await run(folder, ["fix", "-j", "1"], { startWorker });
    expect(stdout).toContain("failed: a.js left as it was: a.js: the edited text differs");
    expect([folder.read("a.js"), folder.read("b.js"), exitCode]).toEqual([upgrade, upgraded, 5]);
  });
});

describe("a folder that cannot be listed", () => {
  it("is named, and the others are done", async ({ skip }) => {
    if (process.getuid?.() === 0) skip("the superuser can list every folder");
    const folder = createFolder({ "closed/a.js": upgrade, "open/b.js": upgrade });
    chmodSync(join(folder.path, "closed"), 0);
    const { exitCode, stdout } = await run(folder, []);
    chmodSync(join(folder.path, "closed"), 0o755);
    expect(stdout).toContain("failed: closed/ cannot be listed: permission denied (EACCES)");
    expect(stdout).toContain("open/b.js");
    expect(exitCode).toBe(3);
  });

  it("for having too long a name is named too, and so is a .gitignore that cannot be read", async () => {
    const folder = createFolder({ "b.js": upgrade });
    mkdirSync(join(folder.path, "sub/.gitignore"), { recursive: true });
    const { exitCode, stdout } = await run(folder, []);
    expect(stdout).toContain("failed: sub/.gitignore it is a folder (EISDIR)");
    expect(exitCode).toBe(3);
  });
});

describe("a line of 50 MB", () => {
  it("is skipped by default, and mended when it is asked for", async () => {
    const padding = `const text = "${"x".repeat(50_000_000)}";`;
    const folder = createRepository({ "a.js": upgrade });
    folder.write({ "b.min.js": `${padding}${upgrade}` });
    const { exitCode, stdout } = await run(folder, ["check"]);
    expect(stdout).toContain("skipped: b.min.js is over 3 MB (50 MB); raise --max-file-size to read it");
    expect(exitCode).toBe(1);
    const fixed = await spawned(folder, ["fix", "--allow-dirty", "--max-file-size", "60mb"]);
    expect([fixed.code, fixed.stdout.length < 3000]).toEqual([0, true]);
    expect(folder.bytes("b.min.js").subarray(padding.length).toString()).toBe(upgraded);
    expect(folder.bytes("b.min.js").length).toBe(padding.length + upgraded.length);
  });
});

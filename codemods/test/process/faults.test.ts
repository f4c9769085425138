import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { WorkerEnd } from "../../src/engine/workers/worker-end.js";
import { rewriteFile } from "../../src/engine/writing/rewrite-file.js";
import { hashOf } from "../../src/files/hash.js";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run, startLocalWorker } from "../harness/run.js";
import { upgrade, upgraded } from "../harness/samples.js";
import { spawned } from "../harness/spawn.js";
import { type Ran, scenarios } from "./fault-scenarios.js";
import { type Fault, faults } from "./fault-table.js";

describe("a fault has the outcome that docs/faults.md says:", () => {
  it("each fault is tried", () => {
    expect(Object.keys(scenarios)).toEqual(faults.map(({ fault }) => fault));
  });

  it.for(faults)("$fault", async (row, { skip }) => {
    const { hit = "hit.js", text = upgrade, files = {}, arrange, act = run } = scenarios[row.fault]!;
    const folder = createRepository({ "other.js": upgrade, ...files, ...(hit !== "none" && { [hit]: text }) });
    const arranged = arrange?.(folder);
    if (typeof arranged === "object") skip(arranged.skip);
    const tidy = typeof arranged === "function" ? arranged : () => undefined;
    onTestFinished(tidy);
    const before = hit !== "none" && isReadable(folder, hit) ? folder.bytes(hit) : undefined;
    const reports = createFolder();
    chmodSync(reports.path, 0o777);
    const report = join(reports.path, "report.json");
    const words = row.command.split(" ");
    const ran = await act(
      folder,
      words[0] === "undo" ? words : [...words, "-o", `json:${report}`, "--fail-on", "none"],
    );
    expect(said(ran), JSON.stringify(ran)).toMatch(asPattern(row.says));
    expect(ran.exitCode).toBe(row.exitCode);
    const isReported = existsSync(report);
    expect(isReported).toBe(words[0] !== "undo" && [0, 3, 5].includes(row.exitCode ?? -1));
    if (isReported) expectAccounts(JSON.parse(readFileSync(report, "utf8")));
    expectTexts(row, folder, { hit, before, files });
    if (row.file === "as it was or mended") await expectUndone(folder, { hit, text, files });
    else expect(temporaryFiles(folder)).toEqual([]);
  });
});

const said = ({ stdout, stderr }: Ran) => stdout + stderr;

function asPattern(says: string): RegExp {
  return new RegExp(
    says
      .split("…")
      .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&"))
      .join(".*"),
  );
}

function isReadable(folder: Folder, name: string): boolean {
  try {
    return folder.bytes(name) !== undefined;
  } catch {
    return false;
  }
}

/** Files seen = changed + unchanged + skipped + failed, and each that is skipped or failed is named. */
function expectAccounts({
  totals,
  changed,
  skipped,
  errors,
}: {
  totals: { files: Record<string, number> };
  changed: object[];
  skipped: object[];
  errors: object[];
}): void {
  const { files } = totals;
  expect(files["seen"]).toBe(files["changed"]! + files["unchanged"]! + files["skipped"]! + files["failed"]!);
  expect([files["changed"], files["skipped"], files["failed"]]).toEqual([
    changed.length,
    skipped.length,
    errors.length,
  ]);
}

const mended = (text: string | Uint8Array) =>
  Buffer.from(Buffer.from(text).toString("latin1").replace(upgrade, upgraded), "latin1");

type Texts = Readonly<Record<string, string>>;

function expectTexts(
  { command, file, others }: Fault,
  folder: Folder,
  { hit, before, files }: { hit: string; before: Buffer | undefined; files: Texts },
): void {
  const allowed = {
    "as it was": [before],
    mended: [before && mended(before)],
    "as it was or mended": [before, before && mended(before)],
  };
  // whole buffers: a difference in 50 MB is no message to read
  if (file in allowed && before)
    expect(allowed[file as keyof typeof allowed].some((bytes) => bytes!.equals(folder.bytes(hit)))).toBe(true);
  const isDone = command.startsWith("fix") && others === "done";
  const texts = Object.entries({ "other.js": upgrade, ...files }).map(
    ([name, text]) => [folder.read(name), text, text.replace(upgrade, upgraded)] as const,
  );
  for (const [now, old, fresh] of texts) {
    if (others === "as it was or mended") expect([old, fresh]).toContain(now);
    else expect(now).toBe(isDone ? fresh : old);
  }
}

function temporaryFiles(folder: Folder): readonly string[] {
  return (readdirSync(folder.path, { recursive: true }) as string[]).filter((name) => name.endsWith(".tmp"));
}

/** What was written is whole, and `undo` takes all of it back, with what was just being written. */
async function expectUndone(
  folder: Folder,
  { hit, text, files }: { hit: string; text: string | Uint8Array; files: Texts },
): Promise<void> {
  expect((await spawned(folder, ["undo"])).code).toBe(0);
  for (const [name, old] of Object.entries({ "other.js": upgrade, ...files, [hit]: text }))
    expect(folder.bytes(name).equals(Buffer.from(old))).toBe(true);
  expect([folder.git("status", "--porcelain"), temporaryFiles(folder)]).toEqual(["", []]);
}

describe("workers that die", () => {
  it("are replaced, however many they are, and cost one file each", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${index}.js`);
    const folder = createFolder(Object.fromEntries(names.map((name) => [name, upgrade])));
    const endings: ((end: WorkerEnd) => void)[] = [];
    const startWorker = () => {
      const worker = startLocalWorker();
      let end: ((end: WorkerEnd) => void) | undefined;
      const send: typeof worker.send = (message) => {
        if ("task" in message && Number.parseInt(message.task.path, 10) % 3 === 0)
          setImmediate(() => end!({ code: 9, signal: null, said: "", megabytes: 512 }));
        else worker.send(message);
      };
      return { ...worker, send, onEnd: (listener: (end: WorkerEnd) => void) => void endings.push((end = listener)) };
    };
    const { exitCode, stdout } = await run(folder, ["--format", "json", "-j", "4"], { startWorker });
    const { totals, errors } = JSON.parse(stdout);
    expect(totals.files).toEqual({ seen: 60, changed: 40, unchanged: 0, skipped: 0, failed: 20 });
    expect(
      errors.every(({ reason }: { reason: string }) =>
        reason.startsWith("the process that read it ended (exit code 9)"),
      ),
    ).toBe(true);
    expect(endings.length).toBeGreaterThanOrEqual(20);
    expect(exitCode).toBe(3);
  });
});

it("an editing result that is not what was verified is not written", () => {
  const folder = createFolder({ "a.js": upgrade });
  const rewrite = {
    edits: [{ range: [0, 1] as const, text: "!" }],
    from: hashOf(folder.bytes("a.js")),
    to: hashOf("something else"),
  };
  expect(() => rewriteFile(join(folder.path, "a.js"), rewrite, "test")).toThrow(
    "the bytes to be written are not those that were verified",
  );
  expect(folder.read("a.js")).toBe(upgrade);
});

it("after a kill -9 the next fix does the rest", async () => {
  const { act, files, hit, text } = scenarios["kill -9 while a file is being written"]!;
  const folder = createRepository({ ...files, [hit!]: text! });
  await act!(folder, ["fix"]);
  expect((await spawned(folder, ["fix", "--allow-dirty"])).code).toBe(0);
  for (const name of Object.keys(files!)) expect(folder.read(name).startsWith(upgraded)).toBe(true);
  expect(temporaryFiles(folder)).toEqual([]);
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { upgrade } from "../harness/samples.js";
import { start } from "../harness/spawn.js";
import { stuckAfterWriting } from "./trapped-worker.js";

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("a process that is stuck in a file", () => {
  it.each(["SIGKILL", "SIGTERM", "SIGINT"] as const)("ends after %s to the one that started it", async (signal) => {
    const note = join(createFolder().path, "pid");
    const { child, ended } = start(createFolder({ "hit.js": upgrade }), ["--timeout", "600"], {
      env: { NODE_OPTIONS: stuckAfterWriting(note) },
    });
    while (!existsSync(note) || readFileSync(note, "utf8") === "") await setTimeout(10);
    const pid = Number(readFileSync(note, "utf8"));
    expect(isRunning(pid)).toBe(true);
    child.kill(signal);
    expect(await ended).toMatchObject({ SIGKILL: { signal }, SIGTERM: { code: 143 }, SIGINT: { code: 130 } }[signal]);
    while (isRunning(pid)) await setTimeout(10);
  });
});

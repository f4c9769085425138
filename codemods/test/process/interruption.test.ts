import { readdirSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createRepository, type Folder } from "../harness/folder.js";
import { spawned, start } from "../harness/spawn.js";
import { upgrade, upgraded } from "../harness/samples.js";

const names = Array.from({ length: 60 }, (_, index) => `src/${String(index).padStart(3, "0")}.js`);
const files = Object.fromEntries(names.map((name) => [name, `${upgrade}// ${"x".repeat(2000)}\n`]));

/** Waits until `fix` is in the middle of writing. */
async function untilSomeAreWritten(folder: Folder): Promise<void> {
  const isSome = () => [names[5]!, names[20]!].some((name) => folder.read(name).startsWith(upgraded));
  while (!isSome()) await setTimeout(1);
}

function stateOf(folder: Folder): { readonly old: number; readonly fresh: number; readonly other: number } {
  const texts = names.map((name) => folder.read(name));
  const old = texts.filter((text, index) => text === files[names[index]!]).length;
  const fresh = texts.filter((text, index) => text === files[names[index]!]!.replace(upgrade, upgraded)).length;
  return { old, fresh, other: texts.length - old - fresh };
}

describe("kill -9 in the middle of fix", () => {
  it("leaves every file as it was or fully new; undo brings all back, and takes away what was being written", async () => {
    const folder = createRepository(files);
    const { child, ended } = start(folder, ["fix"]);
    await untilSomeAreWritten(folder);
    child.kill("SIGKILL");
    await ended;
    const state = stateOf(folder);
    expect(state.other).toBe(0);
    expect(state.old).toBeGreaterThan(0);
    expect((await spawned(folder, ["undo"])).code).toBe(0);
    expect(stateOf(folder)).toEqual({ old: names.length, fresh: 0, other: 0 });
    expect(folder.git("status", "--porcelain")).toBe("");
    expect(readdirSync(`${folder.path}/src`)).toEqual(names.map((name) => name.slice(4)));
  });

  it("can be gone on from: the next fix does the rest", async () => {
    const folder = createRepository(files);
    const { child, ended } = start(folder, ["fix"]);
    await untilSomeAreWritten(folder);
    child.kill("SIGKILL");
    await ended;
    expect((await spawned(folder, ["fix"])).code).toBe(0);
    expect(stateOf(folder)).toEqual({ old: 0, fresh: names.length, other: 0 });
    expect(readdirSync(`${folder.path}/src`)).toHaveLength(names.length);
  });
});

describe("a signal", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends with %i between two writes, with a word on how to go back", async (signal, exitCode) => {
    const folder = createRepository(files);
    const { child, ended } = start(folder, ["fix"]);
    await untilSomeAreWritten(folder);
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect([code, stdout]).toEqual([exitCode, ""]);
    expect(stderr).toBe(`tls-codemod: stopped by ${signal}. What was written is whole; \`tls-codemod undo\` puts it back, and --resume takes up the rest.\n`);
    const state = stateOf(folder);
    expect([state.other, state.old > 0]).toEqual([0, true]);
    expect(readdirSync(`${folder.path}/src`)).toHaveLength(names.length);
  });
});

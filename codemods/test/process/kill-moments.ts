import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Folder } from "../harness/folder.js";
import { upgraded } from "../harness/samples.js";
import { start } from "../harness/spawn.js";

const namesIn = (folder: Folder, name: string) => {
  try {
    return readdirSync(join(folder.path, name));
  } catch {
    return [];
  }
};

/** Moments in the life of `fix` that can be seen from outside. */
export const moments = {
  "the journal is there": (folder: Folder) =>
    namesIn(folder, ".git/tls-codemod/fixes").some((name) => name.endsWith(".jsonl")),
  "a file is being written": (folder: Folder) => namesIn(folder, "src").some((name) => name.endsWith(".tmp")),
  "some files are written": (folder: Folder) => folder.read("src/005.js").startsWith(upgraded),
} as const;

const longestWait = 100_000;

/** Makes each file be written for a while: on a busy machine a moment of less than a millisecond is not seen. */
const slowly = `--import=data:text/javascript,${encodeURIComponent(`
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const { renameSync } = fs;
  fs.renameSync = (...paths) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    renameSync(...paths);
  };
  syncBuiltinESMExports();
`)}`;

/** Starts the built program and sends it a signal at a moment. */
export async function endedAt(
  moment: keyof typeof moments,
  signal: NodeJS.Signals,
  folder: Folder,
  words: readonly string[],
) {
  const { child, ended } = start(folder, words, { nodeOptions: [slowly] });
  while (namesIn(folder, ".git/tls-codemod/fixes").length === 0) await setTimeout(1);
  const deadline = performance.now() + longestWait;
  while (!moments[moment](folder))
    if (performance.now() > deadline) throw new Error(`It never came to this: ${moment}.`);
  child.kill(signal);
  const { code, ...printed } = await ended;
  return { exitCode: code, ...printed };
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Folder } from "./folder.js";

/** What users start. */
export const program = fileURLToPath(new URL("../../bin/tls-codemod.js", import.meta.url));

export interface Spawned {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly printed: { stdout: string; stderr: string };
  readonly ended: Promise<{
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
}

/** Starts the built program as users do. */
export function start(
  folder: Folder,
  words: readonly string[],
  { env = {}, nodeOptions = [] }: { readonly env?: NodeJS.ProcessEnv; readonly nodeOptions?: readonly string[] } = {},
): Spawned {
  const child = spawn(process.execPath, [...nodeOptions, program, ...words], {
    cwd: folder.path,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (printed.stderr += chunk.toString("utf8")));
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, ...printed }));
  return { child, printed, ended };
}

/** Runs the built program to its end. */
export async function spawned(folder: Folder, words: readonly string[], options?: Parameters<typeof start>[2]) {
  return start(folder, words, options).ended;
}

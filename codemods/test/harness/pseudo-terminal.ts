import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import type { Folder } from "./folder.js";
import { program } from "./spawn.js";

/** Gives a program a terminal of its own, and prints what arrives there. */
const script = "import os, pty, sys\nsys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

/** Whether this machine can make a terminal for a test. */
export function hasPseudoTerminals(): boolean {
  try {
    execFileSync("python3", ["-c", "import pty"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Runs the built program on a terminal; standard output and standard error arrive there as one. */
export async function onTerminal(
  folder: Folder,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const command = [process.execPath, program, ...words];
  const { stdout } = await promisify(execFile)("python3", ["-c", script, ...command], {
    cwd: folder.path,
    env: { PATH: process.env["PATH"], TERM: "xterm", ...env },
    maxBuffer: 2 ** 26,
  }).catch((error: { stdout: string }) => error);
  return stdout;
}

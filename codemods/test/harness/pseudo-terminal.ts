import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
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

/** Runs the built program on a terminal; standard output and standard error arrive there as one. Of `keys` each is pressed when a question is asked. */
export async function onTerminal(
  folder: Folder,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
  keys: readonly string[] = [],
): Promise<string> {
  const child = spawn("python3", ["-c", script, process.execPath, program, ...words], {
    cwd: folder.path,
    env: { PATH: process.env["PATH"], TERM: "xterm", ...env },
    stdio: ["pipe", "pipe", "ignore"],
  });
  // a program whose terminal is gone ends
  onTestFinished(() => void child.kill("SIGKILL"));
  let [shown, pressed] = ["", 0];
  child.stdout.on("data", (chunk: Buffer) => {
    shown += chunk.toString("utf8");
    for (; pressed < keys.length && shown.split(question).length > pressed + 1; pressed++)
      child.stdin.write(keys[pressed]);
  });
  child.stdin.on("error", () => undefined);
  await once(child, "close");
  return shown;
}

const question = /,\?\] |accepted\? /;

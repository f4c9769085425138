import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { pnpm } from "../harness/pnpm.js";

/** Package managers are scripts for the shell on Windows. */
const shell = process.platform === "win32";

/** What a package manager's command prints. @throws with its output when it fails. */
export async function runTool(tool: string, words: readonly string[], folder: string): Promise<string> {
  return (await promisify(execFile)(tool, [...words], { cwd: folder, shell, maxBuffer: 1e8 })).stdout;
}

export function runPnpm(words: readonly string[], folder: string): Promise<string> {
  const [command, ...first] = pnpm;
  return runTool(command, [...first, ...words], folder);
}

/** What Node prints for a program with these words. @throws with its output when it fails. */
export async function runNode(words: readonly string[], folder: string): Promise<string> {
  return (await promisify(execFile)(process.execPath, [...words], { cwd: folder })).stdout;
}

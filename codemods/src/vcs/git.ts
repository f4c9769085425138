import { spawn } from "node:child_process";
import { once } from "node:events";

/** git could not be run, or said no; the message is git's own. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/** What git prints. Paths are taken literally and no lock is left behind. Throws a GitError. */
export async function git(folder: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_LITERAL_PATHSPECS: "1", LC_ALL: "C" };
  const child = spawn("git", args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const printed = { out: [] as Buffer[], error: [] as Buffer[] };
  child.stdout.on("data", (chunk: Buffer) => printed.out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => printed.error.push(chunk));
  const [code] = (await once(child, "close").catch((error: Error) => {
    throw new GitError(`git could not be run: ${error.message}`, { cause: error });
  })) as [number | null];
  if (code === 0) return Buffer.concat(printed.out).toString("utf8");
  throw new GitError(
    Buffer.concat(printed.error).toString("utf8").trim() || `git ${args[0]} ended with exit code ${code}.`,
  );
}

/** The parts of git's output with -z. */
export function splitNul(output: string): readonly string[] {
  return output.split("\0").filter((part) => part !== "");
}

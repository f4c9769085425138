import { join } from "node:path";
import { UsageError } from "../failures/usage-error.js";
import { git, GitError, splitNul } from "./git.js";
import type { Repository } from "./repository.js";

/** Files that differ from where the branch left `ref`, committed or not, and files that git does not know yet. Absolute paths. */
export async function filesSince({ root }: Repository, ref: string): Promise<readonly string[]> {
  const base = await mergeBase(root, ref);
  const changed = await git(root, ["diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", base, "--"]);
  const untracked = await git(root, ["ls-files", "--others", "--exclude-standard", "-z"]);
  return splitNul(changed + untracked).map((path) => join(root, path));
}

/** Files whose staged content differs from the last commit. Absolute paths. */
export async function stagedFiles({ root }: Repository): Promise<readonly string[]> {
  const staged = await git(root, ["diff", "--cached", "--name-only", "-z", "--no-renames", "--diff-filter=d", "--"]);
  return splitNul(staged).map((path) => join(root, path));
}

/** Files that have changes besides those that are staged. Absolute paths. */
export async function unstagedFiles({ root }: Repository): Promise<readonly string[]> {
  return splitNul(await git(root, ["diff", "--name-only", "-z", "--no-renames", "--"])).map((path) => join(root, path));
}

async function mergeBase(root: string, ref: string): Promise<string> {
  if (ref.startsWith("-")) throw new UsageError(`--since ${ref}: that is no name of a commit, branch or tag.`);
  try {
    return (await git(root, ["merge-base", ref, "HEAD"])).trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(
      `--since ${ref}: ${error.message}`,
      "Name a commit, branch or tag that is here and shares history; `git fetch` brings it (with enough depth).",
    );
  }
}

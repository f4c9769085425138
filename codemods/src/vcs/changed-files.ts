import { join } from "node:path";
import { UsageError } from "../failures/usage-error.js";
import { git, gitDiff, GitError, splitNul } from "./git.js";
import type { Repository } from "./repository.js";

/** Files that differ from where the branch left `ref`, committed or not, and files that git does not know yet. Absolute paths. */
export async function filesSince(repository: Repository, ref: string): Promise<readonly string[]> {
  const base = await mergeBase(repository, ref);
  const changed = await gitDiff(repository, ["--name-only", "-z", "--diff-filter=d", base, "--"]);
  const untracked = await git(repository, ["ls-files", "--others", "--exclude-standard", "-z"]);
  return splitNul(changed + untracked).map((path) => join(repository.root, path));
}

/** Files whose staged content differs from the last commit. Absolute paths. */
export async function stagedFiles(repository: Repository): Promise<readonly string[]> {
  const staged = await gitDiff(repository, ["--cached", "--name-only", "-z", "--diff-filter=d", "--"]);
  return splitNul(staged).map((path) => join(repository.root, path));
}

/** Files that have changes besides those that are staged. Absolute paths. */
export async function unstagedFiles(repository: Repository): Promise<readonly string[]> {
  const unstaged = await gitDiff(repository, ["--name-only", "-z", "--"]);
  return splitNul(unstaged).map((path) => join(repository.root, path));
}

async function mergeBase(repository: Repository, ref: string): Promise<string> {
  if (ref.startsWith("-")) throw new UsageError(`--since ${ref}: that is no name of a commit, branch or tag.`);
  try {
    return (await git(repository, ["merge-base", ref, "HEAD"])).trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(
      `--since ${ref}: ${error.message}`,
      "Name a commit, branch or tag that is here and shares history; `git fetch` brings it (with enough depth).",
    );
  }
}

import { dirname, join } from "node:path";
import { posixRelative } from "../selection/posix-path.js";
import { git, splitNul } from "./git.js";
import { findRepository } from "./repository.js";

/** A file whose present content git could not bring back. */
export interface Uncommitted {
  readonly file: string;
  /** git's two letters: staged, then unstaged; `??` for a file that git does not know, `!!` for an ignored one. */
  readonly code: string;
}

export interface CommitState {
  readonly uncommitted: readonly Uncommitted[];
  readonly withoutRepository: readonly string[];
}

/** Which of the files have changes that are not committed, each asked of its own repository. Throws a GitError. */
export async function commitStateOf(files: readonly string[]): Promise<CommitState> {
  const byRepository = new Map<string | undefined, string[]>();
  for (const file of files) {
    const root = findRepository(dirname(file))?.root;
    byRepository.set(root, [...(byRepository.get(root) ?? []), file]);
  }
  const uncommitted: Uncommitted[] = [];
  for (const [root, inside] of byRepository) if (root) uncommitted.push(...(await statusOf(root, inside)));
  return { uncommitted, withoutRepository: byRepository.get(undefined) ?? [] };
}

async function statusOf(root: string, files: readonly string[]): Promise<readonly Uncommitted[]> {
  const args = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching", "--pathspec-from-file=-", "--pathspec-file-nul"];
  const lines = splitNul(await git(root, args, files.map((file) => posixRelative(root, file)).join("\0")));
  return lines.map((line) => ({ code: line.slice(0, 2), file: join(root, line.slice(3)) }));
}

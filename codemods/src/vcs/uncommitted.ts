import { dirname, join } from "node:path";
import { posixRelative } from "../files/posix-path.js";
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

/** Few enough for the longest command line that systems allow. */
const filesPerCommand = 500;

async function statusOf(root: string, files: readonly string[]): Promise<readonly Uncommitted[]> {
  const lines: string[] = [];
  for (let at = 0; at < files.length; at += filesPerCommand) {
    const paths = files.slice(at, at + filesPerCommand).map((file) => posixRelative(root, file));
    lines.push(
      ...splitNul(
        await git(root, [
          "status",
          "--porcelain",
          "-z",
          "--no-renames",
          "--untracked-files=all",
          "--ignored",
          "--",
          ...paths,
        ]),
      ),
    );
  }
  return lines.map((line) => ({ code: line.slice(0, 2), file: join(root, line.slice(3)) }));
}

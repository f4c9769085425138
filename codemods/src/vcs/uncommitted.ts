import { dirname, join } from "node:path";
import { posixRelative } from "../files/posix-path.js";
import { gitStatus, splitNul } from "./git.js";
import { findRepository, type Repository } from "./repository.js";

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
  const byRoot = new Map<string, { readonly repository: Repository; readonly inside: string[] }>();
  const withoutRepository: string[] = [];
  for (const file of files) {
    const repository = findRepository(dirname(file));
    if (!repository) withoutRepository.push(file);
    else if (byRoot.has(repository.root)) byRoot.get(repository.root)!.inside.push(file);
    else byRoot.set(repository.root, { repository, inside: [file] });
  }
  const uncommitted: (readonly Uncommitted[])[] = [];
  for (const { repository, inside } of byRoot.values()) uncommitted.push(await statusOf(repository, inside));
  return { uncommitted: uncommitted.flat(), withoutRepository };
}

/** Few enough for the longest command line that systems allow. */
const filesPerCommand = 500;

async function statusOf(repository: Repository, files: readonly string[]): Promise<readonly Uncommitted[]> {
  const { root } = repository;
  const all = ["-z", "--no-renames", "--untracked-files=all", "--ignored"];
  const lines: string[] = [];
  for (let at = 0; at < files.length; at += filesPerCommand) {
    const paths = files.slice(at, at + filesPerCommand).map((file) => posixRelative(root, file));
    lines.push(...splitNul(await gitStatus(repository, [...all, "--", ...paths])));
  }
  return lines.map((line) => ({ code: line.slice(0, 2), file: join(root, line.slice(3)) }));
}

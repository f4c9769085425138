import { existsSync, type Stats, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { textOf } from "../files/text.js";

/** A git working tree. */
export interface Repository {
  readonly root: string;
  /** Where git keeps this working tree's own data; outside the tree for worktrees and submodules. */
  readonly gitFolder: string;
}

/** The working tree that a folder belongs to, found without running git. */
export function findRepository(folder: string): Repository | undefined {
  const repository = repositoryAt(folder);
  const parent = dirname(folder);
  return repository ?? (parent === folder ? undefined : findRepository(parent));
}

/** The working tree that begins in a folder. */
export function repositoryAt(folder: string): Repository | undefined {
  const gitFolder = gitFolderIn(folder);
  return gitFolder && existsSync(join(gitFolder, "HEAD")) ? { root: folder, gitFolder } : undefined;
}

function gitFolderIn(folder: string): string | undefined {
  const path = join(folder, ".git");
  const stats = statsOf(path);
  if (stats?.isDirectory()) return path;
  const target = stats?.isFile() ? targetIn(path) : undefined;
  return target && resolve(folder, target);
}

/** The folder that a .git file names. */
function targetIn(file: string): string | undefined {
  const [, target] = /^gitdir: ([^\r\n]+)/.exec(textOf(file)) ?? [];
  return target?.trimEnd();
}

/** A folder that may not be looked into is for the walk to name. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

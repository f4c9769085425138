import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { textOf } from "../files/text.js";
import type { Repository } from "./repository.js";

/**
 * Whether git's folder of a working tree is in the tree, or says itself that it belongs to it, as those of worktrees and submodules do.
 * A link, or a .git file, may lead to that of any other repository.
 */
export function isGitFolderOwn({ root, gitFolder }: Repository): boolean {
  if (gitFolder === join(root, ".git")) return lstatSync(gitFolder).isDirectory();
  return isWorktree(root, gitFolder) || isSubmodule(root, gitFolder);
}

function isWorktree(root: string, gitFolder: string): boolean {
  const named = textOf(join(gitFolder, "gitdir")).trimEnd();
  const file = resolve(gitFolder, named);
  return basename(file) === ".git" && realPath(dirname(file)) === root;
}

function isSubmodule(root: string, gitFolder: string): boolean {
  const lines = textOf(join(gitFolder, "config")).split("\n");
  const settings = lines.map((line) => line.trim()).filter((line) => line.startsWith(worktreeSetting));
  return settings.some((line) => realPath(resolve(gitFolder, line.slice(worktreeSetting.length))) === root);
}

const worktreeSetting = "worktree = ";

function realPath(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";

/** The files that paths mean, taken from `cwd`: a folder all files below it that end in `.json`, in the order of their paths. Throws a UsageError for a folder without one. */
export function reportFiles(paths: readonly string[], cwd: string): readonly string[] {
  return paths.flatMap((path) => {
    if (!statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory()) return [path];
    const files = jsonFilesBelow(path, cwd);
    if (files.length > 0) return files;
    throw new UsageError(`${path}: there is no JSON report in this folder.`, "`-o json:FILE` writes one.");
  });
}

function jsonFilesBelow(folder: string, cwd: string): readonly string[] {
  try {
    return readdirSync(resolve(cwd, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
      .map(({ parentPath, name }) => join(folder, join(parentPath, name).slice(resolve(cwd, folder).length)))
      .sort();
  } catch (error) {
    throw new UsageError(`${folder}: ${describeError(error)}.`, "Name the reports themselves.");
  }
}

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isInside } from "../../files/posix-path.js";
import { textOf } from "../../files/text.js";
import { repositoryAt } from "../../vcs/repository.js";

/**
 * Whether programs that are out of sight may import a file: those that install its package, unless its package.json says `private` or has no name.
 * Where the package began outside of the project, they are files of the same package.
 */
export function isPublished(file: string, project: string): boolean {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest)) return !isInside(project, folder) || !isPrivate(manifest);
    if (folder === dirname(folder) || repositoryAt(folder)) return false;
  }
}

function isPrivate(file: string): boolean {
  const manifest = manifestIn(file);
  return manifest !== undefined && (manifest["private"] === true || manifest["name"] === undefined);
}

/** What a package.json says; undefined for one that cannot be read, which is for others to complain about. */
export function manifestIn(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(textOf(file)) ?? undefined;
  } catch {
    return undefined;
  }
}

import { lstatSync, mkdirSync, type Stats } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { isInside } from "./posix-path.js";
import { UnreadableError } from "./regular-file.js";

/** The first part of a path below a folder that is a link, and so may lead anywhere; undefined where there is none. */
export function linkOnTheWay(folder: string, file: string): string | undefined {
  let at = folder;
  for (const part of partsBetween(folder, file)) {
    at = join(at, part);
    if (statsOf(at)?.isSymbolicLink()) return at;
  }
  return undefined;
}

export function isInsideWithoutLinks(folder: string, file: string): boolean {
  return isInside(folder, file) && linkOnTheWay(folder, file) === undefined;
}

/** Throws an UnreadableError for a path that leaves a folder, by dots or through a link. */
export function requireInside(folder: string, file: string): void {
  if (!isInside(folder, file)) throw new UnreadableError(`it leads out of ${folder}`);
  const link = linkOnTheWay(folder, file);
  if (link !== undefined) throw new UnreadableError(`${link} is a link, which is not followed`);
}

/** Makes the folder of a file, and those above it up to one that is there. Throws an UnreadableError for a link among them, or the error of the file system. */
export function makeFolderInside(folder: string, file: string): void {
  requireInside(folder, dirname(file));
  mkdirSync(dirname(file), { recursive: true });
}

function partsBetween(folder: string, file: string): readonly string[] {
  return relative(folder, file)
    .split(sep)
    .filter((part) => part !== "");
}

/** What cannot be looked at is for others to complain about. */
function statsOf(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch {
    return undefined;
  }
}

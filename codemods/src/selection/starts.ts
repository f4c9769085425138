import { lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { isInside } from "../files/posix-path.js";
import { linkOfRepository } from "../vcs/link-out.js";
import { findRepository } from "../vcs/repository.js";

/** A path from the command line or a list. */
export interface Start {
  /** As it was typed. */
  readonly given: string;
  /** Absolute, links resolved. */
  readonly file: string;
  readonly type: "folder" | "file" | "other";
  /** The first part of the path that is a link, if a repository may hold it: it may lead anywhere. */
  readonly link: string | undefined;
  /** The path with its links. */
  readonly named: string;
}

/** The paths as files and folders. Throws a UsageError that names every path that is not there. */
export function resolveStarts(paths: readonly string[], cwd: string): readonly Start[] {
  const missing: string[] = [];
  const starts = paths.flatMap((given) => {
    try {
      return [resolveStart(given, cwd)];
    } catch (error) {
      missing.push(`${JSON.stringify(given)}: ${describeStartError(error)}`);
      return [];
    }
  });
  if (missing.length === 0) return starts;
  throw new UsageError(missing, `Paths are taken from ${cwd}. Nothing was read.`);
}

export function resolveStart(given: string, cwd: string): Start {
  const path = resolve(cwd, given);
  const file = realpathSync(path);
  return { given, file, type: typeOf(statSync(path)), ...linked(path, file, cwd) };
}

function linked(path: string, file: string, cwd: string): Pick<Start, "link" | "named"> {
  if (file === path) return { link: undefined, named: path };
  const found = linkOfRepository(path, cwd);
  if (found) return { link: found.link, named: join(found.link, ...found.rest) };
  const isLink = lstatSync(path).isSymbolicLink();
  const named = isLink ? join(realpathSync(dirname(path)), basename(path)) : file;
  return { link: isLink ? named : undefined, named };
}

function typeOf(stats: Stats): Start["type"] {
  if (stats.isDirectory()) return "folder";
  return stats.isFile() ? "file" : "other";
}

export function describeStartError(error: unknown): string {
  return (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file or folder" : describeError(error);
}

/**
 * The folder that paths in reports, fingerprints and shards start from, so that they do not depend on where the tool was started:
 * the repository that holds the working folder or all paths; without one the working folder, or the folder that holds all paths.
 */
export function rootOf(starts: readonly Start[], cwd: string): string {
  const folders = starts.map(({ file, type, link }) => (type === "folder" && !link ? file : dirname(link ?? file)));
  const holder = folders.length > 0 ? folders.reduce(commonFolder) : cwd;
  const base = isInside(cwd, holder) ? cwd : holder;
  return findRepository(base)?.root ?? findRepository(holder)?.root ?? base;
}

function commonFolder(first: string, second: string): string {
  let folder = first;
  while (!isInside(folder, second)) folder = dirname(folder);
  return folder;
}

import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { describeError } from "../failures/describe-error.js";
import { childPath, isInside, posixRelative } from "../files/posix-path.js";
import { UnreadableError } from "../files/regular-file.js";
import type { FileFilter } from "./file-filter.js";
import { type IgnoreRules, isIgnored, withIgnoreFile } from "./ignore-files.js";
import type { Selected } from "./selected.js";

export interface WalkOptions {
  /** Paths are given from here, and no link out of here is followed. */
  readonly root: string;
  readonly filter: FileFilter;
  readonly useIgnoreFiles: boolean;
}

const prunedFolders: ReadonlySet<string> = new Set(["node_modules", ".git", ".hg", ".svn"]);

/**
 * The files below a folder, folder by folder. What is ignored, excluded or of another type is left out and not even counted.
 * Links are not followed, so that no file is seen twice and no loop is endless.
 */
export function* walk(folder: string, options: WalkOptions, above: IgnoreRules | undefined): Generator<Selected> {
  const entries = entriesOf(folder);
  if (!Array.isArray(entries))
    return yield {
      kind: "failed",
      path: `${posixRelative(options.root, folder)}/`,
      reason: `cannot be listed: ${entries.reason}`,
    };
  let rules = above;
  if (options.useIgnoreFiles && entries.some(({ name }) => name === ".gitignore")) {
    try {
      rules = withIgnoreFile(folder, above);
    } catch (error) {
      yield {
        // git does not follow a linked .gitignore either
        kind: error instanceof UnreadableError ? "skipped" : "failed",
        path: posixRelative(options.root, childPath(folder, ".gitignore")),
        reason: error instanceof UnreadableError ? `is not read: ${error.message}` : describeError(error),
      };
    }
  }
  for (const entry of entries) yield* visit(entry, childPath(folder, entry.name), options, rules);
}

function* visit(
  entry: Dirent,
  file: string,
  options: WalkOptions,
  rules: IgnoreRules | undefined,
): Generator<Selected> {
  const { root, filter } = options;
  if (entry.isDirectory()) {
    if (prunedFolders.has(entry.name) || filter.isExcludedFolder(file) || isIgnored(rules, file, true)) return;
    yield* walk(file, options, rules);
    return;
  }
  const path = posixRelative(root, file);
  const isRead = isReadable(entry, path, file, filter);
  const reason = isRead || !entry.isFile() ? undefined : filter.reasonNotToRead(path);
  if ((isRead || reason !== undefined) && filter.isWanted(file) && !isIgnored(rules, file, false)) {
    if (reason !== undefined) yield { kind: "unread", path, file, reason };
    else if (entry.isFile()) yield { kind: "file", path, file };
    else
      yield { kind: "skipped", path, reason: entry.isSymbolicLink() ? describeLink(file, root) : "is no regular file" };
  }
}

/** A link to a folder is named too, because the files behind it are not read through it. */
function isReadable(entry: Dirent, path: string, file: string, filter: FileFilter): boolean {
  if (filter.hasReadableType(path)) return true;
  return entry.isSymbolicLink() && leadsToFolder(file);
}

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}

/** Where a link leads, as a reason not to follow it. */
export function describeLink(link: string, root: string): string {
  try {
    const target = realpathSync(link);
    if (!isInside(root, target)) return `is a link that leads out of ${root}`;
    return `is a link to ${posixRelative(root, target) || "."}, which is read under its own name`;
  } catch (error) {
    return `is a link that leads nowhere: ${describeError(error)}`;
  }
}

function entriesOf(folder: string): Dirent[] | { readonly reason: string } {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return { reason: describeError(error) };
  }
}

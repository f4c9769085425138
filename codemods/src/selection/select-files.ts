import { UsageError } from "../failures/usage-error.js";
import { isInside, posixRelative } from "../files/posix-path.js";
import type { FileFilter } from "./file-filter.js";
import { ignoreRulesAbove } from "./ignore-files.js";
import type { Selected } from "./selected.js";
import { isInShard, type Shard } from "./shard.js";
import type { Start } from "./starts.js";
import { describeLink, walk } from "./walk.js";

export interface SelectOptions {
  readonly root: string;
  readonly filter: FileFilter;
  readonly useIgnoreFiles: boolean;
  readonly shard: Shard | undefined;
  /** Whether a start under which there is nothing to read is an error. */
  readonly mustFind: boolean;
  /** Files of a list that are not there. */
  readonly missing: readonly Selected[];
  /** Is filled with the files that belong to other shards, by their absolute path. */
  readonly others: Map<string, { readonly file: string; readonly path: string }>;
}

/** Every file once, in the order of the starts. Throws a UsageError for a start under which there is nothing to read. */
export function* selectFiles(starts: readonly Start[], options: SelectOptions): Generator<Selected> {
  const seen = new Set<string>();
  const isOurs = ({ path }: Selected) => !options.shard || isInShard(path, options.shard);
  yield* options.missing.filter(isOurs);
  for (const start of starts) {
    let count = 0;
    for (const selected of filesOf(start, options)) {
      if (selected.kind !== "unread") count++;
      if (starts.length > 1 && seen.has(selected.path)) continue;
      if (starts.length > 1) seen.add(selected.path);
      if (isOurs(selected)) yield selected;
      else if (selected.kind === "file") options.others.set(selected.file, selected);
    }
    if (count === 0 && options.mustFind) throw nothingFound(start, options.filter);
  }
}

function filesOf(start: Start, options: SelectOptions): Iterable<Selected> {
  const { root, filter, useIgnoreFiles } = options;
  if (start.type === "folder") {
    if (start.link && !isInside(root, start.file)) throw linkLeadsOut(start, root);
    return walk(start.file, options, useIgnoreFiles ? ignoreRulesAbove(start.file) : undefined);
  }
  return [selectFile(start, root, filter)];
}

function selectFile({ file, link, named, type }: Start, root: string, filter: FileFilter): Selected {
  if (link && !isInside(root, file))
    return { kind: "skipped", path: posixRelative(root, named), reason: describeLink(link, root) };
  const path = posixRelative(root, file);
  if (type !== "file") return { kind: "skipped", path, reason: "is no regular file" };
  if (!filter.hasReadableType(path))
    return { kind: "skipped", path, reason: `is of a type that is not read; these are: ${filter.types}` };
  if (!filter.isWanted(file)) return { kind: "skipped", path, reason: "is left out by --include or --exclude" };
  return { kind: "file", path, file };
}

function nothingFound({ given }: Start, { types }: FileFilter): UsageError {
  return new UsageError(
    `${JSON.stringify(given)}: there is no file to read (${types}) that is not ignored or excluded.`,
    "Look at --ext, --include, --exclude and --no-gitignore.",
  );
}

function linkLeadsOut({ given, file }: Start, root: string): UsageError {
  return new UsageError(
    `${JSON.stringify(given)}: is a link that leads out of ${root}, to ${file}.`,
    "Name the folder itself to read it.",
  );
}

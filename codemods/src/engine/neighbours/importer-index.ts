import { basename, dirname, join, resolve as resolvePath } from "node:path";
import { collect } from "../../collections/collect.js";
import { readBytes } from "../../files/read-bytes.js";
import { withoutExtension } from "./own-names.js";
import { programName, type ProjectFiles } from "./project-files.js";
import type { Resolve } from "./resolver.js";
import { type Specifiers, specifiersIn } from "./specifiers.js";

/** The files that name another one. */
export interface FoundImporters {
  /** Absolute, in the order of their paths. */
  readonly files: readonly string[];
  /** False where there may be others, or some that are not parsed here. */
  readonly complete: boolean;
}

export interface ImporterIndex {
  importersOf(file: string): FoundImporters;
}

interface Mention {
  readonly from: string;
  readonly specifier: string;
}

/** Finds out who imports whom with one look at the bytes of each file. A name is resolved only when a file is asked for that it may mean, and none that can only mean a package from elsewhere. */
export function indexImporters(
  { all, ownNames, hasLinks }: Pick<ProjectFiles, "all" | "ownNames" | "hasLinks">,
  resolve: Resolve,
): ImporterIndex {
  const relative = new Map<string, Mention[]>();
  const others: Mention[] = [];
  const beginnings = new Set<string>();
  for (const from of all) {
    const specifiers = specifiersOf(from);
    for (const specifier of specifiers.names) {
      if (specifier.startsWith(".")) collect(relative, stemOf(specifier), { from, specifier });
      else if (ownNames.mayMeanOwnFile(specifier)) others.push({ from, specifier });
    }
    for (const beginning of specifiers.beginnings) beginnings.add(join(dirname(from), beginning));
  }
  const arePathsPlain = !hasLinks && !ownNames.areFoldersMapped;
  /** Those whose path may mean a file. */
  const relativeMentions = (file: string): readonly Mention[] => {
    const folders = ownNames.foldersFor(file);
    const stems = new Set([...[file, ...folders].map(stemOf), ...(folders.length > 0 ? [""] : [])]);
    const mentions = [...stems].flatMap((stem) => relative.get(stem) ?? []);
    const paths = new Set([file, ...folders].map(withoutExtension));
    return arePathsPlain ? mentions.filter(({ from, specifier }) => paths.has(pathOf(from, specifier))) : mentions;
  };
  let aliased: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    importersOf(file) {
      const near = relativeMentions(file).filter(({ from, specifier }) => resolve(from, specifier) === file);
      aliased ??= resolved(others, resolve);
      const found = new Set([...near.map(({ from }) => from), ...(aliased.get(file) ?? [])]);
      found.delete(file);
      const importers = [...found].sort();
      const isReadWhole =
        importers.every((importer) => programName.test(importer)) &&
        ![...beginnings].some((beginning) => file.startsWith(beginning));
      return { files: importers.filter((importer) => programName.test(importer)), complete: isReadWhole };
    },
  };
}

const unread: Specifiers = { names: [], beginnings: [] };

function specifiersOf(file: string): Specifiers {
  try {
    const read = readBytes(file, Infinity);
    return "bytes" in read ? specifiersIn(read.bytes) : unread;
  } catch {
    return unread;
  }
}

/** Aliases, packages of a workspace: the files of the project that such names lead to. */
function resolved(mentions: readonly Mention[], resolve: Resolve): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  const known = new Map<string, string | undefined>();
  for (const { from, specifier } of mentions) {
    const key = `${dirname(from)}\n${specifier}`;
    if (!known.has(key)) known.set(key, resolve(from, specifier));
    const file = known.get(key);
    if (file !== undefined) collect(importers, file, from);
  }
  return importers;
}

/** The last part of a name, without an extension; empty for a name that means a folder by its dots. */
function stemOf(specifier: string): string {
  const last = basename(specifier);
  return last === "." || last === ".." ? "" : withoutExtension(last);
}

/** What a relative name means where no link and no configuration leads it elsewhere. */
function pathOf(from: string, specifier: string): string {
  return withoutExtension(resolvePath(dirname(from), specifier));
}

import { join } from "node:path";
import { readText } from "../files/text.js";
import { type IgnorePatterns, isLeftOut, parseIgnorePatterns } from "./ignore-patterns.js";

/** Tells who owns a path from the root of a repository: names as they are written, none where nobody is named. */
export type CodeOwners = (path: string) => readonly string[];

/** Where GitHub and GitLab look, the first that is there. */
const places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

const nobody: CodeOwners = () => [];

/** Who owns what of a repository by its CODEOWNERS; nobody where there is none, or one that cannot be read. */
export function codeOwnersIn(repository: string): CodeOwners {
  for (const place of places) {
    const text = textOf(join(repository, place));
    if (text !== undefined) return parseCodeOwners(text);
  }
  return nobody;
}

function textOf(file: string): string | undefined {
  try {
    return readText(file);
  } catch {
    return undefined;
  }
}

interface Entry {
  readonly patterns: IgnorePatterns;
  /** `docs/*` is about the files in a folder, and not about those in folders below it. */
  readonly isFlat: boolean;
  readonly owners: readonly string[];
}

// each is tried on each path
const mostEntries = 2000;
const mostOwners = 20;

/**
 * What a CODEOWNERS says: the last pattern that is about a path counts, also with nobody behind it.
 * Of GitLab's sections the owners of a header stand for entries that name none.
 */
export function parseCodeOwners(text: string): CodeOwners {
  const entries: Entry[] = [];
  let byDefault: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [first, ...names] = wordsOf(line);
    if (first === undefined) continue;
    if (/^\^?\[/.test(first)) byDefault = wordsOf(line.replace(/^\s*\^?(?:\[[^\]]*\]){1,2}/, ""));
    else entries.push(...entryOf(first, names.length > 0 ? names : byDefault));
    if (entries.length > mostEntries) return nobody;
  }
  entries.reverse();
  return (path) => entries.find((entry) => isAbout(entry, path))?.owners ?? [];
}

function isAbout({ patterns, isFlat }: Entry, path: string): boolean {
  return isFlat ? patterns.decide(path, false) === true : isLeftOut(patterns, path);
}

function entryOf(pattern: string, owners: readonly string[]): readonly Entry[] {
  try {
    const patterns = parseIgnorePatterns([pattern], false);
    return [{ patterns, isFlat: /[^*]\/\*$/.test(pattern), owners: owners.slice(0, mostOwners) }];
  } catch {
    // no path is as long as that
    return [];
  }
}

/** A backslash keeps a space; `#` begins a comment. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith("#"));
  return comment === -1 ? words : words.slice(0, comment);
}

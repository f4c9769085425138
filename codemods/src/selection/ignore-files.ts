import { dirname, join } from "node:path";
import { posixRelative } from "../files/posix-path.js";
import { readText } from "../files/text.js";
import { findRepository } from "../vcs/repository.js";
import { type IgnorePatterns, parseIgnorePatterns } from "./ignore-patterns.js";

/** The .gitignore of a folder, and those of the folders above it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly patterns: IgnorePatterns;
  readonly above: IgnoreRules | undefined;
}

/** git looks at the case of names except where file systems usually do not. */
const ignoreCase = process.platform === "darwin" || process.platform === "win32";

/** Adds the .gitignore of a folder, if it has one. Throws the error of the file system when it cannot be read, and a SyntaxError when it cannot be used. */
export function withIgnoreFile(folder: string, above: IgnoreRules | undefined): IgnoreRules {
  const text = readText(join(folder, ".gitignore"));
  return { folder, patterns: parseIgnorePatterns(text.split("\n"), ignoreCase), above };
}

/** The .gitignore files above a folder that count inside it: those of its repository, unless they ignore the folder itself. */
export function ignoreRulesAbove(folder: string): IgnoreRules | undefined {
  const root = findRepository(folder)?.root;
  if (!root || root === folder) return undefined;
  let rules: IgnoreRules | undefined;
  for (const parent of foldersBetween(root, folder)) {
    if (isIgnored(rules, parent, true)) return undefined;
    rules = withOwnRules(parent, rules);
  }
  return isIgnored(rules, folder, true) ? undefined : rules;
}

/** Of nested .gitignore files the deepest that says something decides. */
export function isIgnored(rules: IgnoreRules | undefined, path: string, isFolder: boolean): boolean {
  for (let level = rules; level; level = level.above) {
    const isLeftOut = level.patterns.decide(posixRelative(level.folder, path), isFolder);
    if (isLeftOut !== undefined) return isLeftOut;
  }
  return false;
}

/** Tells of any file below a folder whether a .gitignore leaves it out; each folder is looked at once. */
export function createIgnoreCheck(root: string): (file: string) => boolean {
  const known = new Map<string, IgnoreRules | "ignored" | undefined>();

  function rulesIn(folder: string): IgnoreRules | "ignored" | undefined {
    if (!known.has(folder))
      known.set(
        folder,
        folder === root ? withOwnRules(folder, undefined) : rulesBelow(folder, rulesIn(dirname(folder))),
      );
    return known.get(folder);
  }

  return (file) => {
    const rules = rulesIn(dirname(file));
    return rules === "ignored" || isIgnored(rules, file, false);
  };
}

function rulesBelow(folder: string, above: IgnoreRules | "ignored" | undefined): IgnoreRules | "ignored" | undefined {
  return above === "ignored" || isIgnored(above, folder, true) ? "ignored" : withOwnRules(folder, above);
}

/** One that cannot be used is for the walk to name. */
function withOwnRules(folder: string, above: IgnoreRules | undefined): IgnoreRules | undefined {
  try {
    return withIgnoreFile(folder, above);
  } catch {
    return above;
  }
}

function foldersBetween(root: string, folder: string): readonly string[] {
  const parents: string[] = [];
  for (let parent = dirname(folder); parent !== root; parent = dirname(parent)) parents.unshift(parent);
  return [root, ...parents];
}

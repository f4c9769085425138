import { matchesPath, nameMatcher, onlyName, type PatternPart } from "./glob.js";

/** Patterns as the lines of a .gitignore. */
export interface IgnorePatterns {
  /** What the last pattern says that is about a path: true where it is left out, false where it is taken back, undefined where none is about it. Folders above it are not looked at. */
  decide(path: string, isFolder: boolean): boolean | undefined;
}

interface Pattern {
  readonly line: number;
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
  /** Without a slash it is about a name in any folder. */
  readonly isAnchored: boolean;
  /** What a path begins with as it is written; the parts are about the rest. */
  readonly head: string;
  readonly parts: readonly PatternPart[];
  /** The only one that the last part matches. */
  readonly lastName: string | undefined;
}

/** Longer than any path that systems allow. */
const longestLine = 4096;
/** These are tried one after the other on each path; of names without wildcards, which are looked up, there may be any number. */
const mostAlike = 10_000;

/** Throws a SyntaxError where reading or using the patterns would take too long. */
export function parseIgnorePatterns(lines: readonly string[], ignoreCase: boolean): IgnorePatterns {
  const fold = (name: string) => (ignoreCase ? name.toLowerCase() : name);
  const byName = new Map<string | undefined, Pattern[]>();
  // the last one that is about a path counts
  for (const pattern of lines.flatMap((text, index) => patternOf(text, index + 1, ignoreCase) ?? []).reverse()) {
    const key = pattern.lastName === undefined ? undefined : fold(pattern.lastName);
    const alike = byName.get(key) ?? [];
    byName.set(key, alike);
    if (alike.push(pattern) > mostAlike)
      throw new SyntaxError(
        `it has over ${mostAlike} patterns ${key === undefined ? "with wildcards" : "for one name"}`,
      );
  }
  return {
    decide(path, isFolder) {
      const names = path.split("/");
      const isAbout = (pattern: Pattern) =>
        (isFolder || !pattern.isForFolders) &&
        (pattern.head === "" ? matches(pattern, names) : matchesBehindHead(pattern, fold(path)));
      const plain = byName.get(fold(names.at(-1)!))?.find(isAbout);
      const wild = byName.get(undefined)?.find((pattern) => pattern.line < (plain?.line ?? 0) || isAbout(pattern));
      const last = wild && wild.line > (plain?.line ?? 0) ? wild : plain;
      return last && !last.isNegated;
    },
  };
}

/** Whether a path is left out, or a folder above it, whose files no pattern can take back. A path that ends in `/` is a folder's. */
export function isLeftOut({ decide }: IgnorePatterns, path: string): boolean {
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1))
    if (decide(path.slice(0, end), true)) return true;
  return !path.endsWith("/") && decide(path, false) === true;
}

function matches({ isAnchored, parts }: Pattern, names: readonly string[]): boolean {
  return matchesPath(parts, isAnchored ? names : names.slice(-1));
}

function matchesBehindHead({ head, parts }: Pattern, path: string): boolean {
  return path.startsWith(head) && matchesPath(parts, path.slice(head.length).split("/"));
}

/**
 * Asterisks that stand behind the beginning of a name stand for any number of folders where that is all there is before them: git compares
 * what is before the first wildcard by itself, and matches the rest as a pattern of its own (`match_pathname` in its dir.c).
 */
const literalHead = /^(?<head>[^*?[\\]+)(?<!\/)\*{2,}(?=\/|$)/;

/** Undefined for a line that says nothing, or can match nothing. */
function patternOf(text: string, line: number, ignoreCase: boolean): Pattern | undefined {
  if (text.length > longestLine) throw new SyntaxError(`line ${line} is longer than a path can be`);
  const trimmed = withoutTrailingSpaces(text.replace(/\r$/, ""));
  if (trimmed === "" || trimmed.startsWith("#")) return undefined;
  const isNegated = trimmed.startsWith("!");
  const whole = isNegated ? trimmed.slice(1) : trimmed;
  const isForFolders = whole.endsWith("/");
  const path = isForFolders ? whole.slice(0, -1) : whole;
  const isAnchored = path.includes("/");
  const fromRoot = path
    .replace(/^\//, "")
    .replaceAll(/\\(.)/gs, (escaped, character) => (character === "/" ? "/" : escaped));
  const names = fromRoot.split("/");
  if (names.includes("")) return undefined;
  const head = isAnchored ? literalHead.exec(fromRoot)?.groups!["head"] : undefined;
  if (head !== undefined) {
    const [, ...others] = fromRoot.slice(head.length).split("/");
    const behind = partsOf(others, true, ignoreCase);
    const parts = behind && [undefined, ...behind];
    return (
      parts && {
        line,
        isNegated,
        isForFolders,
        isAnchored,
        head: ignoreCase ? head.toLowerCase() : head,
        parts,
        lastName: undefined,
      }
    );
  }
  const parts = partsOf(names, isAnchored, ignoreCase);
  return parts && { line, isNegated, isForFolders, isAnchored, head: "", parts, lastName: onlyName(names.at(-1)!) };
}

function partsOf(
  written: readonly string[],
  isAnchored: boolean,
  ignoreCase: boolean,
): readonly PatternPart[] | undefined {
  const names = written.map((name) => (/^\*{2,}$/.test(name) ? "**" : name));
  // at the end, `**` means what is in a folder and not the folder itself
  const all = isAnchored && names.at(-1) === "**" ? [...names.slice(0, -1), "*", "**"] : names;
  const parts = all.map((name) => (isAnchored && name === "**" ? undefined : (nameMatcher(name, ignoreCase) ?? null)));
  return parts.includes(null) ? undefined : (parts as readonly PatternPart[]);
}

/** A backslash keeps a space. */
function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === " ") end--;
  let start = end;
  while (text[start - 1] === "\\") start--;
  return text.slice(0, (end - start) % 2 === 1 ? end + 1 : end);
}

/** What a file says of the files around it. */
export interface Specifiers {
  /** Names of files and modules, in imports and elsewhere. */
  readonly names: readonly string[];
  /** Beginnings of paths that are put together when the program runs: `./locales/` of `./locales/${name}`. */
  readonly beginnings: readonly string[];
}

/** A string that may be a name, up to where it ends or is not known any more. */
const quoted = /["'`](\.[^"'`\n$*]*|[@#\w~][\w@#/.~-]*)(["'`$*])/g;
const importWord = /\b(?:from|import|require)\s*\(?\s*$/;
const ownFolder = /\b(?:__dirname|import\.meta)\b[^;\n]*$/;
// as much as stands between a word and its string
const lookBack = 80;

/**
 * Looks for the names of other files without parsing the text: of imports, of relative paths, and of what is joined to the file's own folder.
 * What only looks like one, in a comment, does no harm: it is resolved and parsed later.
 */
export function specifiersIn(bytes: Buffer): Specifiers {
  const text = bytes.toString("latin1");
  const names = new Set<string>();
  const beginnings = new Set<string>();
  const hasJoins = text.includes("__dirname") || text.includes("import.meta");
  for (const { 1: found = "", 2: end, index } of text.matchAll(quoted)) {
    const before = text.slice(Math.max(0, index - lookBack), index);
    const isWhole = end !== "$" && end !== "*";
    if (isRelative(found)) {
      if (isWhole) names.add(found);
      if (!isWhole || found.endsWith("/")) beginnings.add(found);
    } else if (importWord.test(before)) {
      if (isWhole) names.add(found);
    } else if (hasJoins && ownFolder.test(before)) beginnings.add(`./${found}`);
  }
  return { names: decoded(names), beginnings: decoded(beginnings) };
}

function isRelative(name: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(name);
}

function decoded(strings: Iterable<string>): readonly string[] {
  return Array.from(strings, (text) => (/[\x80-\xff]/.test(text) ? Buffer.from(text, "latin1").toString("utf8") : text));
}

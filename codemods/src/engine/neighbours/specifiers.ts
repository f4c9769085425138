/** What a file says of the files around it. */
export interface Specifiers {
  /** Names of files and modules, in imports and elsewhere. */
  readonly names: readonly string[];
  /** Beginnings of paths that are put together when the program runs: `./locales/` of `./locales/${name}`. */
  readonly beginnings: readonly string[];
}

/** A relative path, or what follows the word of an import, up to where it ends or is not known any more. Looks back only from a quote, and not further than a formatter puts it. */
const specifier =
  /["'`](?:(\.{1,2}(?:\/[^"'`\n$*]*)?)|(?<=\b(?:from|import|require)\s{0,40}\(?\s{0,40}["'`])([@#\w~][\w@#/.~-]*))(["'`$*])/g;
/** A name that is no relative path: perhaps of what is joined to the file's own folder. */
const joined = /["'`](?<!\b(?:from|import|require)\s{0,40}\(?\s{0,40}.)((?!\.\.?[/"'`$*])[.@#\w~][\w@#/.~-]*)["'`$*]/g;
const ownFolder = /\b(?:__dirname|import\.meta)\b[^;\n]*$/;
/** What makes of dots a folder: alone, they are more often a mark between names, or a step of a path. */
const wordOfFolder = /(?:\b(?:from|import\w*|__dirname)\b|quire|mock|load|rewire)[^;]*$/i;
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
  /** Copied, because a part of a string keeps the whole of it in memory. */
  const part = (found: string, from: number) => bytes.toString("utf8", from, from + found.length);
  for (const { 1: relative, 2: imported = "", 3: end, index } of text.matchAll(specifier)) {
    if ((relative === "." || relative === "..") && !wordOfFolder.test(text.slice(Math.max(0, index - lookBack), index)))
      continue;
    const name = part(relative ?? imported, index + 1);
    const isWhole = end !== "$" && end !== "*";
    if (isWhole) names.add(name);
    if (relative !== undefined && (!isWhole || relative.endsWith("/"))) beginnings.add(name);
  }
  if (text.includes("__dirname") || text.includes("import.meta")) {
    for (const { 1: found = "", index } of text.matchAll(joined))
      if (ownFolder.test(text.slice(Math.max(0, index - lookBack), index)))
        beginnings.add(`./${part(found, index + 1)}`);
  }
  return { names: [...names], beginnings: [...beginnings] };
}

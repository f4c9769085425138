/** Whether a name matches a pattern of `*`, `?`, `[a-z]` and characters. */
export type NameMatcher = (name: string) => boolean;

/** A part of a path pattern between slashes; undefined stands for `**`, any number of parts. */
export type PatternPart = NameMatcher | undefined;

/** Whether a path, given as the names in it, matches a pattern. */
export function matchesPath(pattern: readonly PatternPart[], names: readonly string[]): boolean {
  return matchesSequence(pattern, names, (matches, name) => matches(name));
}

/** Undefined for a pattern that matches nothing, because a bracket or a backslash has no end. */
export function nameMatcher(pattern: string, ignoreCase: boolean): NameMatcher | undefined {
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const tokens = tokensOf(fold(pattern));
  return tokens && ((name) => matchesSequence(tokens, fold(name), (matches, character) => matches(character)));
}

/** The only name that a pattern matches; undefined where there may be several. */
export function onlyName(pattern: string): string | undefined {
  return /[*?[]/.test(pattern.replaceAll(escape, "")) ? undefined : unescaped(pattern);
}

const escape = /\\(.)/gs;

function unescaped(pattern: string): string {
  return pattern.replaceAll(escape, "$1");
}

/**
 * Matches items with a pattern in which undefined stands for any number of items. It is enough to go back to the last of those, because
 * what stands between two of them is best found as early as possible: the time grows with the product of both lengths at most.
 */
function matchesSequence<Part, Item>(
  pattern: readonly (Part | undefined)[],
  items: ArrayLike<Item>,
  matches: (part: Part, item: Item) => boolean,
): boolean {
  let [at, item] = [0, 0];
  let back: { readonly at: number; readonly item: number } | undefined;
  while (item < items.length) {
    const part = pattern[at];
    if (part === undefined && at < pattern.length) back = { at: ++at, item };
    else if (part !== undefined && matches(part, items[item]!)) [at, item] = [at + 1, item + 1];
    else if (back) {
      [at, item] = [back.at, back.item + 1];
      back = { at, item };
    } else return false;
  }
  return pattern.slice(at).every((part) => part === undefined);
}

type CharacterMatcher = (character: string) => boolean;

const token =
  /\[(?<not>[!^]?)(?<set>\]?(?:\\.|\[:\w+:\]|[^\\\]])*)\]|\\(?<escaped>.)|(?<any>\*)|(?<one>\?)|(?<open>[[\\])|(?<character>.)/gsy;

function tokensOf(pattern: string): readonly (CharacterMatcher | undefined)[] | undefined {
  const tokens: (CharacterMatcher | undefined)[] = [];
  for (const { groups } of pattern.matchAll(token)) {
    const { not, set, escaped, any, one, open, character } = groups!;
    const matches = set === undefined ? undefined : characterClass(set, not !== "");
    if (open !== undefined || (set !== undefined && !matches)) return undefined;
    if (any !== undefined) tokens.push(undefined);
    else tokens.push(matches ?? (one === undefined ? (given) => given === (escaped ?? character) : () => true));
  }
  return tokens;
}

const named: Readonly<Partial<Record<string, RegExp>>> = {
  alnum: /[\p{L}\p{N}]/u,
  alpha: /\p{L}/u,
  blank: /[ \t]/,
  cntrl: /\p{Cc}/u,
  digit: /\d/,
  graph: /[!-~]/,
  lower: /\p{Ll}/u,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /\p{Lu}/u,
  xdigit: /[\da-f]/i,
};

const member = /\[:(?<name>\w+):\]|(?<from>\\.|.)(?:-(?<to>\\.|[^\\]))?/gs;

/** Undefined where it names a class that there is not. */
function characterClass(set: string, isNegated: boolean): CharacterMatcher | undefined {
  const members: CharacterMatcher[] = [];
  for (const { groups } of set.matchAll(member)) {
    const { name, from, to } = groups!;
    const [low, high] = [unescaped(from ?? ""), unescaped(to ?? from ?? "")];
    const within = name !== undefined && Object.hasOwn(named, name) ? named[name] : undefined;
    if (name !== undefined && !within) return undefined;
    members.push(within ? (given) => within.test(given) : (given) => low <= given && given <= high);
  }
  return (given) => members.some((matches) => matches(given)) !== isNegated;
}

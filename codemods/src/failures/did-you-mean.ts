/** More differences than that are another word. */
const mostDifferent = 0.4;

/** `Did you mean ...?` for a word that is none of those that there are; nothing where none is like it. */
export function meant(word: string, words: readonly string[]): readonly string[] {
  const near = nearest(word, words);
  return near.length > 0 ? [`Did you mean ${near.map((each) => `\`${each}\``).join(" or ")}?`] : [];
}

/** The words that differ least from one, the most likely first: by letters, or by the parts of a name that they share. */
export function nearest(word: string, words: readonly string[]): readonly string[] {
  const typed = word.toLowerCase().slice(0, 100);
  const rated = words
    .map((each) => ({ each, difference: Math.min(letterDifference(typed, each), partDifference(typed, each)) }))
    .filter(({ difference }) => difference <= mostDifferent)
    .sort((a, b) => a.difference - b.difference);
  return rated
    .filter(({ difference }) => difference <= rated[0]!.difference + 0.05)
    .slice(0, 3)
    .map(({ each }) => each);
}

function letterDifference(a: string, b: string): number {
  return editDistance(a, b) / Math.max(a.length, b.length, 1);
}

/** `no-weak-ciphers` has three parts of `no-weak-cipher-suite`, one of them nearly. */
function partDifference(a: string, b: string): number {
  const [mine, theirs] = [a, b].map((name) => name.split("-")) as [string[], string[]];
  if (mine.length < 2 || theirs.length < 2) return 1;
  const known = mine.filter((part) => theirs.some((other) => letterDifference(part, other) <= 0.2));
  return 1 - (2 * known.length) / (mine.length + theirs.length);
}

/** Letters to add, take out, replace or swap with the next (Damerau, optimal string alignment). */
function editDistance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      now[column] = Math.min(
        last[column]! + 1,
        now[column - 1]! + 1,
        last[column - 1]! + cost,
        isSwap ? before[column - 2]! + 1 : Infinity,
      );
    }
    [before, last] = [last, now];
  }
  return last[b.length]!;
}

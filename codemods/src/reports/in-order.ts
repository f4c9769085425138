import type { NodeRange } from "../config/node-range.js";

/** By UTF-16 units, which is the same everywhere; what has the same key stays in its order. */
export function sortBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...items].sort((a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  });
}

export function sortByPath<Item extends { readonly path: string }>(items: readonly Item[]): readonly Item[] {
  return sortBy(items, ({ path }) => path);
}

/** In an order that does not depend on which file was judged first. */
export function sortRanges(ranges: readonly NodeRange[]): readonly NodeRange[] {
  return sortBy(ranges, (range) => ("manifest" in range ? range.manifest : ""));
}

export function sortNotes(notes: readonly string[]): readonly string[] {
  return [...new Set(notes)].sort();
}

/** How many items, sorted by a number, have one that is not above a limit. */
export function countUpTo<Item>(limit: number, sorted: readonly Item[], numberOf: (item: Item) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(sorted[middle]!) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

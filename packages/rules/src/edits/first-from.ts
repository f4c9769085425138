/** The index of the first item, of a list in the order of their offsets, that stands at an offset or behind it; the length where none does. */
export function firstFrom<Item>(items: readonly Item[], offset: number, offsetOf: (item: Item) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(items[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

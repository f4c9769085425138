/** The items by what they have in common; a key that none has gives an empty list. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): (key: string) => readonly Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return (key) => groups.get(key) ?? [];
}

/** Makes values by name and keeps those that were asked for last, at most so many; another one is made anew when it is asked for. */
export function keepLast<Value>(most: number, make: (name: string) => Value): (name: string) => Value {
  const kept = new Map<string, Value>();
  return (name) => {
    const value = kept.has(name) ? kept.get(name)! : make(name);
    // a map is in the order of insertion
    kept.delete(name);
    kept.set(name, value);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return value;
  };
}

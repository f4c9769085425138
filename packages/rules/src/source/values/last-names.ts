/** The last parts of dotted names: `request` of `globalAgent.request`. */
export function lastNamesOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.slice(name.lastIndexOf(".") + 1)));
}

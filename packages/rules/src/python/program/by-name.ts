import type { PyNode } from "./tree.js";

/** Nodes by a name that each has, in the order of the file; those without one are left out. */
export function byName(
  nodes: Iterable<PyNode>,
  nameOf: (node: PyNode) => string | undefined,
): ReadonlyMap<string, readonly PyNode[]> {
  const found = new Map<string, PyNode[]>();
  for (const node of nodes) {
    const name = nameOf(node);
    if (name === undefined) continue;
    const others = found.get(name);
    if (others) others.push(node);
    else found.set(name, [node]);
  }
  return found;
}

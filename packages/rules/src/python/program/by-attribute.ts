import type { PyModule } from "./module.js";
import { field, type PyNode, textOf } from "./tree.js";

/** Finds nodes of a file by the name of the attribute that a part of them is, as `name` of `object.name`. A file is looked through once: several clients ask for the same. */
export function byAttribute(
  nodesOf: (module: PyModule) => readonly PyNode[],
  partOf: (node: PyNode, module: PyModule) => PyNode | undefined,
): (name: string, module: PyModule) => readonly PyNode[] {
  const known = new WeakMap<PyModule, Map<string, PyNode[]>>();
  const read = (module: PyModule) => {
    const found = new Map<string, PyNode[]>();
    for (const node of nodesOf(module)) {
      const part = partOf(node, module);
      if (part?.type !== "attribute") continue;
      const name = textOf(field(part, "attribute")!, module.text);
      const others = found.get(name);
      if (others) others.push(node);
      else found.set(name, [node]);
    }
    known.set(module, found);
    return found;
  };
  return (name, module) => (known.get(module) ?? read(module)).get(name) ?? [];
}

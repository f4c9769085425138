import { byName } from "./by-name.js";
import type { PyModule } from "./module.js";
import { field, type PyNode, textOf } from "./tree.js";

/** Finds nodes of a file by the name of the attribute that a part of them is, as `name` of `object.name`. A file is looked through once: several clients ask for the same. */
export function byAttribute(
  nodesOf: (module: PyModule) => readonly PyNode[],
  partOf: (node: PyNode, module: PyModule) => PyNode | undefined,
): (name: string, module: PyModule) => readonly PyNode[] {
  const known = new WeakMap<PyModule, ReadonlyMap<string, readonly PyNode[]>>();
  const read = (module: PyModule) => {
    const found = byName(nodesOf(module), (node) => {
      const part = partOf(node, module);
      return part?.type === "attribute" ? textOf(field(part, "attribute")!, module.text) : undefined;
    });
    known.set(module, found);
    return found;
  };
  return (name, module) => (known.get(module) ?? read(module)).get(name) ?? [];
}

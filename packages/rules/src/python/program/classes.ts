import { bindingsOf, type PyModule } from "./module.js";
import { field, parts, type PyNode, textOf } from "./tree.js";

/** The class whose method or body a node stands in. */
export function enclosingClass(node: PyNode): PyNode | undefined {
  for (let candidate = node.parent; candidate; candidate = candidate.parent)
    if (candidate.type === "class_definition") return candidate;
  return undefined;
}

// a class of so many ancestors is none that a person wrote
const maxAncestors = 8;

/** A class and those of this file that it extends. */
export function lineageOf(owner: PyNode | undefined, module: PyModule): readonly PyNode[] {
  const lineage = new Set(owner ? [owner] : []);
  for (const each of lineage) {
    const bases = field(each, "superclasses");
    for (const base of bases ? parts(bases) : []) {
      const [named] = base.type === "identifier" ? bindingsOf(textOf(base, module.text), base, module) : [];
      if (named?.at.type === "class_definition" && lineage.size < maxAncestors) lineage.add(named.at);
    }
  }
  return [...lineage];
}

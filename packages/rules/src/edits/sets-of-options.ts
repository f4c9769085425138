import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../source/program/file-view.js";

/** What a program that has several sets of options to pick from, or to try one after another, tells them apart by. */
const telling = new Set(["minVersion", "maxVersion", "secureProtocol", "ciphers"]);

/** How deep the options may stand in an element: `[{ tls: { minVersion } }, ...]`, `[[options, "a label"], ...]`. */
const depthLimit = 2;

/** Whether a node stands in one of several elements of an array that set the same option to something else. */
export function isInSetOfOptions(program: FileView, node: TSESTree.Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (parent.type === "ArrayExpression" && differingIn(program, parent).has(child)) return true;
  }
  return false;
}

const differing = new WeakMap<TSESTree.ArrayExpression, ReadonlySet<TSESTree.Node>>();

/** The elements of an array that set an option to something else than another one: looked for once, because each may be edited. */
function differingIn(program: FileView, array: TSESTree.ArrayExpression): ReadonlySet<TSESTree.Node> {
  const known = differing.get(array);
  if (known) return known;
  const sets = array.elements.flatMap((element) =>
    element ? [{ element, options: optionsIn(program, element, depthLimit) }] : [],
  );
  const texts = new Map(
    [...telling].map((name) => [name, new Set(sets.flatMap((set) => set.options.get(name) ?? []))]),
  );
  const found = new Set(
    sets
      .filter(({ options }) => [...options.keys()].some((name) => texts.get(name)!.size > 1))
      .map(({ element }): TSESTree.Node => element),
  );
  differing.set(array, found);
  return found;
}

function optionsIn(program: FileView, node: TSESTree.Node, depth: number): ReadonlyMap<string, string> {
  const inside = (part: TSESTree.Node) => (depth > 0 ? [...optionsIn(program, part, depth - 1)] : []);
  if (node.type === "ArrayExpression")
    return new Map(node.elements.flatMap((element) => (element ? inside(element) : [])));
  if (node.type !== "ObjectExpression") return new Map();
  return new Map(
    node.properties.flatMap((property): (readonly [string, string])[] => {
      if (property.type !== "Property") return [];
      const name = program.textOf(property.key).replaceAll(/^["']|["']$/g, "");
      return telling.has(name) ? [[name, program.textOf(property.value)]] : inside(property.value);
    }),
  );
}

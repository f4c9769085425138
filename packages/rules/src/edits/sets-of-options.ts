import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../source/program/file-view.js";

/** What a program that has several sets of options to pick from, or to try one after another, tells them apart by. */
const telling = new Set(["minVersion", "maxVersion", "secureProtocol", "ciphers"]);

/** How deep the options may stand in an element: `[{ tls: { minVersion } }, ...]`, `[[options, "a label"], ...]`. */
const depthLimit = 2;

/** Whether a node stands in one of several elements of an array that set the same option to something else. */
export function isInSetOfOptions(program: FileView, node: TSESTree.Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (parent.type !== "ArrayExpression") continue;
    const own = optionsIn(program, child, depthLimit);
    const others = parent.elements.flatMap((element) => (element && element !== child ? [element] : []));
    const differs = (other: TSESTree.Node) =>
      [...optionsIn(program, other, depthLimit)].some(([name, text]) => own.has(name) && own.get(name) !== text);
    if (others.some(differs)) return true;
  }
  return false;
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

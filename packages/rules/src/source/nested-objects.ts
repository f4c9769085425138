import type { TSESTree } from "@typescript-eslint/types";
import { emptyLayer, type Layer, type PropertyWrite } from "./layers.js";
import { layerUnder } from "./object-model.js";
import type { Program } from "./program.js";

/** An object inside an expression. */
export interface NestedObject {
  readonly layer: Layer;
  /** The object that has it as a property; empty where it is the expression itself. */
  readonly around: Layer;
  /** The properties that have it as their value. */
  readonly holders: readonly PropertyWrite[];
}

/** The objects under a path; `*` in it stands for every property or element that the program writes there. */
export function nestedObjects(program: Program, expression: TSESTree.Node, path: readonly string[]): readonly NestedObject[] {
  return pathsIn(program, expression, path).map((names) => {
    const around = names.length > 0 ? layerUnder(program, expression, names.slice(0, -1)) : emptyLayer;
    return { layer: layerUnder(program, expression, names), around, holders: around.writes.get(names.at(-1) ?? "") ?? [] };
  });
}

function pathsIn(program: Program, expression: TSESTree.Node, path: readonly string[]): readonly (readonly string[])[] {
  const star = path.indexOf("*");
  if (star === -1) return [path];
  const before = path.slice(0, star);
  const names = [...layerUnder(program, expression, before).writes.keys()];
  return names.flatMap((name) => pathsIn(program, expression, [...before, name, ...path.slice(star + 1)]));
}

import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { functionsOf, returnsOf } from "./functions.js";
import { emptyLayer, type Layer, type PropertyWrite } from "./layers.js";
import { layerUnder } from "./object-model.js";

/** An object inside an expression. */
export interface NestedObject {
  readonly layer: Layer;
  /** The object that has it as a property; empty where it is the expression itself. */
  readonly around: Layer;
  /** The properties that have it as their value. */
  readonly holders: readonly PropertyWrite[];
}

/** The objects under a path, in which `*` is every property or element that the program writes there and `()` what a function returns. */
export function nestedObjects(
  program: FileView,
  expression: TSESTree.Node,
  path: readonly string[],
): readonly NestedObject[] {
  const call = path.indexOf("()");
  if (call === -1) return pathsIn(program, expression, path).map((names) => objectAt(program, expression, names));
  return resultsAt(program, expression, path.slice(0, call)).flatMap((at) =>
    nestedObjects(at.program, at.value, path.slice(call + 1)),
  );
}

type Written = Pick<PropertyWrite, "program" | "value" | "guard">;

/** What the functions return that the program writes at a path. */
function resultsAt(program: FileView, expression: TSESTree.Node, path: readonly string[]): readonly Written[] {
  return expressionsAt(program, expression, path).flatMap((at) =>
    functionsOf(at.program, at.value)
      .flatMap(returnsOf)
      .map((value) => ({ program: at.program, value, guard: at.guard })),
  );
}

/** What the program writes at a path, before it is read as an object. */
export function expressionsAt(
  program: FileView,
  expression: TSESTree.Node,
  path: readonly string[],
): readonly Written[] {
  if (path.length === 0) return [{ program, value: expression, guard: undefined }];
  if (path.at(-1) === "()") return resultsAt(program, expression, path.slice(0, -1));
  return nestedObjects(program, expression, path).flatMap(({ holders }) => holders);
}

function objectAt(program: FileView, expression: TSESTree.Node, names: readonly string[]): NestedObject {
  const around = names.length > 0 ? layerUnder(program, expression, names.slice(0, -1)) : emptyLayer;
  return {
    layer: layerUnder(program, expression, names),
    around,
    holders: around.writes.get(names.at(-1) ?? "") ?? [],
  };
}

function pathsIn(
  program: FileView,
  expression: TSESTree.Node,
  path: readonly string[],
): readonly (readonly string[])[] {
  const star = path.indexOf("*");
  if (star === -1) return [path];
  const before = path.slice(0, star);
  const names = [...layerUnder(program, expression, before).writes.keys()];
  return names.flatMap((name) => pathsIn(program, expression, [...before, name, ...path.slice(star + 1)]));
}

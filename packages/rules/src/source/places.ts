import type { TSESTree } from "@typescript-eslint/types";
import type { Program } from "./program.js";
import { propertyName } from "./property-name.js";
import type { Variable } from "./source-file.js";
import { unwrap } from "./unwrap.js";

/** Somewhere a value can be stored: a variable or a class's `this`, and the property names that lead on from it. */
export interface Place {
  readonly root: Variable | TSESTree.Node;
  readonly path: readonly string[];
}

export interface MemberWrite {
  readonly place: Place;
  readonly assignment: TSESTree.AssignmentExpression;
}

/** The place that an expression reads, or undefined when it is no chain of known names. */
export function placeOf(program: Program, expression: TSESTree.Node): Place | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier": {
      const variable = program.variableOf(node);
      return variable && { root: variable, path: [] };
    }
    case "ThisExpression": {
      const owner = classAround(node);
      return owner && { root: owner, path: [] };
    }
    case "MemberExpression": {
      const object = placeOf(program, node.object);
      const name = object && propertyName(program, node);
      return object && name !== undefined ? { root: object.root, path: [...object.path, name] } : undefined;
    }
    default:
      return;
  }
}

function classAround(node: TSESTree.Node): TSESTree.Node | undefined {
  for (let ancestor = node.parent; ancestor; ancestor = ancestor.parent) {
    if (ancestor.type === "ClassDeclaration" || ancestor.type === "ClassExpression") return ancestor;
    if (ancestor.type === "FunctionDeclaration") return ancestor;
    if (ancestor.type === "FunctionExpression" && ancestor.parent.type !== "MethodDefinition") return ancestor;
  }
  return;
}

const writesByProgram = new WeakMap<Program, Map<Place["root"], MemberWrite[]>>();

/** Every `root.a.b = value` of the file under one root, in source order. */
export function memberWritesTo(program: Program, root: Place["root"]): readonly MemberWrite[] {
  let writes = writesByProgram.get(program);
  if (!writes) {
    writes = groupWrites(program);
    writesByProgram.set(program, writes);
  }
  return writes.get(root) ?? [];
}

function groupWrites(program: Program): Map<Place["root"], MemberWrite[]> {
  const writes = new Map<Place["root"], MemberWrite[]>();
  for (const assignment of program.assignments) {
    const place = assignment.left.type === "MemberExpression" ? placeOf(program, assignment.left) : undefined;
    if (!place) continue;
    const list = writes.get(place.root) ?? [];
    if (list.length === 0) writes.set(place.root, list);
    list.push({ place, assignment });
  }
  return writes;
}

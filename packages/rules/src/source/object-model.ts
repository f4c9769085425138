import type { TSESTree } from "@typescript-eslint/types";
import { resolveMember } from "./module-bindings.js";
import { choiceOf, guardAround, type Guard } from "./guards.js";
import { isOwned } from "./ownership.js";
import { memberWritesTo, placeOf, type Place } from "./places.js";
import type { Program } from "./program.js";
import { propertyName } from "./property-name.js";
import type { Variable } from "./source-file.js";
import { unwrap } from "./unwrap.js";

/** One place in the program that gives a property of an options object its value. */
export interface PropertyWrite {
  /** The property's name as the program spells it. */
  readonly key: string;
  readonly keyNode: TSESTree.Node;
  readonly node: TSESTree.Property | TSESTree.AssignmentExpression | TSESTree.PropertyDefinition;
  readonly value: TSESTree.Node;
  readonly guard: Guard | undefined;
  /** False when the object is exported: other files may rely on it, so it is not ours to edit. */
  readonly owned: boolean;
}

/** What is known of an options object: its writes in the order in which they take effect. */
export interface ObjectModel {
  readonly writes: readonly PropertyWrite[];
  /** False when some part (a spread of a parameter, an unknown merge) is out of sight. */
  readonly complete: boolean;
}

interface Reading {
  readonly program: Program;
  readonly writes: PropertyWrite[];
  complete: boolean;
  readonly seen: Set<TSESTree.Node | Variable>;
}

/** Reads what an expression, or the property under `path` of it, says as an options object. */
export function readObject(program: Program, expression: TSESTree.Node, path: readonly string[] = []): ObjectModel {
  const reading: Reading = { program, writes: [], complete: true, seen: new Set() };
  read(reading, expression, path, undefined);
  return { writes: dedupe(reading.writes), complete: reading.complete };
}

function dedupe(writes: readonly PropertyWrite[]): readonly PropertyWrite[] {
  return [...new Map(writes.map((write) => [write.node, write])).values()];
}

function read(reading: Reading, expression: TSESTree.Node, path: readonly string[], guard: Guard | undefined): void {
  const { program } = reading;
  const node = unwrap(expression);
  switch (node.type) {
    case "ObjectExpression":
      return readLiteral(reading, node, path, guard);
    case "Identifier":
    case "ThisExpression":
    case "MemberExpression":
      return readPlace(reading, node, path, guard);
    case "ConditionalExpression":
      read(reading, node.consequent, path, guard ?? choiceOf(program, node.test, true));
      return read(reading, node.alternate, path, guard ?? choiceOf(program, node.test, false));
    case "LogicalExpression": {
      if (node.operator !== "&&") read(reading, node.left, path, guard);
      const choice = node.operator === "&&" ? choiceOf(program, node.left, true) : undefined;
      return read(reading, node.right, path, guard ?? choice);
    }
    case "CallExpression":
      return readCall(reading, node, path, guard);
    case "AssignmentExpression":
      return read(reading, node.right, path, guard);
    case "AwaitExpression":
      return read(reading, node.argument, path, guard);
    case "Literal":
      return;
    default:
      reading.complete = false;
  }
}

function readLiteral(
  reading: Reading,
  object: TSESTree.ObjectExpression,
  path: readonly string[],
  guard: Guard | undefined,
): void {
  if (reading.seen.has(object) && path.length === 0) return;
  reading.seen.add(object);
  const { program } = reading;
  for (const property of object.properties) {
    if (property.type === "SpreadElement") {
      read(reading, property.argument, path, guard);
      continue;
    }
    const key = propertyName(program, property);
    if (key === undefined) reading.complete = false;
    else if (path.length > 0) {
      if (key === path[0]) read(reading, property.value, path.slice(1), guard);
    } else {
      reading.writes.push({
        key,
        keyNode: property.key,
        node: property,
        value: property.value,
        guard: guard ?? guardAround(program, property),
        owned: isOwned(program, object),
      });
    }
  }
}

function readPlace(reading: Reading, node: TSESTree.Node, path: readonly string[], guard: Guard | undefined): void {
  const place = placeOf(reading.program, node);
  if (!place) {
    reading.complete = false;
    return;
  }
  const whole: Place = { root: place.root, path: [...place.path, ...path] };
  if (reading.seen.has(place.root)) return;
  reading.seen.add(place.root);
  readInitialValue(reading, whole, guard);
  readMemberWrites(reading, whole, guard);
  reading.seen.delete(place.root);
}

function readInitialValue(reading: Reading, place: Place, guard: Guard | undefined): void {
  const { root } = place;
  if ("type" in root) return readClassFields(reading, root, place.path, guard);
  for (const definition of root.defs) {
    const declarator = definition.node;
    const isPlain = declarator.type === "VariableDeclarator" && declarator.id === definition.name;
    if (!isPlain) reading.complete = false;
  }
  for (const { writeExpr } of root.references) {
    if (writeExpr) read(reading, writeExpr, place.path, guard);
  }
}

function readClassFields(reading: Reading, root: TSESTree.Node, path: readonly string[], guard: Guard | undefined): void {
  if (root.type !== "ClassDeclaration" && root.type !== "ClassExpression") return;
  for (const element of root.body.body) {
    if (element.type !== "PropertyDefinition" || !element.value) continue;
    if (propertyName(reading.program, element) === path[0]) read(reading, element.value, path.slice(1), guard);
  }
}

function readMemberWrites(reading: Reading, place: Place, guard: Guard | undefined): void {
  const { program } = reading;
  const depth = place.path.length;
  for (const { place: written, assignment } of memberWritesTo(program, place.root)) {
    const prefix = written.path.slice(0, depth);
    if (prefix.some((name, index) => name !== place.path[index])) continue;
    if (written.path.length <= depth) {
      read(reading, assignment.right, place.path.slice(written.path.length), guard);
    } else if (written.path.length === depth + 1 && assignment.left.type === "MemberExpression") {
      reading.writes.push({
        key: written.path[depth]!,
        keyNode: assignment.left.property,
        node: assignment,
        value: assignment.right,
        guard: guard ?? guardAround(program, assignment),
        owned: true,
      });
    }
  }
}

const mergers = /^(assign|extend|merge|defaults|deepmerge|mergeOptions)$/i;

function readCall(
  reading: Reading,
  node: TSESTree.CallExpression,
  path: readonly string[],
  guard: Guard | undefined,
): void {
  const callee = unwrap(node.callee);
  const member = resolveMember(reading.program, callee);
  const name =
    callee.type === "MemberExpression" ? propertyName(reading.program, callee) : callee.type === "Identifier" ? callee.name : member?.path.at(-1);
  if (name === undefined || !mergers.test(name)) {
    reading.complete = false;
    return;
  }
  for (const argument of node.arguments) {
    read(reading, argument.type === "SpreadElement" ? argument.argument : argument, path, guard);
  }
}

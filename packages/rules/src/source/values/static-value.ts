import type { TSESTree } from "@typescript-eslint/types";
import type { Guard } from "../guards/guards.js";
import type { FileView, FunctionNode } from "../program/file-view.js";
import { recursively } from "../program/recursively.js";
import { unwrap } from "../program/unwrap.js";
import { branchesOf } from "./branches.js";
import { decodedText, isBuffer } from "./buffers.js";
import { compoundValues } from "./compound-assignments.js";
import { type Leaf, leavesOf } from "./leaves.js";
import { listsOf } from "./lists.js";
import { nodeConstants } from "./node-constants.js";
import {
  binaryOperators,
  conversions,
  type Primitive,
  shortCircuits,
  stringMethods,
  unaryOperators,
} from "./operators.js";

export type { FunctionNode } from "../program/file-view.js";
export type { Primitive } from "./operators.js";

/**
 * One of the values that an expression may have. An expression has a list of them: one when the value is known,
 * several for a conditional, and `unknown` when the code does not tell — which is an answer, not a failure.
 */
export type Alternative = { readonly node: TSESTree.Node; readonly guard: Guard | undefined } & (
  | { readonly kind: "known"; readonly value: Primitive }
  | { readonly kind: "function"; readonly function: FunctionNode }
  | { readonly kind: "buffer"; readonly text: string }
  | { readonly kind: "object" }
  | { readonly kind: "unknown" }
);

/** All values an expression may have. */
export const alternativesOf: (program: FileView, expression: TSESTree.Node) => readonly Alternative[] = (
  program,
  expression,
) => {
  const node = unwrap(expression);
  return node.type === "Literal" ? [literalValue(node)] : evaluate(program, node);
};

/** The value of an expression that can only have one, else undefined. */
export function knownValue(program: FileView, expression: TSESTree.Node): Primitive {
  const [only, ...others] = alternativesOf(program, expression);
  return only?.kind === "known" && others.length === 0 ? only.value : undefined;
}

export function unknownValue(node: TSESTree.Node, guard?: Guard): Alternative {
  return { kind: "unknown", node, guard };
}

function knownAs(value: Primitive, node: TSESTree.Node, guard?: Guard): Alternative {
  return { kind: "known", value, node, guard };
}

function literalValue(node: TSESTree.Literal): Alternative {
  return "regex" in node || isTooLong(node.value) ? unknownValue(node) : knownAs(node.value as Primitive, node);
}

// a longer text says that nothing is known
const textLimit = 10_000;

function isTooLong(value: unknown): boolean {
  return typeof value === "string" && value.length > textLimit;
}

const unknownValues = (_view: FileView, node: TSESTree.Node): readonly Alternative[] => [unknownValue(node)];

const evaluate = recursively(
  { inCycle: unknownValues, beyond: unknownValues },
  (program: FileView, node: TSESTree.Node) => fewValues(valuesOf(program, node), node),
);

function valuesOf(program: FileView, node: TSESTree.Node): readonly Alternative[] {
  switch (node.type) {
    case "TemplateLiteral":
      return combine(program, node.expressions, (parts) => interpolate(node, parts), node);
    case "UnaryExpression": {
      const apply = unaryOperators[node.operator];
      return apply ? combine(program, [node.argument], ([value]) => apply(value), node) : [unknownValue(node)];
    }
    case "BinaryExpression": {
      const apply = binaryOperators[node.operator];
      return apply
        ? combine(program, [node.left, node.right], ([left, right]) => apply(left, right), node)
        : [unknownValue(node)];
    }
    case "ConditionalExpression":
      return branchesOf(program, node).flatMap((branch) =>
        guarded(alternativesOf(program, branch.node), branch.guard()),
      );
    case "LogicalExpression":
      return evaluateLogical(program, node);
    case "CallExpression":
      return evaluateCall(program, node) ?? evaluateLeaves(program, node);
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "FunctionDeclaration":
      return [{ kind: "function", function: node, node, guard: undefined }];
    case "ObjectExpression":
    case "ArrayExpression":
      return [{ kind: "object", node, guard: undefined }];
    case "Identifier":
    case "MemberExpression":
      return evaluateName(program, node);
    case "AssignmentExpression":
      return node.operator === "=" ? alternativesOf(program, node.right) : [unknownValue(node)];
    default:
      return [unknownValue(node)];
  }
}

function guarded(alternatives: readonly Alternative[], guard: Guard | undefined): readonly Alternative[] {
  return guard
    ? alternatives.map((alternative) => ({ ...alternative, guard: alternative.guard ?? guard }))
    : alternatives;
}

function evaluateName(
  program: FileView,
  node: TSESTree.Identifier | TSESTree.MemberExpression,
): readonly Alternative[] {
  const variable = node.type === "Identifier" ? program.variableOf(node) : undefined;
  if (node.type === "Identifier" && !variable)
    return [node.name === "undefined" ? knownAs(undefined, node) : unknownValue(node)];
  return (variable && compoundValues(program, variable)) ?? evaluateLeaves(program, node);
}

function evaluateLeaves(program: FileView, node: TSESTree.Node): readonly Alternative[] {
  const alternatives = leavesOf(program, node).flatMap((leaf) => guarded(evaluateLeaf(leaf, node), leaf.guard()));
  return alternatives.length > 0 ? distinct(alternatives) : [unknownValue(node)];
}

function evaluateLeaf(leaf: Leaf, node: TSESTree.Node): readonly Alternative[] {
  const constants = nodeConstants(leaf);
  if (constants.length > 0) return constants.map((constant) => knownAs(constant, node));
  return isUnresolved(leaf, node) ? [unknownValue(node)] : alternativesOf(leaf.program, leaf.node);
}

/** A leaf that stands for the expression itself, or for something that is out of sight. */
function isUnresolved({ program, node: leaf, path }: Leaf, node: TSESTree.Node): boolean {
  return path.length > 0 || leaf === node || (leaf.type === "Identifier" && program.variableOf(leaf) !== undefined);
}

function distinct(alternatives: readonly Alternative[]): readonly Alternative[] {
  const unknowns = alternatives.filter(({ kind }) => kind === "unknown");
  return unknowns.length < 2 ? alternatives : [...alternatives.filter(({ kind }) => kind !== "unknown"), unknowns[0]!];
}

function evaluateLogical(program: FileView, node: TSESTree.LogicalExpression): readonly Alternative[] {
  const left = alternativesOf(program, node.left);
  const keepsLeft = shortCircuits[node.operator]!;
  const kept = left.filter((alternative) =>
    alternative.kind === "known"
      ? keepsLeft(alternative.value)
      : alternative.kind === "unknown" || node.operator !== "&&",
  );
  const isDecided = left.every((alternative) => alternative.kind !== "unknown" && kept.includes(alternative));
  if (isDecided) return left;
  const [right] = branchesOf(program, node).slice(-1);
  return [...kept, ...guarded(alternativesOf(program, node.right), right!.guard())];
}

// more values, or more parts of one, say that nothing is known
const valueLimit = 64;
const partLimit = 500;

/** The values of an expression, or the one that says that there are too many of them. */
export function fewValues(values: readonly Alternative[], node: TSESTree.Node): readonly Alternative[] {
  return values.length > valueLimit ? [unknownValue(node)] : values;
}

/** The values that an operation has for every combination of its operands' values. */
function combine(
  program: FileView,
  operands: readonly TSESTree.Node[],
  apply: (values: readonly Primitive[]) => Primitive,
  node: TSESTree.Node,
): readonly Alternative[] {
  return combineValues(
    operands.map((operand) => alternativesOf(program, operand)),
    apply,
    node,
  );
}

export function combineValues(
  columns: readonly (readonly Alternative[])[],
  apply: (values: readonly Primitive[]) => Primitive,
  node: TSESTree.Node,
): readonly Alternative[] {
  let rows: readonly (readonly Alternative[])[] = [[]];
  if (columns.length > partLimit) return [unknownValue(node)];
  for (const column of columns) {
    if (rows.length * column.length > valueLimit) return [unknownValue(node)];
    rows = rows.flatMap((row) => column.map((alternative) => [...row, alternative]));
  }
  return distinct(rows.map((row) => applied(row, apply, node)));
}

function applied(
  row: readonly Alternative[],
  apply: (values: readonly Primitive[]) => Primitive,
  node: TSESTree.Node,
): Alternative {
  const guard = row.find((alternative) => alternative.guard)?.guard;
  const values = row.flatMap((alternative) => (alternative.kind === "known" ? [alternative.value] : []));
  if (values.length < row.length || isTooLong(values.join(""))) return unknownValue(node, guard);
  const value = apply(values);
  return isTooLong(value) ? unknownValue(node, guard) : knownAs(value, node, guard);
}

function interpolate(node: TSESTree.TemplateLiteral, parts: readonly Primitive[]): string {
  return node.quasis.map((quasi, index) => (index === 0 ? "" : String(parts[index - 1])) + quasi.value.cooked).join("");
}

function evaluateCall(program: FileView, node: TSESTree.CallExpression): readonly Alternative[] | undefined {
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  if (callee.type === "Identifier") {
    const convert = program.isGlobal(callee) ? conversions.get(callee.name) : undefined;
    return convert && first && combine(program, [first], ([value]) => convert(value), node);
  }
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier" || callee.computed) return;
  const { name } = callee.property;
  if (name === "join") return evaluateJoin(program, callee.object, first, node);
  if (name === "from") return evaluateBuffer(program, callee.object, node);
  const method = first ? undefined : stringMethods.get(name);
  return method && combine(program, [callee.object], ([text]) => method(String(text)), node);
}

function evaluateJoin(
  program: FileView,
  list: TSESTree.Node,
  separatorNode: TSESTree.Node | undefined,
  node: TSESTree.Node,
): readonly Alternative[] {
  const separator = separatorNode ? knownValue(program, separatorNode) : ",";
  const alternatives = listsOf(program, list).flatMap(({ items, guard }) =>
    items && typeof separator === "string"
      ? guarded(
          combine(program, items, (parts) => parts.join(separator), node),
          guard,
        )
      : [unknownValue(node, guard)],
  );
  return distinct(alternatives);
}

/** `Buffer.from(text, encoding)`; undefined for a `from` of anything else. */
function evaluateBuffer(
  program: FileView,
  holder: TSESTree.Node,
  node: TSESTree.CallExpression,
): readonly Alternative[] | undefined {
  const [text, encoding] = node.arguments;
  if (!text || !isBuffer(program, holder)) return;
  const decoded = combine(
    program,
    encoding ? [text, encoding] : [text],
    ([value, name]) => decodedText(value, name),
    node,
  );
  return decoded.map(({ guard, ...each }) =>
    each.kind === "known" && typeof each.value === "string"
      ? { kind: "buffer", text: each.value, node, guard }
      : unknownValue(node, guard),
  );
}

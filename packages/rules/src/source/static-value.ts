import type { TSESTree } from "@typescript-eslint/types";
import { choiceOf, type Guard } from "./guards.js";
import { nodeConstant } from "./node-constants.js";
import type { Program } from "./program.js";
import type { Variable } from "./source-file.js";
import { unwrap } from "./unwrap.js";

export type Primitive = string | number | boolean | bigint | null | undefined;
export type FunctionNode =
  | TSESTree.ArrowFunctionExpression
  | TSESTree.FunctionExpression
  | TSESTree.FunctionDeclaration;

/**
 * One of the values that an expression may have. An expression has a list of them: one when the value is known,
 * several for a conditional, and `unknown` when the code does not tell — which is an answer, not a failure.
 */
export type Alternative = { readonly node: TSESTree.Node; readonly guard: Guard | undefined } & (
  | { readonly kind: "known"; readonly value: Primitive }
  | { readonly kind: "function"; readonly function: FunctionNode }
  | { readonly kind: "object" }
  | { readonly kind: "unknown" }
);

/** All values an expression may have. */
export function alternativesOf(program: Program, expression: TSESTree.Node): readonly Alternative[] {
  return evaluate(program, expression, undefined, new Set());
}

/** The value of an expression that can only have one, else undefined. */
export function knownValue(program: Program, expression: TSESTree.Node): Primitive {
  const [only, ...others] = alternativesOf(program, expression);
  return only?.kind === "known" && others.length === 0 ? only.value : undefined;
}

type Seen = Set<Variable>;

function evaluate(program: Program, expression: TSESTree.Node, guard: Guard | undefined, seen: Seen): readonly Alternative[] {
  const node = unwrap(expression);
  const known = (value: Primitive): readonly Alternative[] => [{ kind: "known", value, node, guard }];
  const unknown: readonly Alternative[] = [{ kind: "unknown", node, guard }];
  switch (node.type) {
    case "Literal":
      return "regex" in node ? unknown : known(node.value as Primitive);
    case "TemplateLiteral":
      return combine(program, node.expressions, guard, seen, (parts) => interpolate(node, parts), node);
    case "Identifier":
      return evaluateIdentifier(program, node, guard, seen);
    case "MemberExpression":
      return evaluateMember(program, node, guard);
    case "UnaryExpression": {
      const apply = unaryOperators[node.operator];
      return apply ? combine(program, [node.argument], guard, seen, ([value]) => apply(value), node) : unknown;
    }
    case "BinaryExpression": {
      const apply = binaryOperators[node.operator];
      return apply ? combine(program, [node.left, node.right], guard, seen, ([a, b]) => apply(a, b), node) : unknown;
    }
    case "ConditionalExpression":
      return [
        ...evaluate(program, node.consequent, choiceOf(program, node.test, true) ?? guard, seen),
        ...evaluate(program, node.alternate, choiceOf(program, node.test, false) ?? guard, seen),
      ];
    case "LogicalExpression":
      return evaluateLogical(program, node, guard, seen);
    case "CallExpression":
      return evaluateJoin(program, node, guard, seen) ?? unknown;
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return [{ kind: "function", function: node, node, guard }];
    case "ObjectExpression":
      return [{ kind: "object", node, guard }];
    default:
      return unknown;
  }
}

function evaluateIdentifier(
  program: Program,
  node: TSESTree.Identifier,
  guard: Guard | undefined,
  seen: Seen,
): readonly Alternative[] {
  const unknown: readonly Alternative[] = [{ kind: "unknown", node, guard }];
  const constant = nodeConstant(program, node);
  if (constant !== undefined) return [{ kind: "known", value: constant, node, guard }];
  const variable = program.variableOf(node);
  if (!variable) return node.name === "undefined" ? [{ kind: "known", value: undefined, node, guard }] : unknown;
  if (seen.has(variable) || variable.defs.length !== 1) return unknown;
  const definition = variable.defs[0]!;
  const inner = new Set(seen).add(variable);
  if (definition.node.type === "FunctionDeclaration" && definition.type === "FunctionName") {
    return [{ kind: "function", function: definition.node, node, guard }];
  }
  if (definition.node.type !== "VariableDeclarator" || definition.node.id.type !== "Identifier") return unknown;
  const written = variable.references.flatMap((reference) => (reference.writeExpr ? [reference.writeExpr] : []));
  const compound = variable.references.some((reference) => reference.isWrite() && reference.isRead());
  if (written.length === 0 || compound) return unknown;
  return written.flatMap((expression) => evaluate(program, expression, guard, inner));
}

function evaluateMember(program: Program, node: TSESTree.MemberExpression, guard: Guard | undefined): readonly Alternative[] {
  const constant = nodeConstant(program, node);
  return constant === undefined
    ? [{ kind: "unknown", node, guard }]
    : [{ kind: "known", value: constant, node, guard }];
}

function evaluateLogical(
  program: Program,
  node: TSESTree.LogicalExpression,
  guard: Guard | undefined,
  seen: Seen,
): readonly Alternative[] {
  const left = evaluate(program, node.left, guard, seen);
  const right = evaluate(program, node.right, guard, seen);
  const keeps = (value: Primitive): boolean =>
    node.operator === "??" ? value != null : node.operator === "||" ? Boolean(value) : !value;
  if (left.every((alternative) => alternative.kind === "known")) {
    const kept = left.filter((alternative) => keeps(alternative.value));
    return kept.length === left.length ? left : [...kept, ...right];
  }
  return [...left, ...right];
}

function combine(
  program: Program,
  operands: readonly TSESTree.Node[],
  guard: Guard | undefined,
  seen: Seen,
  apply: (values: readonly Primitive[]) => Primitive,
  node: TSESTree.Node,
): readonly Alternative[] {
  let rows: readonly (readonly Alternative[])[] = [[]];
  for (const operand of operands) {
    const column = evaluate(program, operand, guard, seen);
    rows = rows.flatMap((row) => column.map((alternative) => [...row, alternative]));
    if (rows.length > 64) return [{ kind: "unknown", node, guard }];
  }
  return rows.map((row): Alternative => {
    const rowGuard = row.find((alternative) => alternative.guard)?.guard ?? guard;
    const values = row.flatMap((alternative) => (alternative.kind === "known" ? [alternative.value] : []));
    if (values.length < row.length) return { kind: "unknown", node, guard: rowGuard };
    return { kind: "known", value: apply(values), node, guard: rowGuard };
  });
}

function interpolate(node: TSESTree.TemplateLiteral, parts: readonly Primitive[]): string {
  return node.quasis.map((quasi, index) => (index === 0 ? "" : String(parts[index - 1])) + quasi.value.cooked).join("");
}

const unaryOperators: Readonly<Record<string, (value: Primitive) => Primitive>> = {
  "!": (value) => !value,
  "-": (value) => -Number(value),
  "+": (value) => Number(value),
  "~": (value) => ~Number(value),
  void: () => undefined,
};

const binaryOperators: Readonly<Record<string, (left: Primitive, right: Primitive) => Primitive>> = {
  "+": (left, right) => (typeof left === "number" && typeof right === "number" ? left + right : `${left}${right}`),
  "|": (left, right) => Number(left) | Number(right),
  "&": (left, right) => Number(left) & Number(right),
  "^": (left, right) => Number(left) ^ Number(right),
  "<<": (left, right) => Number(left) << Number(right),
  ">>": (left, right) => Number(left) >> Number(right),
  ">>>": (left, right) => Number(left) >>> Number(right),
  "-": (left, right) => Number(left) - Number(right),
  "*": (left, right) => Number(left) * Number(right),
  "**": (left, right) => Number(left) ** Number(right),
  "===": (left, right) => left === right,
  "!==": (left, right) => left !== right,
};

function evaluateJoin(
  program: Program,
  node: TSESTree.CallExpression,
  guard: Guard | undefined,
  seen: Seen,
): readonly Alternative[] | undefined {
  const callee = unwrap(node.callee);
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier" || callee.property.name !== "join") return;
  const list = unwrap(arrayBehind(program, callee.object));
  const separator = node.arguments[0] ? knownValue(program, node.arguments[0]) : ",";
  if (list.type !== "ArrayExpression" || typeof separator !== "string") return;
  const elements = list.elements.filter((element) => element !== null);
  if (elements.some((element) => element.type === "SpreadElement")) return;
  return combine(program, elements, guard, seen, (parts) => parts.join(separator), node);
}

function arrayBehind(program: Program, expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  if (node.type !== "Identifier") return node;
  const definition = program.variableOf(node)?.defs;
  const declarator = definition?.length === 1 ? definition[0]!.node : undefined;
  return declarator?.type === "VariableDeclarator" && declarator.init ? unwrap(declarator.init) : node;
}

import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { leavesOf } from "./leaves.js";
import { nodeConstants } from "./node-constants.js";
import { alternativesOf } from "./static-value.js";

/** The bits that an expression sets whatever its unknown parts are: those of `SSL_OP_NO_TICKET` in `(options.secureOptions || 0) | SSL_OP_NO_TICKET`. */
export function certainBits(program: FileView, expression: TSESTree.Node): number {
  const alternatives = alternativesOf(program, expression);
  const values = alternatives.flatMap((alternative) =>
    alternative.kind === "known" ? [Number(alternative.value)] : [],
  );
  if (values.length === alternatives.length) return values.reduce((bits, value) => bits & value, -1);
  const node = unwrap(expression);
  switch (node.type) {
    case "BinaryExpression":
      return node.operator === "|" ? certainBits(program, node.left) | certainBits(program, node.right) : 0;
    case "ConditionalExpression":
      return certainBits(program, node.consequent) & certainBits(program, node.alternate);
    case "AssignmentExpression":
      return node.operator === "|=" || node.operator === "=" ? certainBits(program, node.right) : 0;
    default:
      return 0;
  }
}

/** Whether an expression is made of Node's `SSL_OP_*` constants. */
export function namesSecureOption(program: FileView, expression: TSESTree.Node): boolean {
  const isOption = (part: TSESTree.Node) =>
    leavesOf(program, part)
      .flatMap(nodeConstants)
      .some((constant) => typeof constant === "number");
  return partsOf(program, expression).some(isOption);
}

/** Every `a || b` in an expression whose right side is never looked at, because the left side is a number other than 0: `|` was meant. */
export function deadAlternatives(program: FileView, expression: TSESTree.Node): readonly TSESTree.LogicalExpression[] {
  return partsOf(program, expression).filter(
    (part): part is TSESTree.LogicalExpression =>
      part.type === "LogicalExpression" && part.operator === "||" && isTruthyNumber(program, part.left),
  );
}

function isTruthyNumber(program: FileView, expression: TSESTree.Node): boolean {
  return alternativesOf(program, expression).every(
    (each) => each.kind === "known" && typeof each.value === "number" && each.value !== 0,
  );
}

// longer sums of bits are none
const partLimit = 200;

/** An expression and its operands, constants followed to their definitions. */
function partsOf(program: FileView, expression: TSESTree.Node): readonly TSESTree.Node[] {
  const parts = new Set<TSESTree.Node>([unwrap(expression)]);
  for (const part of parts) {
    if (parts.size > partLimit) break;
    for (const operand of operandsOf(program, part)) parts.add(unwrap(operand));
  }
  return [...parts];
}

function operandsOf(program: FileView, node: TSESTree.Node): readonly TSESTree.Node[] {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
      return [node.left, node.right];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "UnaryExpression":
      return [node.argument];
    case "AssignmentExpression":
      return [node.right];
    case "Identifier":
    case "MemberExpression":
      return leavesOf(program, node).map((leaf) => leaf.node);
    default:
      return [];
  }
}

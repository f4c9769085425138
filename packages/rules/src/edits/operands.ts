import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { FileView } from "../source/program/file-view.js";
import { isWithin } from "../source/program/walk.js";
import { hasCommentBetween } from "./surroundings.js";

type Range = readonly [start: number, end: number];

/**
 * Takes an operand out of a binary expression, with its operator and the parentheses around it, or an element out of a list, with its comma.
 * Undefined where it is neither or stands alone, or where a comment would go with it.
 */
export function removeOperand(program: FileView, operand: TSESTree.Node): Edit | undefined {
  const range =
    operand.parent?.type === "ArrayExpression" ? rangeInList(operand, operand.parent) : rangeInBinary(program, operand);
  return !range || hasCommentBetween(program, ...range) ? undefined : { range, text: "" };
}

function rangeInList(element: TSESTree.Node, { elements }: TSESTree.ArrayExpression): Range | undefined {
  const index = elements.indexOf(element as TSESTree.Expression);
  const [previous, next] = [elements[index - 1], elements[index + 1]];
  if (previous) return [previous.range[1], element.range[1]];
  return next ? [element.range[0], next.range[0]] : undefined;
}

function rangeInBinary(program: FileView, operand: TSESTree.Node): Range | undefined {
  const binary = binaryAround(operand);
  return binary && (isWithin(operand, binary.right) ? rightSide(program, binary) : leftSide(program, binary));
}

/** The expression whose operand a node is, seen through TypeScript's casts. */
function binaryAround(node: TSESTree.Node): TSESTree.BinaryExpression | undefined {
  let { parent } = node;
  while (parent && /^TS(As|Satisfies|NonNull|TypeAssertion)/.test(parent.type)) parent = parent.parent;
  return parent?.type === "BinaryExpression" ? parent : undefined;
}

function rightSide(program: FileView, binary: TSESTree.BinaryExpression): Range {
  const [start, end] = binary.range;
  return [start + program.file.text.slice(start, operatorOf(program, binary)).trimEnd().length, end];
}

function leftSide(program: FileView, binary: TSESTree.BinaryExpression): Range {
  const afterOperator = operatorOf(program, binary) + binary.operator.length;
  return [binary.range[0], afterOperator + /^\s*/.exec(program.file.text.slice(afterOperator))![0].length];
}

function operatorOf(program: FileView, { left, operator }: TSESTree.BinaryExpression): number {
  return program.file.text.indexOf(operator, left.range[1]);
}

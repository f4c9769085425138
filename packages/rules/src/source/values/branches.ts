import type { TSESTree } from "@typescript-eslint/types";
import { choiceOf, type Guard } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { knownValue } from "./static-value.js";

export interface Branch {
  readonly node: TSESTree.Node;
  /** The condition under which the expression is this branch, when it reads like a choice. */
  readonly guard: () => Guard | undefined;
}

/** The operands that a conditional or logical expression may come down to; one, where the condition is a constant. */
export function branchesOf(
  program: FileView,
  node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression,
): readonly Branch[] {
  if (node.type === "LogicalExpression") {
    const right = {
      node: node.right,
      guard: () =>
        node.operator === "??"
          ? undefined
          : choiceOf(program, node.left, node.operator === "&&", node.operator === "&&" ? "outside" : "words"),
    };
    return node.operator === "&&" ? [right] : [{ node: node.left, guard: () => undefined }, right];
  }
  const truth = truthOf(program, node.test);
  return [
    ...(truth === false ? [] : [{ node: node.consequent, guard: () => choiceOf(program, node.test, true) }]),
    ...(truth === true ? [] : [{ node: node.alternate, guard: () => choiceOf(program, node.test, false) }]),
  ];
}

/** Whether a flag is set: no more than names and `!` are followed, because a program's conditions lead everywhere. */
export function truthOf(program: FileView, test: TSESTree.Node): boolean | undefined {
  if (test.type === "UnaryExpression" && test.operator === "!") {
    const truth = truthOf(program, test.argument);
    return truth === undefined ? undefined : !truth;
  }
  if (test.type !== "Identifier" && test.type !== "Literal") return;
  const value = knownValue(program, test);
  return value === undefined ? undefined : Boolean(value);
}

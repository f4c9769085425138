import type { TSESTree } from "@typescript-eslint/types";
import { choiceOf, type Guard } from "./guards.js";
import type { Program } from "./program.js";
import { alternativesOf } from "./static-value.js";

export interface Branch {
  readonly node: TSESTree.Node;
  /** The condition under which the expression is this branch, when it reads like a choice. */
  readonly guard: Guard | undefined;
}

/** The operands that a conditional or logical expression may come down to; one, where the condition is known. */
export function branchesOf(program: Program, node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression): readonly Branch[] {
  if (node.type === "LogicalExpression") {
    const guard = node.operator === "??" ? undefined : choiceOf(program, node.left, node.operator === "&&");
    return [...(node.operator === "&&" ? [] : [{ node: node.left, guard: undefined }]), { node: node.right, guard }];
  }
  const truth = truthOf(program, node.test);
  return [
    ...(truth === false ? [] : [{ node: node.consequent, guard: choiceOf(program, node.test, true) }]),
    ...(truth === true ? [] : [{ node: node.alternate, guard: choiceOf(program, node.test, false) }]),
  ];
}

function truthOf(program: Program, test: TSESTree.Node): boolean | undefined {
  const truths = new Set(alternativesOf(program, test).map((alternative) => (alternative.kind === "known" ? Boolean(alternative.value) : undefined)));
  return truths.size === 1 ? [...truths][0] : undefined;
}

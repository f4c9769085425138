import type { TSESTree } from "@typescript-eslint/types";
import type { Program } from "./program.js";

/** A condition around a piece of code that reads like its user's own choice of weaker TLS. */
export interface Guard {
  readonly text: string;
}

const choiceWords =
  /insecure|unsafe|unverified|legacy|self.?signed|allow|skip|ignore|disable|trust|bypass|\bno.?verify|verify|strict|reject|unauthori[sz]ed|\b(?:is)?dev(?:el|elopment)?\b|isDev|NODE_ENV|local(?:host)?|127\.0\.0\.1|debug|\btest(?:ing)?\b|isTest|staging|mock/i;

/** The guard that a test makes of its branches, or undefined when it does not read like a choice. */
export function choiceOf(program: Program, test: TSESTree.Node, holds: boolean): Guard | undefined {
  const text = program.textOf(test);
  return choiceWords.test(text) ? { text: holds ? text : `!(${text})` } : undefined;
}

/** The innermost guard around a node inside its function. */
export function guardAround(program: Program, node: TSESTree.Node): Guard | undefined {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    const test = branchTest(parent, child);
    const guard = test && choiceOf(program, test.node, test.holds);
    if (guard) return guard;
  }
  return;
}

function branchTest(parent: TSESTree.Node, child: TSESTree.Node): { node: TSESTree.Node; holds: boolean } | undefined {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      if (child === parent.test) return;
      return { node: parent.test, holds: child === parent.consequent };
    case "LogicalExpression":
      return child === parent.right && parent.operator !== "??"
        ? { node: parent.left, holds: parent.operator === "&&" }
        : undefined;
    case "SwitchCase":
      return parent.test && child !== parent.test && parent.parent.type === "SwitchStatement"
        ? { node: parent.parent.discriminant, holds: true }
        : undefined;
    default:
      return;
  }
}

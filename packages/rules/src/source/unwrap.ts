import type { TSESTree } from "@typescript-eslint/types";

/** The expression behind casts, `satisfies`, `!`, optional chains and the `(0, f)` of compiled code. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case "TSAsExpression":
    case "TSTypeAssertion":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSInstantiationExpression":
    case "ChainExpression":
      return unwrap(node.expression);
    case "SequenceExpression":
      return unwrap(node.expressions.at(-1)!);
    default:
      return node;
  }
}

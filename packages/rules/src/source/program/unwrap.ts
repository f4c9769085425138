import type { TSESTree } from "@typescript-eslint/types";

/** The expression behind casts, `satisfies`, `!`, optional chains, the `(0, f)` of compiled code and `await`, which no value here depends on. */
export function unwrap(expression: TSESTree.Node): TSESTree.Node {
  let node = expression;
  for (;;) {
    switch (node.type) {
      case "TSAsExpression":
      case "TSTypeAssertion":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSInstantiationExpression":
      case "ChainExpression":
        node = node.expression;
        break;
      case "SequenceExpression":
        node = node.expressions.at(-1)!;
        break;
      case "AwaitExpression":
        node = node.argument;
        break;
      default:
        return node;
    }
  }
}

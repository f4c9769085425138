import type { TSESTree } from "@typescript-eslint/types";
import { type Call, isCall } from "../program/file-view.js";

/** The argument of a call that an expression is part of, by the properties that lead to it. */
interface DeclaredParameter {
  readonly call: Call;
  readonly index: number;
  readonly path: readonly string[];
}

/**
 * The parameter that an object is handed to. Where it is generic, a checker expects of the object what it infers from the very object,
 * so that only the declaration tells what it has to be at least.
 */
export function declaredParameter(object: TSESTree.Node): DeclaredParameter | undefined {
  const path: string[] = [];
  for (let node = object, parent = node.parent; parent; node = parent, parent = parent.parent) {
    if (isCall(parent)) {
      const index = parent.arguments.indexOf(node as TSESTree.CallExpressionArgument);
      return index === -1 ? undefined : { call: parent, index, path };
    }
    if (parent.type === "Property" && parent.value === node && !parent.computed && parent.key.type === "Identifier")
      path.unshift(parent.key.name);
    else if (parent.type !== "ObjectExpression") return;
  }
  return;
}

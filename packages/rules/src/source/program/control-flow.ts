import type { TSESTree } from "@typescript-eslint/types";
import { type FunctionNode, isClass, isFunction } from "./file-view.js";
import { walk } from "./walk.js";

/** The `return` and `throw` statements of a function, those of functions inside it left out. */
export function exitsOf(fn: FunctionNode): readonly (TSESTree.ReturnStatement | TSESTree.ThrowStatement)[] {
  return exitsIn(fn.body);
}

/** The same of a part of a function. */
export function exitsIn(root: TSESTree.Node): readonly (TSESTree.ReturnStatement | TSESTree.ThrowStatement)[] {
  const exits: (TSESTree.ReturnStatement | TSESTree.ThrowStatement)[] = [];
  walk(root, (node) => {
    if (node.type === "ReturnStatement" || node.type === "ThrowStatement") exits.push(node);
    return isFunction(node) || isClass(node) ? "skip" : undefined;
  });
  return exits;
}

/** Whether a statement may run to its end and let the next one follow. */
export function mayComplete(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
      return false;
    case "BlockStatement":
      return statement.body.every(mayComplete);
    case "IfStatement":
      return !statement.alternate || mayComplete(statement.consequent) || mayComplete(statement.alternate);
    case "TryStatement":
      if (statement.finalizer && !mayComplete(statement.finalizer)) return false;
      return mayComplete(statement.block) || (statement.handler !== null && mayComplete(statement.handler.body));
    default:
      return true;
  }
}

/** Whether an exception thrown at a node is caught inside its function. */
export function isCaught(node: TSESTree.Node): boolean {
  for (let child = node, parent = node.parent; parent && !isFunction(parent); child = parent, parent = parent.parent) {
    if (parent.type === "TryStatement" && parent.block === child && parent.handler) return true;
  }
  return false;
}

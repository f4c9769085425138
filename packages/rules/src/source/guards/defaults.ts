import type { TSESTree } from "@typescript-eslint/types";
import { isFunction } from "../program/file-view.js";
import { isInRange, walk } from "../program/walk.js";

/** Whether a value counts only where its caller gave none: `given || value`, `given ??= value`, a default, or behind `if (!options.name)`. */
export function isOnlyDefault(node: TSESTree.Node, name: string): boolean {
  for (let child = node, parent = node.parent; parent && !isFunction(child); child = parent, parent = parent.parent) {
    if (isFallback(parent, child)) return true;
    if (parent.type === "IfStatement" && child === parent.consequent && asksFor(parent.test, name)) return true;
  }
  return false;
}

function isFallback(parent: TSESTree.Node, child: TSESTree.Node): boolean {
  switch (parent.type) {
    case "LogicalExpression":
      return parent.right === child && parent.operator !== "&&";
    case "AssignmentExpression":
      return parent.right === child && /^(\|\||\?\?)=$/.test(parent.operator);
    case "AssignmentPattern":
      return parent.right === child;
    default:
      return false;
  }
}

/** Whether a test asks whether a property of that name is missing. */
function asksFor(test: TSESTree.Node, name: string): boolean {
  let isAsked = false;
  walk(test, (node) => {
    const isMissing =
      (node.type === "UnaryExpression" && (node.operator === "!" || node.operator === "typeof")) ||
      (node.type === "BinaryExpression" && /^={2,3}$/.test(node.operator));
    if (isMissing) isAsked ||= namesIn(test).some((each) => isInRange(each, node) && nameOf(each) === name);
  });
  return isAsked;
}

function namesIn(test: TSESTree.Node): readonly TSESTree.Node[] {
  const names: TSESTree.Node[] = [];
  walk(test, (node) => {
    if (node.type === "Identifier" || node.type === "Literal") names.push(node);
  });
  return names;
}

function nameOf(node: TSESTree.Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" ? String(node.value) : undefined;
}

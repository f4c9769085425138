import type { TSESTree } from "@typescript-eslint/types";
import { unwrap } from "./unwrap.js";

/** The names in a callee from left to right, those in arguments left out: `expect(tls.connect).toHaveBeenCalledWith` has two. */
export function calleeNames(callee: TSESTree.Node): readonly string[] {
  const names: string[] = [];
  let node = unwrap(callee);
  for (;;) {
    if (node.type === "CallExpression") node = unwrap(node.callee);
    else if (node.type === "MemberExpression") {
      if (node.property.type === "Identifier" && !node.computed) names.push(node.property.name);
      node = unwrap(node.object);
    } else return [...names, ...(node.type === "Identifier" ? [node.name] : [])].reverse();
  }
}

import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../../source/program/file-view.js";
import { isWithin, walk } from "../../source/program/walk.js";
import { membersOf, type ModuleMember } from "../../source/values/module-bindings.js";

/** Whether a piece of code runs only where a test of a module's members, or of Node's version, says so: `if (tls.TLSSocket) ... else ...`. */
export function isFeatureTested(program: FileView, node: TSESTree.Node, modules: ReadonlySet<string>): boolean {
  for (let ancestor = node.parent; ancestor; ancestor = ancestor.parent) {
    const test = testOf(ancestor);
    if (test && !isWithin(node, test) && readsModule(program, test, modules)) return true;
  }
  return false;
}

function testOf(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === "IfStatement" || node.type === "ConditionalExpression") return node.test;
  return node.type === "LogicalExpression" ? node.left : undefined;
}

function readsModule(program: FileView, test: TSESTree.Node, modules: ReadonlySet<string>): boolean {
  let isRead = false;
  walk(test, (node) => {
    if (node.type !== "MemberExpression" && node.type !== "Identifier") return;
    isRead ||= membersOf(program, node).some((member) => tellsFeature(member, modules));
  });
  return isRead;
}

function tellsFeature({ module, path: [name, ...rest] }: ModuleMember, modules: ReadonlySet<string>): boolean {
  if (module === "process") return name === "version" || name === "versions";
  return modules.has(module) && name !== undefined && !rest.includes("()");
}

import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { membersOf } from "../values/module-bindings.js";
import { propertyName } from "../values/property-name.js";
import { isInstaller, settingsOf } from "../values/sinks.js";
import { optionNamed } from "./tls-options.js";

/** Every setting of a client that is assigned to `import * as client`, whose names cannot be assigned: it throws a TypeError. */
export function namespaceWrites(program: FileView): readonly TSESTree.AssignmentExpression[] {
  return program.assignments.filter(
    ({ left }) => left.type === "MemberExpression" && isNamespace(program, left.object) && isSetting(program, left),
  );
}

/** Whether an expression is what `import * as name` imports. */
export function isNamespace(program: FileView, node: TSESTree.Node): boolean {
  const definitions = node.type === "Identifier" ? (program.variableOf(node)?.defs ?? []) : [];
  return definitions.some((definition) => definition.node.type === "ImportNamespaceSpecifier");
}

function isSetting(program: FileView, left: TSESTree.MemberExpression): boolean {
  const name = propertyName(program, left);
  if (name === undefined) return false;
  return (
    membersOf(program, left).some(isInstaller) ||
    membersOf(program, left.object)
      .flatMap(settingsOf)
      .some(({ of: { vocabulary = {} } }) => optionNamed(vocabulary, name) !== undefined)
  );
}

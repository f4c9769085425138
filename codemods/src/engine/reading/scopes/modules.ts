import type { TSESTree } from "@typescript-eslint/types";
import { closeScope } from "./functions.js";
import type { Pass } from "./pass.js";
import { hoisting, lexical } from "./scope-kinds.js";

export function visitImport(node: TSESTree.ImportDeclaration, pass: Pass): void {
  for (const specifier of node.specifiers) pass.scopes.define("ImportBinding", specifier.local, specifier);
}

export function visitImportEquals(node: TSESTree.TSImportEqualsDeclaration, pass: Pass): void {
  pass.scopes.define("ImportBinding", node.id, node);
  pass.value(leftmostOf(node.moduleReference));
}

/** The name with which a dotted one begins. */
export function leftmostOf(name: TSESTree.Node): TSESTree.Node {
  let leftmost = name;
  while (leftmost.type === "TSQualifiedName") leftmost = leftmost.left;
  return leftmost;
}

/** What is exported from another module is no name of this one. */
export function visitNamedExports(node: TSESTree.ExportNamedDeclaration, pass: Pass): void {
  pass.value(node.declaration);
  if (node.source) return;
  for (const { local, exportKind } of node.specifiers) {
    if (local.type !== "Identifier") continue;
    if (node.exportKind === "type" || exportKind === "type") pass.scopes.readType(local);
    else pass.scopes.readAny(local);
  }
}

export function visitDefaultExport(node: TSESTree.ExportDefaultDeclaration, pass: Pass): void {
  visitExported(node.declaration, pass);
}

export function visitExportAssignment(node: TSESTree.TSExportAssignment, pass: Pass): void {
  visitExported(node.expression, pass);
}

function visitExported(node: TSESTree.Node, pass: Pass): void {
  if (node.type === "Identifier") pass.scopes.readAny(node);
  else pass.value(node);
}

export function visitNamespace(node: TSESTree.TSModuleDeclaration, pass: Pass): void {
  if (node.id.type === "Identifier" && node.kind !== "global") pass.scopes.define("TSModuleName", node.id, node);
  pass.scopes.open(hoisting, node);
  pass.value(node.body);
  pass.step(closeScope, node);
}

/** Members are names in the enum, also those that are written as strings (TypeScript Handbook, Enums). */
export function visitEnum(node: TSESTree.TSEnumDeclaration, pass: Pass): void {
  pass.scopes.define("TSEnumName", node.id, node);
  pass.scopes.open(lexical, node);
  for (const member of node.body.members) pass.step(visitMember, member);
  pass.step(closeScope, node);
}

function visitMember(node: TSESTree.TSEnumMember, pass: Pass): void {
  const { id, initializer } = node;
  if (id.type === "Identifier" || (id.type === "Literal" && typeof id.value === "string"))
    pass.scopes.define("TSEnumMemberName", id, node);
  pass.value(initializer);
}

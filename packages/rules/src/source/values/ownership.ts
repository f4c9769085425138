import type { TSESTree } from "@typescript-eslint/types";
import type { Program } from "../program/program.js";
import type { Variable } from "../program/source-file.js";
import { isUsedKnowingly } from "../sites/known-uses.js";
import { mergeOf } from "./merges.js";
import { isExports } from "./places.js";

/**
 * An object literal is ours to edit unless the file exports it: then other files may rely on what it says, if they are not all known to do
 * nothing but hand it to TLS calls.
 */
export function isOwned(program: Program, object: TSESTree.Node): boolean {
  return staysInside(program, object) || isUsedKnowingly(program, object);
}

function staysInside(program: Program, object: TSESTree.Node): boolean {
  for (let { parent } = object; parent; { parent } = parent) {
    switch (parent.type) {
      case "ObjectExpression":
      case "Property":
      case "SpreadElement":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
      case "TSNonNullExpression":
      case "ConditionalExpression":
      case "LogicalExpression":
        break;
      case "CallExpression":
        if (!mergeOf(program, parent)) return true;
        break;
      case "VariableDeclarator":
        return parent.id.type === "Identifier" && !isExported(program, program.variableOf(parent.id));
      case "AssignmentExpression":
        return !isExportTarget(program, parent.left);
      case "ExportDefaultDeclaration":
      case "TSExportAssignment":
        return false;
      default:
        return true;
    }
  }
  return true;
}

/** Whether other files can see a variable: exported by a declaration, a specifier, or `module.exports`. */
export function isExported(program: Program, variable: Variable | undefined): boolean {
  if (!variable) return false;
  return (
    variable.defs.some(
      ({ type, node: { parent } }) => type !== "Parameter" && (isExport(parent) || isExport(parent?.parent)),
    ) || variable.references.some(({ identifier }) => leadsToExport(program, identifier))
  );
}

function isExport(node: TSESTree.Node | undefined): boolean {
  return node?.type === "ExportNamedDeclaration" || node?.type === "ExportDefaultDeclaration";
}

function leadsToExport(program: Program, node: TSESTree.Node): boolean {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case "ExportSpecifier":
      case "ExportDefaultDeclaration":
      case "TSExportAssignment":
        return true;
      case "AssignmentExpression":
        return child === parent.right && isExportTarget(program, parent.left);
      case "Property":
        if (child !== parent.value) return false;
        break;
      case "ObjectExpression":
        break;
      default:
        return false;
    }
  }
  return false;
}

function isExportTarget(program: Program, target: TSESTree.Node): boolean {
  return isExports(program, target) || (target.type === "MemberExpression" && isExportTarget(program, target.object));
}

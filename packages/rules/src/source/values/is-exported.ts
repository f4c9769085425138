import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import type { Variable } from "../program/source-file.js";
import { isExports } from "./places.js";

/** Whether other files can see a variable: exported by a declaration, a specifier, or `module.exports`. */
export function isExported(program: FileView, variable: Variable | undefined): boolean {
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

function leadsToExport(program: FileView, node: TSESTree.Node): boolean {
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

/** Whether an assignment to a target is an export: `exports.name = ...`. */
export function isExportTarget(program: FileView, target: TSESTree.Node): boolean {
  return isExports(program, target) || (target.type === "MemberExpression" && isExportTarget(program, target.object));
}

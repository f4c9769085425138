import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { isExported, isExportTarget } from "../values/is-exported.js";
import { mergeOf } from "../values/merges.js";
import { isUsedKnowingly } from "./known-uses.js";

/**
 * An object literal is ours to edit unless the file exports it: then other files may rely on what it says, if they are not all known to do
 * nothing but hand it to TLS calls.
 */
export function isOwned(program: FileView, object: TSESTree.Node): boolean {
  return staysInside(program, object) || isUsedKnowingly(program, object);
}

function staysInside(program: FileView, object: TSESTree.Node): boolean {
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

import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import type { PropertyWrite } from "../values/layers.js";
import { readersOf } from "../values/readers.js";
import { isUsedKnowingly } from "./known-uses.js";

/**
 * What a write says is ours to edit unless its object is exported: then other files may rely on it, if they are not all known to do nothing
 * but hand it to TLS calls.
 */
export function isOwned(program: FileView, write: PropertyWrite): boolean {
  if (readersOf(program, write).every(({ how }) => how !== "export")) return true;
  const written = writtenOut(write);
  return written !== undefined && isUsedKnowingly(program, written);
}

/** The object literal or the text that a write is part of; what is written later into an object stands in neither. */
function writtenOut({ node }: PropertyWrite): TSESTree.Node | undefined {
  if (node.type === "Property") return node.parent;
  return node.type === "Literal" || node.type === "TemplateElement" ? node : undefined;
}

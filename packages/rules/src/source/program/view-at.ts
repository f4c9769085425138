import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, knownViewOf } from "./file-view.js";
import { rootOf } from "./walk.js";

/** The programs of all files as they are seen from the same calls, by their trees. */
type Family = Map<TSESTree.Node, FileView>;

const families = new WeakMap<FileView, Family>();

/** The program of the file in which a node stands, seen from the same calls as `view`. */
export function viewAt(view: FileView, node: TSESTree.Node): FileView {
  if (!view.file.neighbours) return view;
  const home = knownViewOf(node);
  return home && home.file.ast !== view.file.ast ? seenLike(view, home) : view;
}

/** Whether a node stands in the program's own file. */
export function standsIn({ file }: FileView, node: TSESTree.Node): boolean {
  return !file.neighbours || rootOf(node) === file.ast;
}

function seenLike(view: FileView, home: FileView): FileView {
  if (view === knownViewOf(view.file.ast)) return home;
  const family = families.get(view) ?? new Map<TSESTree.Node, FileView>([[view.file.ast, view]]);
  let program = family.get(home.file.ast);
  if (!program) family.set(home.file.ast, (program = viewLike(view, home)));
  families.set(view, family).set(program, family);
  return program;
}

function viewLike({ inside, callOf, hearOfOwner }: FileView, home: FileView): FileView {
  return {
    ...home,
    callOf,
    ...(hearOfOwner && { hearOfOwner }),
    inside: inside && { ...inside, outer: viewAt(inside.outer, home.file.ast) },
  };
}

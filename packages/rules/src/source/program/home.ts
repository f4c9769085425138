import type { TSESTree } from "@typescript-eslint/types";
import { type Program, programOf } from "./program.js";
import { rootOf } from "./walk.js";

/** The programs of all files as they are seen from the same calls, by their trees. */
type Family = Map<TSESTree.Node, Program>;

const families = new WeakMap<Program, Family>();

/** The program of the file in which a node stands, seen from the same calls as `view`. */
export function programAt(view: Program, node: TSESTree.Node): Program {
  if (!view.file.neighbours) return view;
  const home = programOf(node);
  return home && home.file.ast !== view.file.ast ? seenLike(view, home) : view;
}

/** Whether a node stands in the program's own file. */
export function standsIn({ file }: Program, node: TSESTree.Node): boolean {
  return !file.neighbours || rootOf(node) === file.ast;
}

function seenLike(view: Program, home: Program): Program {
  if (view === programOf(view.file.ast)) return home;
  const family = families.get(view) ?? new Map<TSESTree.Node, Program>([[view.file.ast, view]]);
  let program = family.get(home.file.ast);
  if (!program) family.set(home.file.ast, (program = createView(view, home)));
  families.set(view, family).set(program, family);
  return program;
}

function createView({ inside, callOf }: Program, home: Program): Program {
  return { ...home, callOf, inside: inside && { ...inside, outer: programAt(inside.outer, home.file.ast) } };
}

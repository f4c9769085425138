import type { TSESTree } from "@typescript-eslint/types";
import type { Place } from "../values/places.js";
import { isInRegion } from "./call-views.js";
import type { FileView } from "./file-view.js";
import type { Variable } from "./source-file.js";
import { viewAt } from "./view-at.js";

type Key = TSESTree.Node | Variable | Place;

// a tree may be nested deeper than the call stack
const depthLimit = 250;
let depth = 0;

/**
 * A question that asks itself about other keys. Each key is answered once per program, and once for all calls that make no difference to it;
 * a key that comes up while it is being answered, or too deep below the first question, gets `otherwise`.
 */
export function recursively<Of extends Key, Answer extends object>(
  otherwise: (key: Of) => Answer,
  answer: (program: FileView, key: Of) => Answer,
): (program: FileView, key: Of) => Answer {
  const answersOf = new WeakMap<FileView, Map<Of, Answer>>();
  return (view, key) => {
    const position = positionOf(key);
    const program = outermostFor(viewAt(view, position), position);
    const answers = answersOf.get(program) ?? new Map<Of, Answer>();
    if (answers.size === 0) answersOf.set(program, answers);
    const known = answers.get(key);
    if (known || depth >= depthLimit) return known ?? otherwise(key);
    answers.set(key, otherwise(key));
    depth++;
    try {
      const value = answer(program, key);
      answers.set(key, value);
      return value;
    } finally {
      depth--;
    }
  };
}

function positionOf(key: Key): TSESTree.Node {
  if ("root" in key) return positionOf(key.root);
  return "defs" in key ? key.defs[0]!.name : key;
}

/** The program outside of all calls that make no difference to a node. */
function outermostFor(view: FileView, node: TSESTree.Node): FileView {
  let program = view;
  while (program.inside && !program.inside.regions.some((region) => isInRegion(node, view.file.ast, region)))
    program = program.inside.outer;
  return program;
}

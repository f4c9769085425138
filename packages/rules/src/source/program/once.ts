import type { TSESTree } from "@typescript-eslint/types";
import type { Place } from "../values/places.js";
import { isInRegion } from "./call-views.js";
import { programAt } from "./home.js";
import { type Program, readProgram } from "./program.js";
import type { Variable } from "./source-file.js";

/**
 * A question about a whole file, answered once whatever call the program is seen from.
 * Where finding the answer raises the question again, the answer is `meanwhile`.
 */
export function oncePerFile<Answer>(
  answer: (program: Program) => Answer,
  meanwhile?: (program: Program) => Answer,
): (program: Program) => Answer {
  const answers = new WeakMap<TSESTree.Program, { readonly value: Answer }>();
  return (view) => {
    const known = answers.get(view.file.ast);
    if (known) return known.value;
    const program = readProgram(view.file);
    if (meanwhile) answers.set(program.file.ast, { value: meanwhile(program) });
    const value = answer(program);
    answers.set(program.file.ast, { value });
    return value;
  };
}

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
  answer: (program: Program, key: Of) => Answer,
): (program: Program, key: Of) => Answer {
  const answersOf = new WeakMap<Program, Map<Of, Answer>>();
  return (view, key) => {
    const position = positionOf(key);
    const program = outermostFor(programAt(view, position), position);
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
function outermostFor(view: Program, node: TSESTree.Node): Program {
  let program = view;
  while (program.inside && !program.inside.regions.some((region) => isInRegion(node, view.file.ast, region)))
    program = program.inside.outer;
  return program;
}

import type { TSESTree } from "@typescript-eslint/types";
import type { Place } from "../values/places.js";
import { isInRegion } from "./call-views.js";
import type { FileView } from "./file-view.js";
import { ask, type Question } from "./questions.js";
import type { Variable } from "./source-file.js";
import { viewAt } from "./view-at.js";

type Key = TSESTree.Node | Variable | Place;

/**
 * A question that asks itself about other keys. Each key is answered once per view of a file, and once for all calls that make no difference
 * to it; a key that comes up while it is being answered, or too deep below the first question, gets `otherwise`.
 */
export function recursively<Of extends Key, Answer extends object>(
  otherwise: (key: Of) => Answer,
  answer: (program: FileView, key: Of) => Answer,
): (program: FileView, key: Of) => Answer {
  const questionsOf = new WeakMap<FileView, Map<Of, Question<Answer>>>();
  return (view, key) => {
    const position = positionOf(key);
    const program = outermostFor(viewAt(view, position), position);
    const questions = questionsOf.get(program) ?? new Map<Of, Question<Answer>>();
    if (questions.size === 0) questionsOf.set(program, questions);
    let question = questions.get(key);
    if (!question) questions.set(key, (question = {}));
    return ask(question, {
      answer: () => answer(program, key),
      standIn: () => otherwise(key),
      isAboutFile: false,
    });
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

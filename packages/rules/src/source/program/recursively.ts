import type { TSESTree } from "@typescript-eslint/types";
import type { Place } from "../values/places.js";
import { spend } from "./budget.js";
import { isInRegion } from "./call-views.js";
import type { FileView } from "./file-view.js";
import { ask, type Asked, type Question, recall } from "./questions.js";
import type { Variable } from "./source-file.js";
import { viewAt } from "./view-at.js";

type Key = TSESTree.Node | Variable | Place;

// an answer of more parts says nothing about any of them
const partLimit = 10_000;

interface Otherwise<Of, Answer> {
  /** For a key that comes up while it is being answered: what adds nothing to the answer. */
  readonly inCycle: (view: FileView, key: Of) => Answer;
  /** For what is too much to know: too deep below the first question, of too many parts, or beyond the budget of the file. */
  readonly beyond: (view: FileView, key: Of) => Answer;
  /** How many parts an answer has that is no list. */
  readonly sizeOf?: (answer: Answer) => number;
}

/**
 * A question that asks itself about other keys. Each key is answered once per view of a file, and once for all calls that make no difference
 * to it. All evaluation goes through here, so that what it costs is counted here: a step for each question, and one for each part of an answer.
 */
export function recursively<Of extends Key, Answer extends object>(
  { inCycle, beyond, sizeOf = lengthOf }: Otherwise<Of, Answer>,
  answer: (program: FileView, key: Of) => Answer,
): (program: FileView, key: Of) => Answer {
  const questionsOf = new WeakMap<FileView, Map<Of, Question<Answer>>>();
  const asked = (program: FileView, key: Of): Asked<Answer> => ({
    answer: () => {
      const whole = answer(program, key);
      return sizeOf(whole) > partLimit ? beyond(program, key) : whole;
    },
    standIn: () => inCycle(program, key),
    tooDeep: () => beyond(program, key),
    isAboutFile: false,
  });
  return (view, key) => {
    const position = positionOf(key);
    const program = outermostFor(viewAt(view, position), position);
    if (!spend(view.file, 1)) return beyond(program, key);
    const questions = questionsOf.get(program) ?? new Map<Of, Question<Answer>>();
    if (questions.size === 0) questionsOf.set(program, questions);
    let question = questions.get(key);
    if (!question) questions.set(key, (question = {}));
    const known = recall(question);
    const found = known ? known.answer : ask(question, asked(program, key));
    return spend(view.file, sizeOf(found)) ? found : beyond(program, key);
  };
}

function lengthOf(answer: object): number {
  return Array.isArray(answer) ? answer.length : 1;
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

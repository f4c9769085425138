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
  /** By the views that they are asked from; those for which no call makes a difference share them. */
  const questionsOf = new WeakMap<FileView, Map<Of, QuestionAt<Answer>>>();
  const questionsFrom = (view: FileView) => {
    let questions = questionsOf.get(view);
    if (!questions) questionsOf.set(view, (questions = new Map()));
    return questions;
  };
  const questionOf = (view: FileView, key: Of): QuestionAt<Answer> => {
    const asked = questionsFrom(view);
    let question = asked.get(key);
    if (question) return question;
    const position = positionOf(key);
    const program = outermostFor(viewAt(view, position), position);
    const shared = program === view ? asked : questionsFrom(program);
    question = shared.get(key);
    if (!question) shared.set(key, (question = { program }));
    if (shared !== asked) asked.set(key, question);
    return question;
  };
  const asked: Asked<Answer, [FileView, Of]> = {
    answer(program, key) {
      const whole = answer(program, key);
      return sizeOf(whole) > partLimit ? beyond(program, key) : whole;
    },
    standIn: inCycle,
    tooDeep: beyond,
    isAboutFile: false,
  };
  return (view, key) => {
    const question = questionOf(view, key);
    if (!spend(view.file, 1)) return beyond(question.program, key);
    const known = recall(question);
    const found = known ? known.answer : ask(question, asked, question.program, key);
    return spend(view.file, sizeOf(found)) ? found : beyond(question.program, key);
  };
}

/** A question, and the program as it is answered in it. */
interface QuestionAt<Answer> extends Question<Answer> {
  readonly program: FileView;
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

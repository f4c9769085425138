import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, viewOf } from "./file-view.js";
import { ask, type Question, recall } from "./questions.js";

/**
 * A question about a whole file, answered once whatever call the program is seen from.
 * Where finding the answer raises the question again, the answer is `meanwhile`.
 */
export function oncePerFile<Answer>(
  answer: (program: FileView) => Answer,
  meanwhile: (program: FileView) => Answer = answer,
): (program: FileView) => Answer {
  const questions = new WeakMap<TSESTree.Program, Question<Answer>>();
  return ({ file }) => {
    let question = questions.get(file.ast);
    if (!question) questions.set(file.ast, (question = {}));
    const known = recall(question);
    if (known) return known.answer;
    return ask(question, {
      answer: () => answer(viewOf(file)),
      standIn: () => meanwhile(viewOf(file)),
      tooDeep: () => meanwhile(viewOf(file)),
      isAboutFile: true,
    });
  };
}

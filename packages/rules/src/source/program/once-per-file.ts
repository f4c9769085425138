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
  const asked = { answer, standIn: meanwhile, tooDeep: meanwhile, isAboutFile: true };
  return ({ file }) => {
    let question = questions.get(file.ast);
    if (!question) questions.set(file.ast, (question = {}));
    const known = recall(question);
    return known ? known.answer : ask(question, asked, viewOf(file));
  };
}

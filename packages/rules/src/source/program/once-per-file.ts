import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, viewOf } from "./file-view.js";

/**
 * A question about a whole file, answered once whatever call the program is seen from.
 * Where finding the answer raises the question again, the answer is `meanwhile`.
 */
export function oncePerFile<Answer>(
  answer: (program: FileView) => Answer,
  meanwhile?: (program: FileView) => Answer,
): (program: FileView) => Answer {
  const answers = new WeakMap<TSESTree.Program, { readonly value: Answer }>();
  return (view) => {
    const known = answers.get(view.file.ast);
    if (known) return known.value;
    const program = viewOf(view.file);
    if (meanwhile) answers.set(program.file.ast, { value: meanwhile(program) });
    const value = answer(program);
    answers.set(program.file.ast, { value });
    return value;
  };
}

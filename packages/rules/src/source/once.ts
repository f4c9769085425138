import type { TSESTree } from "@typescript-eslint/types";
import { readProgram, type Program } from "./program.js";

/** A question about a whole file, answered once whatever call the program is seen from. */
export function oncePerFile<Answer>(answer: (program: Program) => Answer): (program: Program) => Answer {
  const answers = new WeakMap<TSESTree.Program, { readonly value: Answer }>();
  return (program) => {
    const known = answers.get(program.file.ast);
    if (known) return known.value;
    const value = answer(readProgram(program.file));
    answers.set(program.file.ast, { value });
    return value;
  };
}

// a tree may be nested deeper than the call stack
const depthLimit = 250;
let depth = 0;

/**
 * A question that asks itself about other keys. Each key is answered once per program;
 * a key that comes up while it is being answered, or too deep below the first question, gets `otherwise`.
 */
export function recursively<Key extends object, Answer extends object>(
  otherwise: (key: Key) => Answer,
  answer: (program: Program, key: Key) => Answer,
): (program: Program, key: Key) => Answer {
  const answersOf = new WeakMap<Program, Map<Key, Answer>>();
  return (program, key) => {
    const answers = answersOf.get(program) ?? new Map<Key, Answer>();
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

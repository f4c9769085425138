import type { PyMend } from "../judging/rule.js";
import type { PyModule } from "../program/module.js";
import { statementOf, type Step } from "../sites/steps.js";
import { removalOf } from "./lines.js";

/** Takes out the statement that a step is all of. */
export function withoutStep(step: Step, module: PyModule, grade: PyMend["grade"], remedy: string): PyMend | undefined {
  const statement = statementOf(step);
  const edit = statement && removalOf(statement, module);
  return edit && { grade, edits: [edit], remedy };
}

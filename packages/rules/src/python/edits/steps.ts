import type { MendableGrade } from "../../finding.js";
import type { PyModule } from "../program/module.js";
import type { PyMend } from "../python-program.js";
import { statementOf, type Step } from "../sites/steps.js";
import { removalOf } from "./lines.js";

/** Takes out the statement that a step is all of. */
export function withoutStep<G extends MendableGrade>(
  step: Step,
  module: PyModule,
  grade: G,
  remedy: string,
): PyMend<G> | undefined {
  const statement = statementOf(step);
  const edit = statement && removalOf(statement, module);
  return edit && { grade, edits: [edit], remedy };
}

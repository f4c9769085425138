import type { MendableGrade } from "../../finding.js";
import type { PyModule } from "../program/module.js";
import { field, type PyNode, textOf } from "../program/tree.js";
import type { PyMend } from "../python-program.js";
import { statementOf, type Step } from "../sites/steps.js";
import { removalOf, replacement } from "./lines.js";

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

/** `a | b | c` without one of them; the statement where it is all that is added. */
export function withoutOperand(step: Step, operand: PyNode, module: PyModule): PyMend<"upgrade"> | undefined {
  const whole = () => withoutStep(step, module, "upgrade", "Removes it.");
  if (operand === step.value) return whole();
  const sum = operand.parent;
  if (sum?.type !== "binary_operator") return undefined;
  const [left, right] = [field(sum, "left")!, field(sum, "right")!];
  const kept = textOf(operand === left ? right : left, module.text);
  // `options = options | bit`
  if (sum === step.value && kept === textOf(field(step.node, "left") ?? step.node, module.text)) return whole();
  return { grade: "upgrade", edits: [replacement(sum, kept)], remedy: "Removes the bit." };
}

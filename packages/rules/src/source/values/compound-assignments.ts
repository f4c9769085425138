import { guardOfWrite, isConditional } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import type { Variable } from "../program/source-file.js";
import { binaryOperators } from "./operators.js";
import { sourcesOf } from "./sources.js";
import { type Alternative, alternativesOf, combineValues, fewValues, unknownValue } from "./static-value.js";

/**
 * The values of a variable that is built up by `|=`, `+=` and their like, taken in source order; a step inside a condition may be left out.
 * Undefined for other variables.
 */
export function compoundValues(program: FileView, variable: Variable): readonly Alternative[] | undefined {
  const { all, complete } = sourcesOf(program, variable);
  if (all.every(({ operator }) => operator === "=")) return;
  let values: readonly Alternative[] = [];
  for (const { expression, operator, path } of all) {
    const next = stepped(
      values,
      path.length === 0 ? alternativesOf(program, expression) : [unknownValue(expression)],
      operator,
    );
    const guard = guardOfWrite(program, expression, variable.defs[0]!.name);
    const taken = next.map((value) => ({ ...value, guard: value.guard ?? guard }));
    values = fewValues(isConditional(expression) ? [...values, ...taken] : taken, expression);
  }
  return complete ? values : [...values, unknownValue(variable.defs[0]!.name)];
}

function stepped(
  before: readonly Alternative[],
  right: readonly Alternative[],
  operator: string,
): readonly Alternative[] {
  if (operator === "=") return right;
  const apply = binaryOperators[operator.slice(0, -1)];
  if (!apply) return [...before, ...right];
  const node = right[0]!.node;
  return combineValues([before, right], ([left, value]) => apply(left, value), node);
}

import { isOptionName } from "../../option-names.js";
import { type FileView, usesOf } from "../program/file-view.js";
import type { OptionType } from "../types/type-reader.js";
import { variableHolding } from "./look-alikes.js";
import type { OptionShape } from "./option-shapes.js";

/** Whose option a property of an object is by the host's types: those of the object, or of what the variable that holds it is handed to. */
export function optionTypeIn(program: FileView, { objects }: OptionShape, key: string): OptionType | undefined {
  const { types } = program.file;
  if (!types || !isOptionName(key)) return;
  const own = first(objects.map((object) => () => types.optionTypeOf(object, key)));
  if (own) return own;
  const variables = new Set(objects.flatMap((object) => variableHolding(program, object) ?? []));
  const uses = [...variables].flatMap(usesOf).flatMap(({ identifier }) => types.optionTypeOf(identifier, key) ?? []);
  return uses.find(({ of }) => of === "node") ?? uses[0];
}

function first<Answer>(questions: readonly (() => Answer | undefined)[]): Answer | undefined {
  for (const ask of questions) {
    const answer = ask();
    if (answer !== undefined) return answer;
  }
  return;
}

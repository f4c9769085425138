import type { FileView } from "../source/program/file-view.js";
import { unwrap } from "../source/program/unwrap.js";
import type { OptionValue, SaidByCall } from "../source/sites/tls-options.js";
import type { Primitive } from "../source/values/static-value.js";
import type { Mend } from "./mend.js";
import { removalOf } from "./removal.js";

/** Gives an option that is no expression of its own another value: text becomes other text, a call goes. */
export function replaceSaid(
  program: FileView,
  { said, write, toNative }: OptionValue,
  to: Primitive,
): Mend | undefined {
  if (said?.by === "call") return said.isAlone ? withoutCall(program, said) : undefined;
  const native = toNative(to);
  if (!said || native === undefined) return;
  const text = String(native);
  return { edits: [{ range: said.range, text }], remedy: `Set \`${write.key}\` to \`${text}\`.` };
}

/** Takes the call out of its chain, or the whole statement where there is no chain. */
function withoutCall(program: FileView, { call }: SaidByCall): Mend | undefined {
  const { object } = call.callee;
  const remedy = `Remove \`${program.textOf(call.callee.property)}()\`.`;
  const isChain = unwrap(object).type === "CallExpression";
  const edits = isChain ? [{ range: [object.range[1], call.range[1]] as const, text: "" }] : removalOf(program, call);
  return edits && { edits, remedy };
}

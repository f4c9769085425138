import type { TSESTree } from "@typescript-eslint/types";
import type { Policy } from "tls-policy";
import type { FileView } from "../source/program/file-view.js";
import { walk } from "../source/program/walk.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import type { NarrowedList } from "./cipher-list.js";
import { editableNode } from "./editable-node.js";
import { narrowInPlace } from "./list-items.js";
import type { Mend, Mender } from "./mend.js";
import { hasCommentBetween } from "./surroundings.js";

/** Narrows `ciphers`, or leaves it out where nothing would be left or what is left cannot be told from a keyword. */
export function mendCipherList(
  program: FileView,
  value: OptionValue,
  narrowed: NarrowedList | undefined,
  options: TlsOptions,
  policy: Policy,
  mend: Mender,
): Mend | undefined {
  return narrowed?.text === undefined
    ? leaveOutCipherList(value, options, policy, mend)
    : narrow(program, value, { ...narrowed, text: narrowed.text }, mend);
}

/** Narrows it in the shape in which the program writes it; as one string only where nothing but strings and their joints are lost by that. */
function narrow(
  program: FileView,
  value: OptionValue,
  narrowed: NarrowedList & { readonly text: string },
  mend: Mender,
): Mend | undefined {
  const { text } = narrowed;
  const remedy = remedyOf(value.write.key, narrowed);
  const expression = mend.owns(value.write) ? editableNode(program, value) : undefined;
  if (!expression) return;
  if (expression.type === "Literal") return mend.replaceValue(value, text, remedy);
  const edits = narrowInPlace(program, expression, value.write.key, narrowed);
  if (edits)
    return { edits, remedy, changes: [{ write: value.write, value, to: { option: value.option, value: text } }] };
  const isText = isWrittenOut(expression) && !hasCommentBetween(program, ...expression.range);
  return isText ? mend.replaceValue(value, text, remedy) : undefined;
}

/** Whether an expression is made of nothing but strings, so that no name is left behind unused. */
function isWrittenOut(expression: TSESTree.Node): boolean {
  let hasName = false;
  walk(expression, (node) => {
    const isMethod = node.parent?.type === "MemberExpression" && node.parent.property === node;
    if (node.type === "Identifier" && !isMethod) hasName = true;
  });
  return !hasName;
}

// an editor's menu has room for no more
const namedLimit = 2;

function remedyOf(key: string, { dropped, added }: NarrowedList): string {
  const named = dropped.length > namedLimit ? `${dropped.length} weak items` : dropped.join(" and ");
  return added.length > 0
    ? `Put recommended suites in the place of weak ones in \`${key}\`.`
    : `Take ${named} out of \`${key}\`.`;
}

/** Takes `ciphers` out, so that Node's own list is offered; where a policy accepts nothing beside its own list, that one is written. */
export function leaveOutCipherList(
  value: OptionValue,
  options: TlsOptions,
  { ciphers, cipherSuites, name }: Policy,
  mend: Mender,
): Mend | undefined {
  const isOnly = options.values("ciphers").filter(({ write }) => write === value.write).length === 1;
  const isLeftOut = ciphers === undefined || !cipherSuites.isExhaustive;
  const removal = isOnly && isLeftOut ? mend.removeOption(value) : undefined;
  if (removal || ciphers === undefined) return removal;
  return mend.replaceValue(value, ciphers, `Set \`${value.write.key}\` to the list of the policy ${name}.`);
}

import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../source/program/file-view.js";
import { walk } from "../source/program/walk.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import { editableNode } from "./editable-node.js";
import { type Change, narrowInPlace } from "./list-items.js";
import type { Mend, Mender } from "./mend.js";
import { hasCommentBetween } from "./surroundings.js";

/**
 * Narrows a list in the shape in which the program writes it; as one string only where nothing but strings and their joints are lost by that.
 * A literal gets the new text as a whole.
 */
export function narrowList(
  program: FileView,
  value: OptionValue,
  { text, ...change }: Change & { readonly text: string },
  remedy: string,
  mend: Mender,
): Mend | undefined {
  const expression = mend.owns(value.write) ? editableNode(program, value) : undefined;
  if (!expression) return;
  if (expression.type === "Literal") return mend.replaceValue(value, text, remedy);
  const edits = narrowInPlace(program, expression, value.write.key, change);
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

/** What is done where items go and none come. */
export function takingOut(key: string, dropped: readonly string[]): string {
  const named = dropped.length > namedLimit ? `${dropped.length} weak items` : dropped.join(" and ");
  return `Take ${named} out of \`${key}\`.`;
}

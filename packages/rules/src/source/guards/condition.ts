import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";

/** A condition as a reader would write it, and in a sentence: `!verify`, and "`verify` is not set". */
export interface Condition {
  readonly text: string;
  readonly when: string;
}

const negated: Readonly<Record<string, string>> = { "===": "!==", "!==": "===", "==": "!=", "!=": "==" };

/** What holds where a test does or does not, without a negation that takes another one back. */
export function conditionOf(program: FileView, test: TSESTree.Node, holds: boolean): Condition {
  const node = unwrap(test);
  if (node.type === "UnaryExpression" && node.operator === "!") return conditionOf(program, node.argument, !holds);
  const [argument] = node.type === "CallExpression" ? node.arguments : [];
  if (argument && node.type === "CallExpression" && program.textOf(node.callee) === "Boolean")
    return conditionOf(program, argument, holds);
  if (node.type === "Identifier" || node.type === "MemberExpression") return flag(program.textOf(node), holds);
  return said(textOf(program, node, holds));
}

function flag(name: string, holds: boolean): Condition {
  return { text: holds ? name : `!${name}`, when: `${code(name)} is ${holds ? "" : "not "}set` };
}

/** A condition that is no more than the text that says it. */
export function said(text: string): Condition {
  return { text, when: code(text) };
}

function textOf(program: FileView, node: TSESTree.Node, holds: boolean): string {
  const text = program.textOf(node);
  if (holds) return text;
  const opposite = node.type === "BinaryExpression" ? negated[node.operator] : undefined;
  if (node.type === "BinaryExpression" && opposite)
    return `${program.textOf(node.left)} ${opposite} ${program.textOf(node.right)}`;
  return node.type === "CallExpression" ? `!${text}` : `!(${text})`;
}

// a message is no place for a whole function
const shownLength = 80;

function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").replaceAll("`", "'");
  return `\`${line.length > shownLength ? `${line.slice(0, shownLength - 1)}…` : line}\``;
}

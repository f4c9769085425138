import type { Edit } from "../../finding.js";
import { isFeatureTest } from "../program/guards.js";
import { bindingsOf, type PyModule } from "../program/module.js";
import { field, parts, type PyNode, textOf } from "../program/tree.js";

export const replacement = (node: Pick<PyNode, "range">, text: string): Edit => ({ range: node.range, text });

/** The white space before a statement that begins its line; undefined where something else stands before it. */
export function indentOf(statement: PyNode, text: string): string | undefined {
  const start = statement.range[0];
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(line, start);
  return /^[ \t\f]*$/.test(before) ? before : undefined;
}

const endOfLine = (text: string) => (text.includes("\r\n") ? "\r\n" : "\n");

/** Whole lines in front of a statement. */
export function linesBefore(statement: PyNode, lines: readonly string[], text: string): Edit | undefined {
  const indent = indentOf(statement, text);
  if (indent === undefined) return undefined;
  const start = statement.range[0];
  return { range: [start, start], text: lines.map((line) => `${line}${endOfLine(text)}${indent}`).join("") };
}

/** Whole lines behind a statement that ends its line. */
export function linesAfter(statement: PyNode, lines: readonly string[], text: string): Edit | undefined {
  const indent = indentOf(statement, text);
  const end = statement.range[1];
  if (indent === undefined || !/^[ \t]*(?:#.*)?(?:\r?\n|$)/.test(text.slice(end, end + 1000))) return undefined;
  const lineEnd = text.indexOf("\n", end);
  const at = lineEnd < 0 ? text.length : text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd;
  return { range: [at, at], text: lines.map((line) => `${endOfLine(text)}${indent}${line}`).join("") };
}

/**
 * Takes a statement out with its line, and a feature test that it is alone in with it. Undefined where its block would be empty:
 * then the block is what it was about; where it shares its line; and where a comment above or behind it says why it is there.
 */
export function removalOf(statement: PyNode, module: PyModule): Edit | undefined {
  const { text } = module;
  const indent = indentOf(statement, text);
  if (indent === undefined || hasComment(statement, module)) return undefined;
  const [start, end] = statement.range;
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(end, end + 1000));
  if (!rest) return undefined;
  const block = statement.parent;
  if (block?.type === "block" && parts(block).length === 1) {
    const test = featureTestOf(block, module);
    return test && removalOf(test, module);
  }
  return { range: [start - indent.length, end + rest[0].length], text: "" };
}

/** `if hasattr(...):` around a block, without any other branch. */
function featureTestOf(block: PyNode, { text }: PyModule): PyNode | undefined {
  const test = block.parent;
  if (test?.type !== "if_statement" || parts(test).length !== 2) return undefined;
  return isFeatureTest(textOf(field(test, "condition")!, text)) ? test : undefined;
}

/** Takes an argument out of its call, or an entry out of its dictionary, with the comma that goes with it; undefined beside a comment. */
export function argumentRemoval(argument: PyNode, { text }: PyModule): Edit | undefined {
  const list = argument.parent;
  if (
    (list?.type !== "argument_list" && list?.type !== "dictionary") ||
    list.children.some(({ type }) => type === "comment")
  )
    return undefined;
  const all = parts(list);
  const index = all.indexOf(argument);
  const [before, after] = [all[index - 1], all[index + 1]];
  if (after) return { range: [argument.range[0], after.range[0]], text: "" };
  if (before) return { range: [before.range[1], argument.range[1]], text: "" };
  return textOf(list, text).slice(1, -1) === textOf(argument, text) ? { range: argument.range, text: "" } : undefined;
}

/** Puts an argument behind those of a call, on a line of its own where the last one has one; undefined beside a comment. */
export function argumentAddition(call: PyNode, argument: string, { text }: PyModule): Edit | undefined {
  const list = field(call, "arguments");
  if (list?.type !== "argument_list" || textOf(list, text).includes("#")) return undefined;
  const inner = textOf(list, text).slice(1, -1).trimEnd();
  const end = list.range[0] + 1 + inner.length;
  const hasComma = inner.endsWith(",");
  const last = parts(list).at(-1);
  const indent = last && parts(list).length > 1 ? indentOf(last, text) : undefined;
  const separator = inner === "" ? "" : hasComma ? " " : ", ";
  const added =
    indent === undefined
      ? `${separator}${argument}`
      : `${hasComma ? "" : ","}${endOfLine(text)}${indent}${argument}${hasComma ? "," : ""}`;
  return replacement({ range: [end, end] }, added);
}

/** A comment on the statement's own lines, or on the line right above it. */
export function hasComment(statement: PyNode, module: PyModule): boolean {
  return commentsBeside(statement, module).length > 0;
}

/** The comments on a statement's own lines and on the line right above it. */
export function commentsBeside({ range }: Pick<PyNode, "range">, { text, comments }: PyModule): readonly PyNode[] {
  const start = text.lastIndexOf("\n", range[0] - 1) + 1;
  const end = text.indexOf("\n", range[1]) < 0 ? text.length : text.indexOf("\n", range[1]);
  return comments.filter((comment) => {
    if (comment.range[0] >= start && comment.range[0] < end) return true;
    const above = text.slice(comment.range[1], start);
    return comment.range[1] <= start && /^\r?\n$/.test(above) && isAlone(comment, text);
  });
}

/** The comment that fills the lines right above a place, whose last line `comment` is, up to its first line. */
export function commentUpTo(comment: PyNode, { text, comments }: PyModule): readonly PyNode[] {
  const lines = [comment];
  for (const before of comments.slice(0, comments.indexOf(comment)).toReversed()) {
    if (!/^\r?\n[ \t]*$/.test(text.slice(before.range[1], lines.at(-1)!.range[0])) || !isAlone(before, text)) break;
    lines.push(before);
  }
  return isAlone(comment, text) ? lines : [comment];
}

function isAlone(comment: PyNode, text: string): boolean {
  const start = text.lastIndexOf("\n", comment.range[0] - 1) + 1;
  return text.slice(start, comment.range[0]).trim() === "";
}

/** How a member of the ssl module is written at a place: `ssl.X`, under the name that `import ssl` has there. */
export function spelled(member: string, at: PyNode, module: PyModule): string | undefined {
  const alias = moduleAlias("ssl", at, module);
  return alias && `${alias}.${member}`;
}

/** The name under which a module is at hand where a node stands. */
export function moduleAlias(name: string, at: PyNode, module: PyModule): string | undefined {
  const names = new Set([...module.scopes.values()].flatMap(({ bindings }) => [...bindings.keys()]));
  return [...names].find((candidate) => {
    const bindings = bindingsOf(candidate, at, module);
    return bindings.length > 0 && bindings.every((binding) => binding.kind === "import" && binding.name === name);
  });
}

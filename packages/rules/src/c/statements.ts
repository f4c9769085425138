import { accepting, reasoning } from "../choice-words.js";
import type { Edit } from "../finding.js";
import type { CProgram } from "./program.js";
import { ancestors, type CNode, parts, textOf, unwrapped } from "./tree.js";

/** A statement of a block that is sure to be one: nothing around it failed to parse. */
export function isSure(statement: CNode): boolean {
  return (
    statement.parent?.type === "compound_statement" && ![...ancestors(statement)].some(({ type }) => type === "ERROR")
  );
}

/** The statement or declaration that a node is part of; of a condition the node itself. */
export function statementAround(node: CNode): CNode {
  for (const each of ancestors(node))
    if (each.type === "expression_statement" || each.type === "declaration") return each;
  return node;
}

/** The statement that a call is all of, `(void)` aside. */
export function wholeStatement(call: CNode): CNode | undefined {
  for (const each of ancestors(call)) {
    if (each.type === "expression_statement") {
      const [expression] = parts(each);
      return expression && unwrapped(expression) === call && isSure(each) ? each : undefined;
    }
    if (each.type !== "cast_expression" && each.type !== "parenthesized_expression") return undefined;
  }
  return undefined;
}

const startOfLine = (offset: number, text: string) => text.lastIndexOf("\n", offset - 1) + 1;

function endOfLine(offset: number, text: string): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** The white space before a node that begins its line. */
export function indentOf({ range: [start] }: CNode, text: string): string | undefined {
  const before = text.slice(startOfLine(start, text), start);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** Whether a comment says why a statement is there: one on its lines, or on the line right above. */
export function hasComment(statement: CNode, program: CProgram): boolean {
  return commentsBeside(statement, program).length > 0;
}

/** Whether a comment beside it gives the reason for what it says, which another value would belie, or accepts it for another scanner. */
export function isReasoned(statement: CNode, program: CProgram): boolean {
  const comments = commentsBeside(statement, program).map((comment) => textOf(comment, program.text));
  return comments.some((comment) => reasoning.test(comment) || accepting.test(comment));
}

function commentsBeside({ range: [start, end] }: CNode, { text, comments }: CProgram): readonly CNode[] {
  const [first, last] = [startOfLine(start, text), endOfLine(end, text)];
  return comments.filter(({ range: [from, to] }) => {
    const isBeside = from < last && to > first;
    const isAlone = text.slice(startOfLine(from, text), from).trim() === "";
    return isBeside || (to <= first && isAlone && /^\r?\n?$/.test(text.slice(to, first)));
  });
}

/** Takes a statement out with its lines; undefined where it shares them, or where a comment says why it is there. */
export function removalOf(statement: CNode, program: CProgram): readonly Edit[] | undefined {
  const { text } = program;
  const [start, end] = statement.range;
  const indent = indentOf(statement, text);
  const lineEnd = endOfLine(end, text);
  if (indent === undefined || hasComment(statement, program) || text.slice(end, lineEnd).trim() !== "")
    return undefined;
  return [{ range: [start - indent.length, Math.min(lineEnd + 1, text.length)], text: "" }];
}

/** Puts a line behind a statement, indented as it is; undefined where something else stands on its lines. */
export function lineAfter(statement: CNode, line: string, { text }: CProgram): Edit | undefined {
  const end = statement.range[1];
  const indent = indentOf(statement, text);
  const lineEnd = endOfLine(end, text);
  if (indent === undefined || !/^[ \t]*\r?$/.test(text.slice(end, lineEnd))) return undefined;
  const lineBreak = text[lineEnd - 1] === "\r" ? "\r\n" : "\n";
  const at = lineBreak === "\r\n" ? lineEnd - 1 : lineEnd;
  return { range: [at, at], text: `${lineBreak}${indent}${line}` };
}

/** The statement that makes something and gives it a name: `name = call` or a declaration of it, where the call is all of it. */
export function namingStatement(
  call: CNode,
  { text }: CProgram,
): { readonly statement: CNode; readonly name: string } | undefined {
  const { parent } = call;
  if (parent?.type === "assignment_expression" && call.field === "right") {
    const statement = parent.parent;
    const target = parent.children.find(({ field }) => field === "left");
    if (statement?.type !== "expression_statement" || !target || !isSure(statement)) return undefined;
    return isPlainName(textOf(target, text)) ? { statement, name: textOf(target, text) } : undefined;
  }
  if (parent?.type !== "init_declarator" || call.field !== "value") return undefined;
  const statement = parent.parent;
  const declarator = parent.children.find(({ field }) => field === "declarator");
  const isOne = statement && statement.children.filter(({ field }) => field === "declarator").length === 1;
  if (statement?.type !== "declaration" || !isOne || !declarator || !isSure(statement)) return undefined;
  const name = textOf(declarator, text).replaceAll(/[*\s]/g, "");
  return isPlainName(name) ? { statement, name } : undefined;
}

/** `ctx`, `self->ctx`, `this->ctx_`, `conf.ctx`: writing it twice asks for nothing twice. */
const isPlainName = (text: string) => /^\w+(?:(?:->|\.)\w+)*$/.test(text);

/** Behind a declaration of C the last of the declarations that follow it, so that no statement stands among them. */
export function lastDeclaration(statement: CNode, name: string, { text }: CProgram): CNode | undefined {
  if (statement.type !== "declaration") return statement;
  const siblings = parts(statement.parent!);
  let last = statement;
  for (const next of siblings.slice(siblings.indexOf(statement) + 1)) {
    if (next.type !== "declaration") break;
    if (new RegExp(`\\b${name}\\b`).test(textOf(next, text))) return undefined;
    last = next;
  }
  return last;
}

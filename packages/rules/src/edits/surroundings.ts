import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../source/program/file-view.js";
import { oncePerFile } from "../source/program/once-per-file.js";
import { firstFrom } from "./first-from.js";

const commentsByStart = oncePerFile(
  (program) => new Map((program.file.ast.comments ?? []).map((comment) => [comment.range[0], comment])),
);

/** The offset of the first character at or after `offset` that is neither white space nor inside a comment. */
export function nextCode(program: FileView, offset: number): number {
  const { text } = program.file;
  let at = offset;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at++;
    const comment = commentsByStart(program).get(at);
    if (!comment) return at;
    at = comment.range[1];
  }
}

/** Whether a comment stands between two offsets. */
export function hasCommentBetween(program: FileView, start: number, end: number): boolean {
  return program.file.ast.comments?.some(({ range }) => range[0] >= start && range[1] <= end) ?? false;
}

/** The text that was asked about last: a line of it may be as long as the file, and hold thousands of findings. */
let known: { readonly text: string; readonly lineStarts: readonly number[] } = { text: "", lineStarts: [0] };

function lineStartsOf(text: string): readonly number[] {
  if (known.text === text) return known.lineStarts;
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  known = { text, lineStarts };
  return lineStarts;
}

export function startOfLine(text: string, offset: number): number {
  const lineStarts = lineStartsOf(text);
  return lineStarts[Math.max(0, firstFrom(lineStarts, offset + 1, (start) => start) - 1)]!;
}

/** The offset behind the line break that ends the line of `offset`. */
export function startOfNextLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline === -1 ? text.length : newline + 1;
}

/** The offset of the line break (`\r\n` or `\n`) that ends the line of `offset`. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline === -1) return text.length;
  return text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** Whether nothing but white space stands before `start` on its line. */
export function isFirstOnLine(text: string, start: number): boolean {
  return text.slice(startOfLine(text, start), start).trim() === "";
}

/** Whether no code follows `end` on its line; a comment may, when it ends there too. */
export function isLastOnLine(program: FileView, end: number): boolean {
  const { text } = program.file;
  return nextCode(program, end) >= endOfLine(text, end) && !hasCommentAcross(program, endOfLine(text, end));
}

function hasCommentAcross(program: FileView, offset: number): boolean {
  return program.file.ast.comments?.some(({ range }) => range[0] < offset && range[1] > offset) ?? false;
}

/** A line break as the file has it around `offset`, and the white space that the line begins with. */
export function newLineLike(text: string, offset: number): string {
  const newline = text.indexOf("\n", offset);
  const nearest = newline === -1 ? text.lastIndexOf("\n", offset) : newline;
  const indent = /^[ \t]*/.exec(text.slice(startOfLine(text, offset)))![0];
  return (text[nearest - 1] === "\r" ? "\r\n" : "\n") + indent;
}

/** The statement that an expression is, where other statements may stand beside it. */
export function statementOf({ parent }: TSESTree.Node): TSESTree.ExpressionStatement | undefined {
  if (parent?.type !== "ExpressionStatement") return;
  return /^(BlockStatement|Program|SwitchCase|StaticBlock|TSModuleBlock)$/.test(parent.parent.type)
    ? parent
    : undefined;
}

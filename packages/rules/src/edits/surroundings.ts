import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../source/program/file-view.js";
import { oncePerFile } from "../source/program/once-per-file.js";
import { firstFrom } from "./first-from.js";

/** In the order of the file. */
function commentsOf({ file }: FileView): readonly TSESTree.Comment[] {
  return file.ast.comments ?? [];
}

const startOf = ({ range }: TSESTree.Comment): number => range[0];

const commentsByStart = oncePerFile(
  (program) => new Map(commentsOf(program).map((comment) => [startOf(comment), comment])),
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
  const comments = commentsOf(program);
  const next = comments[firstFrom(comments, start, startOf)];
  return next !== undefined && next.range[1] <= end;
}

/** A line of a file may be as long as the file, and hold thousands of findings. */
const lineStartsOf = oncePerFile(({ file: { text } }) => {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return lineStarts;
});

/** The index of the line that an offset is on. */
function lineOf(program: FileView, offset: number): number {
  return Math.max(0, firstFrom(lineStartsOf(program), offset + 1, (start) => start) - 1);
}

export function startOfLine(program: FileView, offset: number): number {
  return lineStartsOf(program)[lineOf(program, offset)]!;
}

/** The offset behind the line break that ends the line of `offset`. */
export function startOfNextLine(program: FileView, offset: number): number {
  return lineStartsOf(program)[lineOf(program, offset) + 1] ?? program.file.text.length;
}

/** The offset of the line break (`\r\n` or `\n`) that ends the line of `offset`. */
export function endOfLine(program: FileView, offset: number): number {
  const { text } = program.file;
  const next = lineStartsOf(program)[lineOf(program, offset) + 1];
  if (next === undefined) return text.length;
  return text[next - 2] === "\r" ? next - 2 : next - 1;
}

/** Whether nothing but white space stands before `start` on its line. */
export function isFirstOnLine(program: FileView, start: number): boolean {
  return program.file.text.slice(startOfLine(program, start), start).trim() === "";
}

/** Whether no code follows `end` on its line; a comment may, when it ends there too. */
export function isLastOnLine(program: FileView, end: number): boolean {
  const lineEnd = endOfLine(program, end);
  return nextCode(program, end) >= lineEnd && !hasCommentAcross(program, lineEnd);
}

function hasCommentAcross(program: FileView, offset: number): boolean {
  const comments = commentsOf(program);
  const before = comments[firstFrom(comments, offset, startOf) - 1];
  return before !== undefined && before.range[1] > offset;
}

/** A line break as the file has it around `offset`, and the white space that the line begins with. */
export function newLineLike(program: FileView, offset: number): string {
  const { text } = program.file;
  const line = lineOf(program, offset);
  const lineStarts = lineStartsOf(program);
  const next = lineStarts[line + 1] ?? lineStarts[line]!;
  const indent = /^[ \t]*/.exec(text.slice(lineStarts[line]))![0];
  return (text[next - 2] === "\r" ? "\r\n" : "\n") + indent;
}

/** The statement that an expression is, where other statements may stand beside it. */
export function statementOf({ parent }: TSESTree.Node): TSESTree.ExpressionStatement | undefined {
  if (parent?.type !== "ExpressionStatement") return;
  return /^(BlockStatement|Program|SwitchCase|StaticBlock|TSModuleBlock)$/.test(parent.parent.type)
    ? parent
    : undefined;
}

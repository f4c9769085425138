import type { Program } from "../source/program.js";

/** The offset of the first character at or after `offset` that is neither white space nor inside a comment. */
export function nextCode(program: Program, offset: number): number {
  const { text } = program.file;
  let at = offset;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at++;
    const comment = commentStartingAt(program, at);
    if (!comment) return at;
    at = comment.range[1];
  }
}

function commentStartingAt(program: Program, offset: number) {
  return program.file.ast.comments?.find((comment) => comment.range[0] === offset);
}

/** Whether a comment stands between two offsets. */
export function hasCommentBetween(program: Program, start: number, end: number): boolean {
  return program.file.ast.comments?.some(({ range }) => range[0] >= start && range[1] <= end) ?? false;
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
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

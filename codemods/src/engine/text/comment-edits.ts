import type { Edit, Finding } from "tls-rules";
import type { LineIndex } from "./line-index.js";

interface Lined {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Puts comments before an offset of a program: where it begins its line, on a line of their own. */
export function commentEdit({ text, lines }: Lined, start: number, comments: readonly string[]): Edit {
  const [lineStart] = lines.rangeOf(lines.placeOf(start).line);
  const indent = text.slice(lineStart, start);
  const ending = /\S/.test(indent) ? " " : lineBreakIn(text) + indent;
  return { range: [start, start], text: comments.join(" ") + ending };
}

/** The line break that a text begins with; that of Unix where it has none. */
export function lineBreakIn(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? "\n";
}

/** A marker that leaves a finding to a person. */
export function todoComment({ rule, message }: Pick<Finding, "rule" | "message">): string {
  return `/* @tls-codemod-todo ${rule}: ${withinComment(message)} */`;
}

/** Accepts a finding for a reason. */
export function ignoreComment({ rule }: Pick<Finding, "rule">, reason: string): string {
  return `/* @tls-codemod-ignore ${rule} -- ${withinComment(reason)} */`;
}

/** A text as a comment can hold it. */
export function withinComment(text: string): string {
  return text.replaceAll("*/", "* /").replaceAll(/\s+/g, " ").trim();
}

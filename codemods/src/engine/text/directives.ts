import type { Finding } from "tls-rules";
import type { LineIndex } from "./line-index.js";

type Lines = readonly [first: number, last: number];

/** `@tls-codemod-ignore rule -- reason`: the finding is known and accepted. */
export interface Ignore {
  readonly rules: readonly string[];
  /** Undefined when the comment gives none, and then it does not count. */
  readonly reason: string | undefined;
  readonly lines: Lines;
}

/** `@tls-codemod-todo rule: message`: left by `fix --mark` for a person. */
export interface Todo {
  readonly rule: string;
  readonly message: string;
  readonly offset: number;
  readonly lines: Lines;
}

/** A comment without the signs that begin and end it. */
export interface Comment {
  readonly value: string;
  readonly range: readonly [start: number, end: number];
}

/** What the comments of a file say to this tool. */
export interface Directives {
  readonly ignores: readonly Ignore[];
  readonly todos: readonly Todo[];
}

/** Every directive begins with this, so that a text without it has none. */
export const directivePrefix = "@tls-codemod-";

const ignorePattern = /@tls-codemod-ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)(?:\s+--\s+(\S.*))?$/s;
const todoPattern = /@tls-codemod-todo\s+([\w-]+)\s*:\s*(\S.*)$/s;

export function readDirectives(text: string, allComments: readonly Comment[], index: LineIndex): Directives {
  if (!text.includes(directivePrefix)) return { ignores: [], todos: [] };
  const comments = allComments.map(({ value, range }) => ({
    value,
    offset: range[0],
    lines: [index.placeOf(range[0]).line, index.placeOf(range[1]).line] as const,
  }));
  return {
    ignores: comments.flatMap(({ value, lines }) => {
      const [, rules, reason] = ignorePattern.exec(value.trimEnd()) ?? [];
      return rules ? [{ rules: rules.split(",").map((rule) => rule.trim()), reason, lines }] : [];
    }),
    todos: comments.flatMap(({ value, offset, lines }) => {
      const [, rule, message] = todoPattern.exec(value.trimEnd()) ?? [];
      return rule && message ? [{ rule, message, offset, lines }] : [];
    }),
  };
}

/** The comment that speaks of a finding: on its line, or on the line above. */
export function ignoreOf({ ignores }: Directives, { rule }: Finding, line: number): Ignore | undefined {
  return ignores.find(({ rules, lines }) => rules.includes(rule) && isBeside(lines, line));
}

/** Whether a finding carries its marker already. */
export function isMarked({ todos }: Directives, { rule }: Finding, line: number): boolean {
  return todos.some((todo) => todo.rule === rule && isBeside(todo.lines, line));
}

function isBeside([first, last]: Lines, line: number): boolean {
  return first <= line && line <= last + 1;
}

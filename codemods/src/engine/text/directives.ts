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

/** Those of several parts of a text. */
export function joinedDirectives(parts: readonly Directives[]): Directives {
  return { ignores: parts.flatMap(({ ignores }) => ignores), todos: parts.flatMap(({ todos }) => todos) };
}

/** Those of a part of a text that begins so much further on. */
export function movedDirectives({ ignores, todos }: Directives, offset: number, lines: number): Directives {
  const moved = ([first, last]: Lines): Lines => [first + lines, last + lines];
  return {
    ignores: ignores.map((ignore) => ({ ...ignore, lines: moved(ignore.lines) })),
    todos: todos.map((todo) => ({ ...todo, lines: moved(todo.lines), offset: todo.offset + offset })),
  };
}

/** The comment that speaks of a finding: on its line, or on the line above. */
export function ignoreOf({ ignores }: Directives, { rule }: Finding, line: number): Ignore | undefined {
  return byPlace(ignores, ({ rules }) => rules).get(placeOf(rule, line));
}

/** Whether a finding carries its marker already. */
export function isMarked({ todos }: Directives, { rule }: Finding, line: number): boolean {
  return byPlace(todos, (todo) => [todo.rule]).has(placeOf(rule, line));
}

const known = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>();

/** The first that speaks of a rule on a line: as many are asked for as there are findings. */
function byPlace<Directive extends { readonly lines: Lines }>(
  directives: readonly Directive[],
  rulesOf: (directive: Directive) => readonly string[],
): ReadonlyMap<string, Directive> {
  let places = known.get(directives) as Map<string, Directive> | undefined;
  if (!places) known.set(directives, (places = new Map(directives.toReversed().flatMap(placesOf))));
  return places;

  function placesOf(directive: Directive): readonly (readonly [string, Directive])[] {
    const [first, last] = directive.lines;
    return rulesOf(directive).flatMap((rule) =>
      Array.from({ length: last - first + 2 }, (_, index) => [placeOf(rule, first + index), directive] as const),
    );
  }
}

function placeOf(rule: string, line: number): string {
  return `${rule} ${line}`;
}

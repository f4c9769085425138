/** A node of a syntax tree of C or C++, in the words of tree-sitter's grammars. */
export interface CNode {
  readonly type: string;
  /** Offsets into the text, in UTF-16 units. */
  readonly range: readonly [start: number, end: number];
  /** The name that its parent's rule gives it: `function`, `arguments`, `left`. */
  readonly field: string | undefined;
  /** Named nodes in order, and those tokens that have a field. Comments stand among them. */
  readonly children: readonly CNode[];
  readonly parent: CNode | undefined;
}

/** A text that was parsed, as a host hands it over. What does not parse stands in nodes of the type `ERROR`. */
export interface CFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly tree: CNode;
  /** Those that name what is judged. */
  readonly macros: readonly CMacro[];
}

/** `#define NAME(parameters) code`: to the grammar of a file that is one token, which ends at a comment. */
export interface CMacro {
  /** Of the directive. */
  readonly range: readonly [start: number, end: number];
  /** What it stands for, as the body of a function. */
  readonly tree: CNode;
}

export const textOf = ({ range }: Pick<CNode, "range">, text: string): string => text.slice(...range);

/** The child of that field. */
export function field(node: CNode | undefined, name: string): CNode | undefined {
  return node?.children.find((child) => child.field === name);
}

/** The children that mean something. */
export function parts(node: CNode): readonly CNode[] {
  return node.children.filter(({ type }) => type !== "comment" && /^[A-Za-z_]/.test(type));
}

/** The node and all beneath it, in source order, without recursion: a text decides how deep it is nested. */
export function* descendants(node: CNode): Generator<CNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index]!);
  }
}

/** The nodes around one, the nearest first. */
export function* ancestors(node: CNode): Generator<CNode> {
  for (let next = node.parent; next; next = next.parent) yield next;
}

/** The function that a node stands in; the file where the braces do not tell. */
export function functionAround(node: CNode): CNode {
  let root = node;
  for (const each of ancestors(node)) {
    if (each.type === "function_definition" || each.type === "lambda_expression") return each;
    root = each;
  }
  return root;
}

/** What parentheses and casts stand around. */
export function unwrapped(node: CNode): CNode {
  let inner = node;
  for (;;) {
    const next =
      inner.type === "parenthesized_expression"
        ? parts(inner)[0]
        : inner.type === "cast_expression"
          ? field(inner, "value")
          : undefined;
    if (!next) return inner;
    inner = next;
  }
}

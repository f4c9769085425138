/** A node of a Python syntax tree, in the words of tree-sitter's grammar for Python 2 and 3. */
export interface PyNode {
  readonly type: string;
  /** Offsets into the text, in UTF-16 units. */
  readonly range: readonly [start: number, end: number];
  /** The name that its parent's rule gives it: `function`, `arguments`, `left`. */
  readonly field: string | undefined;
  /** Named nodes in order, and those tokens that have a field. Comments stand among them. */
  readonly children: readonly PyNode[];
  readonly parent: PyNode | undefined;
}

/** A text that was parsed, as a host hands it over. */
export interface PyFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly tree: PyNode;
}

/** The child of that field. */
export function field(node: PyNode | undefined, name: string): PyNode | undefined {
  return node?.children.find((child) => child.field === name);
}

/** The children of that field, of which a rule may have several. */
export function fields(node: PyNode, name: string): readonly PyNode[] {
  return node.children.filter((child) => child.field === name);
}

const meaningless = new Set(["comment", "line_continuation"]);

/** The children that mean something: neither comments nor tokens nor the end of a line. */
export function parts(node: PyNode): readonly PyNode[] {
  return node.children.filter(({ type }) => !meaningless.has(type) && /^[a-z_]/.test(type));
}

/** The node and all beneath it, in source order. Nesting is bounded by what the parser reads, so that no stack overflows. */
export function* descendants(node: PyNode): Generator<PyNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index]!);
  }
}

export const isWithin = ({ range: [start, end] }: PyNode, { range: outer }: PyNode): boolean =>
  start >= outer[0] && end <= outer[1];

export const textOf = (node: PyNode, text: string): string => text.slice(...node.range);

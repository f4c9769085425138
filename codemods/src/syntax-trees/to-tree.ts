import type { PyNode } from "tls-rules/python";
import type { Cursor, Tree } from "./tree-sitter.js";

type Mutable<Node> = { -readonly [Key in keyof Node]: Node[Key] };
type Draft = Mutable<PyNode> & { children: Draft[] };

/** Where the parser went wrong, as offsets; both kinds of node stand in no tree of a text that parses. */
export interface SyntaxProblem {
  readonly start: number;
}

const isEmpty = ({ range: [start, end] }: Draft) => start === end;

function draftOf(cursor: Cursor, field: string | undefined, parent: Draft | undefined, offset: number): Draft {
  return {
    type: cursor.nodeType,
    range: [cursor.startIndex + offset, cursor.endIndex + offset],
    field,
    children: [],
    parent,
  };
}

/**
 * Copies a tree into plain objects: nodes of the parser live in WebAssembly, are slow to ask and have to be freed.
 * Tokens without a field are left out. Walks without recursion, because a text decides how deep it is nested.
 * @param offset of the parsed text in the file that it is part of.
 */
export function toTree(tree: Tree, offset = 0): { readonly root: PyNode; readonly problems: readonly SyntaxProblem[] } {
  const cursor = tree.walk();
  try {
    const root = draftOf(cursor, undefined, undefined, offset);
    const problems: SyntaxProblem[] = [];
    const { hasError } = tree.rootNode;
    let parent = root;
    let depth = cursor.gotoFirstChild() ? 1 : 0;
    while (depth > 0) {
      // each question costs a call into WebAssembly
      const field = cursor.currentFieldId === 0 ? undefined : (cursor.currentFieldName ?? undefined);
      const isKept = field !== undefined || cursor.nodeIsNamed;
      const draft = isKept ? draftOf(cursor, field, parent, offset) : undefined;
      if (hasError && (draft?.type === "ERROR" || ((!draft || isEmpty(draft)) && cursor.nodeIsMissing)))
        problems.push({ start: cursor.startIndex + offset });
      if (draft) parent.children.push(draft);
      if (draft && cursor.gotoFirstChild()) {
        parent = draft;
        depth++;
        continue;
      }
      while (depth > 0 && !cursor.gotoNextSibling()) {
        cursor.gotoParent();
        depth--;
        if (depth > 0) parent = parent.parent as Draft;
      }
    }
    return { root, problems };
  } finally {
    cursor.delete();
  }
}

import type { PyNode } from "tls-rules/python";
import type { Cursor, Tree } from "./tree-sitter.js";

type Mutable<Node> = { -readonly [Key in keyof Node]: Node[Key] };
type Draft = Mutable<PyNode> & { children: Draft[] };

/** Where the parser went wrong, as offsets; both kinds of node stand in no tree of a text that parses. */
export interface SyntaxProblem {
  readonly start: number;
}

function draftOf(cursor: Cursor, parent: Draft | undefined, offset: number): Draft {
  return {
    type: cursor.nodeType,
    range: [cursor.startIndex + offset, cursor.endIndex + offset],
    field: cursor.currentFieldName ?? undefined,
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
    const root = draftOf(cursor, undefined, offset);
    const problems: SyntaxProblem[] = [];
    let parent = root;
    let depth = cursor.gotoFirstChild() ? 1 : 0;
    while (depth > 0) {
      if (cursor.nodeType === "ERROR" || cursor.nodeIsMissing) problems.push({ start: cursor.startIndex + offset });
      const isKept = cursor.nodeIsNamed || cursor.currentFieldId !== 0;
      const draft = isKept ? draftOf(cursor, parent, offset) : undefined;
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

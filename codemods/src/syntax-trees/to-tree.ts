import type { PyNode } from "tls-rules/python";
import type { Parser, Tree } from "./tree-sitter.js";

type Mutable<Node> = { -readonly [Key in keyof Node]: Node[Key] };
type Draft = Mutable<PyNode> & { children: Draft[] };

/** Where the parser went wrong, as offsets; both kinds of node stand in no tree of a text that parses. */
export interface SyntaxProblem {
  readonly start: number;
}

/** What most nodes have, which an array of their own would make twice as large. */
const noChildren: Draft[] = [];

/**
 * Copies a tree into plain objects: nodes of the parser live in WebAssembly, are slow to ask and have to be freed.
 * Tokens without a field are left out. Walks without recursion, because a text decides how deep it is nested.
 * @param offset of the parsed text in the file that it is part of.
 */
export function toTree(
  tree: Tree,
  { functions, language: { types, fields }, namedTypes }: Parser,
  offset = 0,
): { readonly root: PyNode; readonly problems: readonly SyntaxProblem[] } {
  const { hasError } = tree.rootNode;
  const { 0: address } = tree;
  const draftOf = (type: string, field: string | undefined, parent: Draft | undefined): Draft => ({
    type,
    range: [
      functions._ts_tree_cursor_start_index_wasm(address) + offset,
      functions._ts_tree_cursor_end_index_wasm(address) + offset,
    ],
    field,
    children: noChildren,
    parent,
  });
  functions._ts_tree_root_node_wasm(address);
  functions._ts_tree_cursor_new_wasm(address);
  try {
    const typeOf = (id: number) => types[id] ?? "ERROR";
    const root = draftOf(typeOf(functions._ts_tree_cursor_current_node_type_id_wasm(address)), undefined, undefined);
    const problems: SyntaxProblem[] = [];
    const isMissing = () => functions._ts_tree_cursor_current_node_is_missing_wasm(address) === 1;
    let parent = root;
    let depth = functions._ts_tree_cursor_goto_first_child_wasm(address);
    while (depth > 0) {
      const id = functions._ts_tree_cursor_current_node_type_id_wasm(address);
      const field = fields[functions._ts_tree_cursor_current_field_id_wasm(address)] ?? undefined;
      const isKept = field !== undefined || (namedTypes[id] ?? true);
      const draft = isKept ? draftOf(typeOf(id), field, parent) : undefined;
      if (hasError && (draft?.type === "ERROR" || ((!draft || isEmpty(draft)) && isMissing())))
        problems.push({ start: functions._ts_tree_cursor_start_index_wasm(address) + offset });
      if (draft) append(parent, draft);
      if (draft && functions._ts_tree_cursor_goto_first_child_wasm(address) === 1) {
        parent = draft;
        depth++;
        continue;
      }
      while (depth > 0 && functions._ts_tree_cursor_goto_next_sibling_wasm(address) !== 1) {
        functions._ts_tree_cursor_goto_parent_wasm(address);
        depth--;
        if (depth > 0) parent = parent.parent as Draft;
      }
    }
    return { root, problems };
  } finally {
    functions._ts_tree_cursor_delete_wasm(address);
  }
}

const isEmpty = ({ range: [start, end] }: Draft) => start === end;

function append(parent: Draft, draft: Draft): void {
  if (parent.children === noChildren) parent.children = [draft];
  else parent.children.push(draft);
}

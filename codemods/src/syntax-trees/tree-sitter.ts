/** As much of web-tree-sitter as is used. The package is none that has to be installed: the build copies what is needed of it. */
export interface Engine {
  readonly Parser: { new (): TextParser; init(module: EngineModule): Promise<void> };
  readonly Language: { load(path: string): Promise<Language> };
}

/** What the engine is started with; afterwards it holds what WebAssembly exports, as Emscripten has it. */
export interface EngineModule extends Partial<TreeFunctions> {
  locateFile(name: string): string;
}

/**
 * Functions of WebAssembly for the tree at an address. The cursor's place is in a buffer of theirs, which every move reads and writes,
 * so that nothing but these may be called between `new` and `delete`.
 */
export interface TreeFunctions {
  /** Puts the root's node into the buffer, from where `new` takes it. */
  _ts_tree_root_node_wasm(tree: number): void;
  _ts_tree_cursor_new_wasm(tree: number): void;
  _ts_tree_cursor_delete_wasm(tree: number): void;
  /** These three say 1 where there was one to go to. */
  _ts_tree_cursor_goto_first_child_wasm(tree: number): number;
  _ts_tree_cursor_goto_next_sibling_wasm(tree: number): number;
  _ts_tree_cursor_goto_parent_wasm(tree: number): number;
  _ts_tree_cursor_current_node_type_id_wasm(tree: number): number;
  _ts_tree_cursor_current_field_id_wasm(tree: number): number;
  _ts_tree_cursor_current_node_is_missing_wasm(tree: number): number;
  _ts_tree_cursor_start_index_wasm(tree: number): number;
  _ts_tree_cursor_end_index_wasm(tree: number): number;
}

/** Types and fields by their numbers: what went wrong is of no type, and 0 is no field. */
export interface Language {
  readonly types: readonly (string | undefined)[];
  readonly fields: readonly (string | null)[];
  nodeTypeIsNamed(id: number): boolean;
}

interface TextParser {
  setLanguage(language: Language): unknown;
  parse(text: string): Tree | null;
}

export interface Tree {
  /** Its address. */
  readonly 0: number;
  /** Whether a node is wrong or missing anywhere. */
  readonly rootNode: { readonly hasError: boolean };
  delete(): void;
}

/** Reads texts in one language. */
export interface Parser {
  readonly functions: TreeFunctions;
  readonly language: Language;
  /** By the number of a node's type, whether it is named: the same word may be a rule and a token. */
  readonly namedTypes: readonly boolean[];
  parse(text: string): Tree | null;
}

/** As much of web-tree-sitter as is used. The package is none that has to be installed: the build copies what is needed of it. */
export interface Engine {
  readonly Parser: { new (): Parser; init(options: { locateFile(name: string): string }): Promise<void> };
  readonly Language: { load(path: string): Promise<Language> };
}

declare const grammar: unique symbol;

export interface Language {
  readonly [grammar]: never;
}

export interface Parser {
  setLanguage(language: Language): unknown;
  parse(text: string): Tree | null;
}

export interface Tree {
  /** Whether a node is wrong or missing anywhere. */
  readonly rootNode: { readonly hasError: boolean };
  walk(): Cursor;
  delete(): void;
}

/** Stands at one node of a tree and moves from there. */
export interface Cursor {
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly currentFieldName: string | null;
  readonly currentFieldId: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
  delete(): void;
}

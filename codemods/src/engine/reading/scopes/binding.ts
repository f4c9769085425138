import type { TSESTree } from "@typescript-eslint/types";
import type { Definition, Reference, Variable } from "tls-rules";

/** What a declaration makes of a name, in the words that scope managers of ESLint's kind use. */
export type DefinitionType = keyof typeof spaces;

interface Spaces {
  readonly isValue: boolean;
  readonly isType: boolean;
}

const value: Spaces = { isValue: true, isType: false };
const type: Spaces = { isValue: false, isType: true };
const both: Spaces = { isValue: true, isType: true };

/** TypeScript keeps names of values and names of types apart (Handbook, Declaration Merging). */
const spaces = {
  CatchClause: value,
  ClassName: both,
  FunctionName: value,
  ImportBinding: both,
  Parameter: value,
  TSEnumMemberName: both,
  TSEnumName: both,
  TSModuleName: both,
  Type: type,
  Variable: value,
} as const;

/** Whatever declares a name: an identifier, or the string that names a member of an enum. */
export type DeclaredName = TSESTree.Identifier | TSESTree.StringLiteral;

/** One declaration of a name. */
export class NameDefinition implements Definition {
  readonly type: DefinitionType;
  readonly name: DeclaredName;
  readonly node: TSESTree.Node;

  constructor(type: DefinitionType, name: DeclaredName, node: TSESTree.Node) {
    this.type = type;
    this.name = name;
    this.node = node;
  }
}

/** For all lists that stay empty: most variables and scopes of a file have one. */
export const nothing: readonly never[] = [];

/** A name of one scope, with whatever declares it and whatever means it. */
export class DeclaredVariable implements Variable {
  readonly name: string;
  readonly defs: NameDefinition[];
  references: readonly Reference[] = nothing;

  constructor(name: string, definition: NameDefinition) {
    this.name = name;
    // a literal holds one element in the room for one, a list that grew has room for 17
    this.defs = [definition];
  }

  isIn(space: keyof Spaces): boolean {
    return this.defs.some((definition) => spaces[definition.type][space]);
  }
}

/** An identifier that takes what a name stands for. */
export class ReadReference implements Reference {
  readonly identifier: TSESTree.Node;
  resolved: DeclaredVariable | null = null;

  constructor(identifier: TSESTree.Node) {
    this.identifier = identifier;
  }

  isRead(): boolean {
    return true;
  }

  isWrite(): boolean {
    return false;
  }
}

/** An identifier that is given a value. */
export class WriteReference implements Reference {
  readonly identifier: TSESTree.Node;
  resolved: DeclaredVariable | null = null;
  /** What is assigned, or taken apart for it; null where it counts up or down. */
  readonly writeExpr: TSESTree.Node | null;
  /** Whether it is declared with the value. */
  readonly init: boolean;
  readonly #isRead: boolean;

  constructor(identifier: TSESTree.Node, writeExpr: TSESTree.Node | null, init: boolean, isRead: boolean) {
    this.identifier = identifier;
    this.writeExpr = writeExpr;
    this.init = init;
    this.#isRead = isRead;
  }

  isRead(): boolean {
    return this.#isRead;
  }

  isWrite(): boolean {
    return true;
  }
}

export type FileReference = ReadReference | WriteReference;

import type { OptionName } from "tls-rules";

/** A program as data: what the grammar draws, what the printer writes, and what shrinks to the smallest program that fails. */
export interface ProgramShape {
  readonly language: "cjs" | "mjs" | "ts";
  readonly isTest: boolean;
  /** How the flags are named and where they come from; both are read as a sign of a user's choice. */
  readonly flags: FlagNames;
  readonly flagSource: "settings" | "environment" | "parameters";
  readonly statements: readonly Statement[];
  readonly layout: Layout;
}

export type FlagNames = readonly [string, string];

/** How the text is laid out. */
export interface Layout {
  readonly eol: "\n" | "\r\n";
  readonly hasByteOrderMark: boolean;
  readonly hasSemicolons: boolean;
  readonly quote: '"' | "'";
  readonly isMultiline: boolean;
  readonly hasLastComma: boolean;
  /** What stands in the gaps, in their order; gaps beyond the list are empty. Zero is nothing. */
  readonly gaps: readonly number[];
}

export interface Flag {
  readonly kind: "flag";
  readonly index: 0 | 1;
  readonly isNegated: boolean;
}

export type Value =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "choice"; readonly flag: Flag; readonly yes: Value; readonly no: Value }
  | { readonly kind: "fallback"; readonly operator: "||" | "??"; readonly value: Value }
  | { readonly kind: "and"; readonly flag: Flag; readonly value: Value }
  | { readonly kind: "named"; readonly value: Value }
  | { readonly kind: "asserted"; readonly value: Value }
  | { readonly kind: "given" };

export type Property =
  | { readonly kind: "other"; readonly text: string }
  | { readonly kind: "option"; readonly name: OptionName; readonly key: KeyStyle; readonly value: Value }
  | { readonly kind: "spreadGiven" }
  | { readonly kind: "spreadKnown"; readonly index: number }
  | {
      readonly kind: "spread";
      readonly style: SpreadStyle;
      readonly flag: Flag;
      readonly entries: readonly Property[];
    };

export type KeyStyle = "plain" | "quoted" | "escaped" | "computed";
type SpreadStyle = "plain" | "and" | "choice" | "either";

export interface ObjectShape {
  readonly properties: readonly Property[];
  readonly wrap: "none" | "asConst" | "freeze" | "assign";
}

export type Write =
  | { readonly kind: "set"; readonly name: OptionName; readonly value: Value; readonly operator: "=" | "??=" | "||=" }
  | { readonly kind: "merge"; readonly object: ObjectShape }
  | { readonly kind: "delete"; readonly name: OptionName }
  | {
      readonly kind: "if";
      readonly flag: Flag;
      readonly writes: readonly Write[];
      readonly otherwise: readonly Write[];
    }
  | { readonly kind: "unless"; readonly name: OptionName; readonly value: Value }
  | { readonly kind: "read"; readonly name: OptionName }
  | { readonly kind: "hand over" };

export type Callee =
  | "tls.connect"
  | "https.request"
  | "https.Agent"
  | "tls.createServer"
  | "https.createServer"
  | "tls.createSecureContext";

export type Statement =
  | { readonly kind: "call"; readonly callee: Callee; readonly object: ObjectShape }
  | {
      readonly kind: "object";
      readonly object: ObjectShape;
      readonly writes: readonly Write[];
      readonly calls: readonly {
        readonly callee: Callee;
        readonly flag: Flag | undefined;
        readonly isSpread: boolean;
      }[];
    }
  | {
      readonly kind: "wrapper";
      readonly callee: Callee;
      readonly style: "spread first" | "spread last" | "assign" | "default" | "parameter";
      readonly object: ObjectShape;
      readonly calls: readonly ObjectShape[];
      readonly isExported: boolean;
    }
  | { readonly kind: "class"; readonly callee: Callee; readonly object: ObjectShape; readonly isDecorated: boolean }
  | {
      readonly kind: "table";
      readonly callee: Callee;
      readonly objects: readonly [ObjectShape, ObjectShape];
      readonly flag: Flag;
    }
  | {
      readonly kind: "test";
      readonly callee: Callee;
      readonly object: ObjectShape;
      readonly asserts: OptionName | "throws";
    }
  | { readonly kind: "process"; readonly text: string; readonly flag: Flag | undefined }
  | { readonly kind: "if"; readonly flag: Flag; readonly body: Statement; readonly otherwise: Statement | undefined };

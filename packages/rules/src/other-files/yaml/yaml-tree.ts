import type { Range } from "../../source-text.js";

/** YAML text as a tree, whatever parser has read it; ranges are offsets into the text, without anchor and tag. */
export type YamlNode = YamlMap | YamlSequence | YamlScalar | YamlAlias;

interface Written {
  readonly range: Range;
  readonly anchor: string | undefined;
}

export interface YamlMap extends Written {
  readonly kind: "map";
  /** Written with braces. */
  readonly isFlow: boolean;
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly kind: "pair";
  readonly key: YamlNode | undefined;
  readonly value: YamlNode | undefined;
}

export interface YamlSequence extends Written {
  readonly kind: "sequence";
  /** Written with brackets. */
  readonly isFlow: boolean;
  readonly items: readonly (YamlNode | undefined)[];
}

export interface YamlScalar extends Written {
  readonly kind: "scalar";
  readonly style: "plain" | "single-quoted" | "double-quoted" | "block";
  /** Unquoted, unescaped and folded. */
  readonly text: string;
}

export interface YamlAlias extends Written {
  readonly kind: "alias";
  readonly name: string;
}

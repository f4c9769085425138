import type { YamlNode, YamlPair, YamlScalar } from "tls-rules/other-files";

/** The part of a tree of yaml-eslint-parser that is read, which `eslint-plugin-yml` hands to rules. */
export interface YamlProgram {
  readonly type: "Program";
  readonly body: readonly { readonly type: "YAMLDocument"; readonly content: Content | null }[];
}

interface Written {
  readonly range: readonly [number, number];
}

interface Mapping extends Written {
  readonly type: "YAMLMapping";
  readonly style: "block" | "flow";
  readonly pairs: readonly Pair[];
}

interface Pair {
  readonly key: Content | null;
  readonly value: Content | null;
}

interface Sequence extends Written {
  readonly type: "YAMLSequence";
  readonly style: "block" | "flow";
  readonly entries: readonly (Content | null)[];
}

interface Scalar extends Written {
  readonly type: "YAMLScalar";
  readonly style: "plain" | "single-quoted" | "double-quoted" | "literal" | "folded";
  /** Missing from block scalars, whose value is always text. */
  readonly strValue?: string;
  readonly value: unknown;
}

interface Alias extends Written {
  readonly type: "YAMLAlias";
  readonly name: string;
}

interface WithMeta extends Written {
  readonly type: "YAMLWithMeta";
  readonly anchor: { readonly name: string } | null;
  readonly value: Exclude<Content, WithMeta> | null;
}

type Content = Mapping | Sequence | Scalar | Alias | WithMeta;

export function toYamlNode(content: Content | null, anchor?: string): YamlNode | undefined {
  if (!content) return;
  const written = { range: content.range, anchor };
  switch (content.type) {
    case "YAMLWithMeta":
      return toYamlNode(content.value, content.anchor?.name);
    case "YAMLMapping":
      return { ...written, kind: "map", isFlow: content.style === "flow", pairs: content.pairs.map(toYamlPair) };
    case "YAMLSequence":
      return {
        ...written,
        kind: "sequence",
        isFlow: content.style === "flow",
        items: content.entries.map((entry) => toYamlNode(entry)),
      };
    case "YAMLScalar":
      return { ...written, kind: "scalar", style: styleOf(content), text: content.strValue ?? String(content.value) };
    case "YAMLAlias":
      return { ...written, kind: "alias", name: content.name };
  }
}

function toYamlPair({ key, value }: Pair): YamlPair {
  return { kind: "pair", key: toYamlNode(key), value: toYamlNode(value) };
}

function styleOf({ style }: Scalar): YamlScalar["style"] {
  return style === "literal" || style === "folded" ? "block" : style;
}

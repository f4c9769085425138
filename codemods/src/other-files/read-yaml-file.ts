import {
  readYaml,
  type Setting,
  type YamlKind,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from "tls-rules/other-files";
import type { Node, Pair, Scalar } from "yaml";
import { yamlParser } from "./parsers.js";
import { syntaxError } from "./syntax-error.js";
import { withoutTemplateActions } from "./yaml-templates.js";

/** The variables and commands of a YAML file. Throws a SyntaxError for a text that is no YAML. */
export function readYamlFile(kind: YamlKind, path: string, file: string): readonly Setting[] {
  return readYaml(kind, file, parseDocuments(path, kind === "yaml" ? withoutTemplateActions(file) : file));
}

function parseDocuments(path: string, file: string): readonly (YamlNode | undefined)[] {
  const documents = yamlParser().parseAllDocuments(file, { uniqueKeys: false, prettyErrors: false });
  return [documents].flat().map(({ errors: [error], contents }) => {
    if (error) throw syntaxError(path, file, error.pos[0], error.message);
    return toYamlNode(contents);
  });
}

function toYamlNode(node: Node | null | undefined): YamlNode | undefined {
  const { isAlias, isMap, isScalar, isSeq } = yamlParser();
  if (!node?.range) return;
  const [start, end] = node.range;
  const written = { range: [start, end] as const, anchor: isAlias(node) ? undefined : (node as Scalar).anchor };
  if (isAlias(node)) return { ...written, kind: "alias", name: node.source };
  if (isMap<Node | null, Node | null>(node))
    return { ...written, kind: "map", isFlow: node.flow === true, pairs: node.items.map(toYamlPair) };
  if (isSeq<Node | null>(node))
    return { ...written, kind: "sequence", isFlow: node.flow === true, items: node.items.map(toYamlNode) };
  return isScalar(node)
    ? { ...written, kind: "scalar", style: styleOf(node), text: node.source ?? String(node.value ?? "") }
    : undefined;
}

function toYamlPair({ key, value }: Pair<Node | null, Node | null>): YamlPair {
  return { kind: "pair", key: toYamlNode(key), value: toYamlNode(value) };
}

const styles: Readonly<Record<string, YamlScalar["style"]>> = {
  QUOTE_DOUBLE: "double-quoted",
  QUOTE_SINGLE: "single-quoted",
  BLOCK_FOLDED: "block",
  BLOCK_LITERAL: "block",
};

function styleOf({ type }: Scalar): YamlScalar["style"] {
  return styles[type ?? ""] ?? "plain";
}

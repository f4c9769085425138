import { isYamlKind, readPackageJson, readYaml, type Setting } from "tls-rules/other-files";
import type { LintedFile } from "../linted-file.js";
import { type JsonDocument, toJsonNode } from "./json-tree.js";
import { toYamlNode, type YamlProgram } from "./yaml-tree.js";

const known = new WeakMap<object, readonly Setting[]>();

/** What a package.json, workflow, compose or GitLab file sets; read once for all rules. Nothing where another language's parser has read it. */
export function readSettings(file: LintedFile, tree: object): readonly Setting[] {
  const settings = known.get(tree) ?? read(file, tree);
  known.set(tree, settings);
  return settings;
}

function read({ kind, text }: LintedFile, tree: object): readonly Setting[] {
  if (kind === "package-json" && isJson(tree)) return readPackageJson(text, toJsonNode(tree.body));
  if (isYamlKind(kind) && isYaml(tree))
    return readYaml(
      kind,
      text,
      tree.body.map(({ content }) => toYamlNode(content)),
    );
  return [];
}

function isJson(tree: object): tree is JsonDocument {
  return "type" in tree && tree.type === "Document";
}

function isYaml(tree: object): tree is YamlProgram {
  return "body" in tree && Array.isArray(tree.body) && tree.body.every(({ type }) => type === "YAMLDocument");
}

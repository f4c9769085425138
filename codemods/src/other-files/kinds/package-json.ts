import type { Node } from "jsonc-parser";
import { type JsonMember, type JsonNode, type Range, readPackageJson, type Setting } from "tls-rules/other-files";
import { jsonParser } from "../parsers.js";
import { syntaxError } from "../syntax-error.js";

/** What a package.json sets. Throws a SyntaxError for a text that is no JSON. */
export default function parsePackageJson(path: string, file: string): readonly Setting[] {
  const { parseTree, printParseErrorCode } = jsonParser();
  const errors: { error: number; offset: number }[] = [];
  const root = parseTree(file, errors as never, { allowTrailingComma: false, disallowComments: true });
  const [first] = errors;
  if (first) throw syntaxError(path, file, first.offset, printParseErrorCode(first.error));
  return root ? readPackageJson(file, toJsonNode(root)) : [];
}

function toJsonNode(node: Node): JsonNode {
  const range = rangeOf(node);
  const children = node.children ?? [];
  switch (node.type) {
    case "object":
      return { kind: "object", members: children.flatMap(toMember), range };
    case "array":
      return { kind: "array", elements: children.map(toJsonNode), range };
    case "string":
    case "number":
      return { kind: node.type, range };
    default:
      return { kind: "other", range };
  }
}

function toMember(property: Node): readonly JsonMember[] {
  const [key, value] = property.children ?? [];
  return key && value ? [{ name: String(key.value), value: toJsonNode(value), range: rangeOf(property) }] : [];
}

function rangeOf({ offset, length }: Node): Range {
  return [offset, offset + length];
}

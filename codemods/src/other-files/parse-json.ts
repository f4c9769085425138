import type { Node, ParseOptions } from "jsonc-parser";
import type { JsonMember, JsonNode, Range } from "tls-rules/other-files";
import { jsonParser } from "./parsers.js";
import { syntaxError } from "./syntax-error.js";

/** JSON text as a tree; undefined where there is none. Throws a SyntaxError for a text that is no JSON. */
export function parseJson(path: string, file: string, options: ParseOptions): JsonNode | undefined {
  const { parseTree, printParseErrorCode } = jsonParser();
  const errors: { error: number; offset: number }[] = [];
  const root = parseTree(file, errors as never, options);
  const [first] = errors;
  if (first) throw syntaxError(path, file, first.offset, printParseErrorCode(first.error));
  return root && toJsonNode(root);
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

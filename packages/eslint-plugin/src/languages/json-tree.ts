import type { JsonMember, JsonNode, Range } from "tls-rules/other-files";

/** The part of a tree of `@eslint/json` that is read. */
export interface JsonDocument {
  readonly type: "Document";
  readonly body: MomoaNode;
}

interface MomoaNode {
  readonly type: string;
  readonly range: Range;
  readonly members?: readonly MomoaMember[];
  readonly elements?: readonly { readonly value: MomoaNode }[];
}

interface MomoaMember {
  readonly name: { readonly value?: string; readonly name?: string };
  readonly value: MomoaNode;
  readonly range: Range;
}

export function toJsonNode({ type, range, members, elements }: MomoaNode): JsonNode {
  if (members) return { kind: "object", members: members.map(toMember), range };
  if (elements) return { kind: "array", elements: elements.map(({ value }) => toJsonNode(value)), range };
  return { kind: type === "String" ? "string" : type === "Number" ? "number" : "other", range };
}

/** In JSON5 a name may stand without quotes, as an identifier. */
function toMember({ name, value, range }: MomoaMember): JsonMember {
  return { name: name.value ?? name.name ?? "", value: toJsonNode(value), range };
}

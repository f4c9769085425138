import type { Range } from "../source-text.js";

/** JSON text as a tree, whatever parser has read it; ranges are offsets into the text and include quotes and brackets. */
export type JsonNode =
  | { readonly kind: "object"; readonly members: readonly JsonMember[]; readonly range: Range }
  | { readonly kind: "array"; readonly elements: readonly JsonNode[]; readonly range: Range }
  | { readonly kind: "string" | "number" | "other"; readonly range: Range };

export interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
  /** From the name to the end of the value. */
  readonly range: Range;
}

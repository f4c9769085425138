import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { membersOf } from "./module-bindings.js";
import type { Primitive } from "./operators.js";

/** A global of Node and of browsers that the types of the language alone do not know. */
declare const atob: (base64: string) => string;

const verbatim = (text: string) => text;

const decoders: ReadonlyMap<Primitive, (text: string) => string | undefined> = new Map<
  Primitive,
  (text: string) => string | undefined
>([
  [undefined, verbatim],
  ...["utf8", "utf-8", "ascii", "latin1", "binary"].map((encoding) => [encoding, verbatim] as const),
  ["base64", decodeBase64],
]);

function decodeBase64(text: string): string | undefined {
  const digits = text.replace(/\s/g, "").replace(/(?<!=)=+$/, "");
  return /^[A-Za-z\d+/]*$/.test(digits) && digits.length % 4 !== 1 ? atob(digits) : undefined;
}

/** What a buffer of such a text holds, as text again; undefined where the encoding is not known. */
export function decodedText(text: Primitive, encoding: Primitive): string | undefined {
  return typeof text === "string"
    ? decoders.get(typeof encoding === "string" ? encoding.toLowerCase() : encoding)?.(text)
    : undefined;
}

/** Whether an expression is `Buffer`, the global or an import. */
export function isBuffer(program: FileView, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === "Identifier" && node.name === "Buffer" && program.isGlobal(node)) return true;
  return membersOf(program, node).some(({ module, path }) => module === "buffer" && path.join(".") === "Buffer");
}

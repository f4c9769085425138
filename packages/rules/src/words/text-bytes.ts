/** A global of Node and of browsers that the types of the language alone do not know. */
declare const TextEncoder: new () => { encodeInto(text: string, bytes: Uint8Array): { readonly written: number } };

const encoder = new TextEncoder();
let shared = new Uint8Array(65_536);

/** A text in UTF-8, in bytes that hold until the next call: for searches, which are several times faster on bytes than on a string. */
export function textBytes(text: string): { readonly bytes: Uint8Array; readonly length: number } {
  if (shared.length < text.length * 3) shared = new Uint8Array(text.length * 3);
  return { bytes: shared, length: encoder.encodeInto(text, shared).written };
}

import type { FileView } from "../source/program/file-view.js";
import { unwrap } from "../source/program/unwrap.js";
import type { TlsOptions } from "../source/sites/tls-options.js";
import type { PropertyWrite } from "../source/values/layers.js";
import { insertionAfter } from "./insertion.js";
import type { Mend, Mender } from "./mend.js";

/** Puts a word of the client's own into its options. Undefined where the options are not ours to edit, or not written out as an object. */
export function additionOf(
  program: FileView,
  { holder, writes }: TlsOptions,
  word: string,
  value: string,
  owns: Mender["owns"],
): Mend | undefined {
  const source = `${word}: ${value}`;
  const remedy = `Add \`${source}\`.`;
  const object = holder && owns(holder) ? unwrap(holder.value) : undefined;
  if (object?.type === "ObjectExpression" && object.properties.length === 0)
    return { edits: [{ range: object.range, text: `{ ${source} }` }], remedy };
  const last = writes.findLast((write) => isAlwaysThere(write) && owns(write));
  const edits = last && insertionAfter(program, last, word, value);
  return edits && { edits, remedy };
}

/** Whether a property stands in an object that is not itself a part that may be missing: of `{ ...(ca ? { ca } : {}) }`, say. */
function isAlwaysThere({ node }: PropertyWrite): boolean {
  const object = node.type === "Property" ? node.parent : undefined;
  return object !== undefined && !/^(Conditional|Logical)Expression$|^SpreadElement$/.test(object.parent!.type);
}

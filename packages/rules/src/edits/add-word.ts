import type { TSESTree } from "@typescript-eslint/types";
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

/** Puts objects within each other beside a property of an object literal that has none of that name. */
export function nestedAddition(
  program: FileView,
  beside: PropertyWrite,
  [outermost, ...path]: readonly string[],
  source: string,
  owns: Mender["owns"],
): Mend | undefined {
  const object = beside.node.parent;
  if (outermost === undefined || object?.type !== "ObjectExpression" || !owns(beside) || !isAlwaysThere(beside)) return;
  if (object.properties.some((property) => property.type !== "Property" || isNamed(property.key, outermost))) return;
  const value = path.reduceRight((inside, name) => `{ ${name}: ${inside} }`, `{ ${source} }`);
  const edits = insertionAfter(program, beside, outermost, value);
  return edits && { edits, remedy: `Add \`${outermost}: ${value}\`.` };
}

function isNamed(key: TSESTree.Node, name: string): boolean {
  return key.type === "Identifier" ? key.name === name : key.type !== "Literal" || key.value === name;
}

/** Whether a property stands in an object that is not itself a part that may be missing: of `{ ...(ca ? { ca } : {}) }`, say. */
function isAlwaysThere({ node }: PropertyWrite): boolean {
  const object = node.type === "Property" ? node.parent : undefined;
  return object !== undefined && !/^(Conditional|Logical)Expression$|^SpreadElement$/.test(object.parent!.type);
}

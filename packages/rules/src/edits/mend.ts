import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { OptionName } from "../option-names.js";
import type { PropertyWrite } from "../source/layers.js";
import type { Program } from "../source/program.js";
import type { Primitive } from "../source/static-value.js";
import type { OptionValue, TlsOptions } from "../source/tls-options.js";
import { editableNode } from "./editable-node.js";
import { literal, dominantQuote, quoteOf } from "./literal.js";
import { insertionAfter } from "./insert-property.js";
import { removalOf } from "./remove-property.js";

/** Edits that belong together, and the sentence that says what they do. */
export interface Mend {
  readonly edits: readonly Edit[];
  readonly remedy: string;
}

/** Writes text for the mends that rules offer. Every method answers undefined where the text is not ours to change. */
export interface Mender {
  /** Gives an option another value where the program writes the present one. `value` is in Node's terms. */
  replaceValue(value: OptionValue, to: Primitive): Mend | undefined;
  /** Turns one option into another: `secureProtocol: 'TLSv1_method'` into `minVersion: 'TLSv1.2'`. */
  replaceOption(value: OptionValue, option: OptionName, to: Primitive): Mend | undefined;
  /** Takes an option out, with its comma or statement. */
  removeOption(value: OptionValue): Mend | undefined;
  /** Takes out a property or an assignment that is no option: an environment variable, say. */
  removeWrite(node: TSESTree.Node, name: string): Mend | undefined;
  /** Puts an option behind another one of the same object. */
  addOption(after: OptionValue, option: OptionName, to: Primitive): Mend | undefined;
  /** Replaces the text of any node; for values that are not options. */
  replaceNode(node: { readonly range: readonly [number, number] }, text: string, remedy: string): Mend;
  /** Several mends as one. */
  all(...mends: readonly (Mend | undefined)[]): Mend | undefined;
}

export function createMender(program: Program, options: TlsOptions | undefined): Mender {
  const { text } = program.file;
  const named = (option: OptionName) => (options ? options.nameOf(option) : option);
  return {
    replaceValue(value, to) {
      if (value.replace) return value.replace(to);
      const native = value.toNative(to);
      const node = value.write.owned ? editableNode(program, value) : undefined;
      if (!node || (native === undefined && to !== undefined)) return;
      const written = literal(native, quoteOf(program.textOf(node)) ?? dominantQuote(text));
      return { edits: [{ range: node.range, text: written }], remedy: `Set \`${value.write.key}\` to ${shown(native)}.` };
    },
    replaceOption(value, option, to) {
      const name = named(option);
      const key = name === undefined ? undefined : keyEdit(program, value.write, name);
      if (!value.write.owned || !key) return;
      const written = (quote: string | undefined) => literal(to, quote ?? dominantQuote(text));
      const remedy = `Replace \`${value.write.key}\` with \`${name}: ${literal(to, "'")}\`.`;
      if (isShorthand(value.write)) {
        return { edits: [{ range: value.write.node.range, text: `${name}: ${written(undefined)}` }], remedy };
      }
      const { value: expression } = value.write;
      const quote = quoteOf(program.textOf(value.node)) ?? quoteOf(program.textOf(expression));
      return { edits: [key, { range: expression.range, text: written(quote) }], remedy };
    },
    removeOption(value) {
      if (value.replace) return value.replace(undefined);
      const edits = value.write.owned ? removalOf(program, value.write.node) : undefined;
      return edits && { edits, remedy: `Remove \`${value.write.key}\`.` };
    },
    removeWrite(node, name) {
      const edits = removalOf(program, node);
      return edits && { edits, remedy: `Remove \`${name}\`.` };
    },
    addOption(after, option, to) {
      const name = named(option);
      const source = `${name}: ${literal(to, quoteOf(program.textOf(after.node)) ?? dominantQuote(text))}`;
      const edits = after.write.owned && name !== undefined ? insertionAfter(program, after.write, source) : undefined;
      return edits && { edits, remedy: `Add \`${name}: ${literal(to, "'")}\`.` };
    },
    replaceNode: (node, written, remedy) => ({ edits: [{ range: [node.range[0], node.range[1]], text: written }], remedy }),
    all(...mends) {
      const present = mends.filter((mend) => mend !== undefined);
      if (present.length < mends.length) return;
      return { edits: present.flatMap((mend) => mend.edits), remedy: present.map((mend) => mend.remedy).join(" ") };
    },
  };
}

function shown(value: Primitive): string {
  return typeof value === "string" ? literal(value, "'") : `\`${String(value)}\``;
}

function isShorthand(write: PropertyWrite): boolean {
  return write.node.type === "Property" && write.node.shorthand;
}

function keyEdit(program: Program, write: PropertyWrite, name: string): Edit | undefined {
  const { keyNode, node } = write;
  const key = program.textOf(keyNode);
  const quote = quoteOf(key);
  if (quote) return { range: keyNode.range, text: literal(name, quote) };
  const named = node.type === "AssignmentExpression" ? node.left : node;
  return "computed" in named && !named.computed ? { range: keyNode.range, text: name } : undefined;
}

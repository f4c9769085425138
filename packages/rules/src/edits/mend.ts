import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { OptionName } from "../option-names.js";
import type { FileView } from "../source/program/file-view.js";
import { standsIn } from "../source/program/view-at.js";
import { isOwned } from "../source/sites/is-owned.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import type { PropertyWrite } from "../source/values/layers.js";
import { alternativesOf, type Primitive } from "../source/values/static-value.js";
import { additionOf } from "./add-word.js";
import { editableNode } from "./editable-node.js";
import { insertionAfter } from "./insertion.js";
import { dominantQuote, literal, quoteOf } from "./literal.js";
import { removalOf } from "./removal.js";
import { replaceSaid } from "./said-value.js";

/** Edits that belong together, and the sentence that says what they do. */
export interface Mend {
  readonly edits: readonly Edit[];
  readonly remedy: string;
}

/** Writes text for the mends that rules offer. Every method answers undefined where the text is not ours to change, or stands in another file. */
export interface Mender {
  /** Gives an option another value where the program writes the present one. `value` is in Node's terms. A long value wants a remedy of its own. */
  replaceValue(value: OptionValue, to: Primitive, remedy?: string): Mend | undefined;
  /** Turns one option into another: `secureProtocol: 'TLSv1_method'` into `minVersion: 'TLSv1.2'`. */
  replaceOption(value: OptionValue, option: OptionName, to: Primitive): Mend | undefined;
  /** Takes an option out, with its comma or statement. */
  removeOption(value: OptionValue): Mend | undefined;
  /** Takes out a property or an assignment that is no option: an environment variable, say. */
  removeWrite(node: TSESTree.Node, name: string): Mend | undefined;
  /** Puts an option behind another one of the same object. */
  addOption(after: OptionValue, option: OptionName, to: Primitive): Mend | undefined;
  /** Puts a word of the client's own into the options. */
  addWord(word: string, value: string): Mend | undefined;
  /** Replaces the text of any node; for values that are not options. */
  replaceNode(node: { readonly range: readonly [number, number] }, text: string, remedy: string): Mend;
  /** Whether what a write says is ours to edit; false for what stands in another file. */
  owns(write: PropertyWrite): boolean;
}

export function createMender(program: FileView, options: TlsOptions | undefined): Mender {
  const { text } = program.file;
  const named = (option: OptionName) => (options ? options.nameOf(option) : option);
  const owns = (write: PropertyWrite) => standsIn(program, write.node) && isOwned(program, write);
  return {
    replaceValue(value, to, remedy) {
      if (!owns(value.write)) return;
      if (value.said) return replaceSaid(program, value, to);
      const native = value.toNative(to);
      const node = isReplaceable(value.write) ? editableNode(program, value) : undefined;
      if (!node || (native === undefined && to !== undefined)) return;
      const { write } = value;
      const written = literal(native, quoteOf(program.textOf(node)) ?? dominantQuote(text));
      const edit =
        isShorthand(write) && node === write.value
          ? { range: write.node.range, text: `${write.key}: ${written}` }
          : { range: node.range, text: written };
      return { edits: [edit], remedy: remedy ?? `Set \`${write.key}\` to ${shown(native)}.` };
    },
    replaceOption(value, option, to) {
      const { write } = value;
      const name = named(option);
      const key =
        name !== undefined && owns(write) && isReplaceable(write) && hasOneValue(program, write)
          ? keyEdit(program, write, name)
          : undefined;
      if (!key) return;
      const written = literal(
        to,
        quoteOf(program.textOf(value.node)) ?? quoteOf(program.textOf(write.value)) ?? dominantQuote(text),
      );
      const remedy = `Replace \`${write.key}\` with \`${name}: ${literal(to, "'")}\`.`;
      if (isShorthand(write)) return { edits: [{ range: write.node.range, text: `${name}: ${written}` }], remedy };
      return { edits: [key, { range: write.value.range, text: written }], remedy };
    },
    removeOption(value) {
      if (!owns(value.write)) return;
      if (value.said) return replaceSaid(program, value, undefined);
      if (!hasOneValue(program, value.write)) return;
      const edits = removalOf(program, value.write.node);
      return edits && { edits, remedy: `Remove \`${value.write.key}\`.` };
    },
    removeWrite(node, name) {
      const edits = standsIn(program, node) ? removalOf(program, node) : undefined;
      return edits && { edits, remedy: `Remove \`${name}\`.` };
    },
    addOption(after, option, to) {
      const name = named(option);
      if (name === undefined || !owns(after.write)) return;
      const edits = insertionAfter(
        program,
        after.write,
        name,
        literal(to, quoteOf(program.textOf(after.node)) ?? dominantQuote(text)),
      );
      return edits && { edits, remedy: `Add \`${name}: ${literal(to, "'")}\`.` };
    },
    addWord: (word, value) => options && additionOf(program, options, word, value, owns),
    replaceNode: (node, written, remedy) => ({
      edits: [{ range: [node.range[0], node.range[1]], text: written }],
      remedy,
    }),
    owns,
  };
}

/** Whether nothing else is dropped where a write goes as a whole: another branch, or an operand that is not known. */
function hasOneValue(program: FileView, { value }: PropertyWrite): boolean {
  const [only, ...others] = alternativesOf(program, value);
  return others.length === 0 && only?.kind !== "unknown";
}

function shown(value: Primitive): string {
  return typeof value === "string" ? literal(value, "'") : `\`${String(value)}\``;
}

/** `|=` and `+=` write no whole value. */
function isReplaceable({ operator }: PropertyWrite): boolean {
  return ["=", "||=", "??=", "&&="].includes(operator);
}

function isShorthand(write: PropertyWrite): boolean {
  return write.node.type === "Property" && write.node.shorthand && write.node.parent.type === "ObjectExpression";
}

/** Other names of a property than in an object literal or assignment are names for the rest of the file too. */
function keyEdit(program: FileView, { keyNode, node }: PropertyWrite, name: string): Edit | undefined {
  const named = node.type === "AssignmentExpression" ? node.left : node;
  const isPlain =
    named.type === "MemberExpression" ||
    (named.type === "Property" && !named.method && named.parent.type === "ObjectExpression");
  if (!isPlain) return;
  const quote = quoteOf(program.textOf(keyNode));
  if (quote) return { range: keyNode.range, text: literal(name, quote) };
  return named.computed ? undefined : { range: keyNode.range, text: name };
}

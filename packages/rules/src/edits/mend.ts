import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { OptionName } from "../option-names.js";
import type { FileView } from "../source/program/file-view.js";
import { unwrap } from "../source/program/unwrap.js";
import { standsIn } from "../source/program/view-at.js";
import { isWithin } from "../source/program/walk.js";
import { isOwned } from "../source/sites/is-owned.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import type { PropertyWrite } from "../source/values/layers.js";
import { alternativesOf, type Primitive } from "../source/values/static-value.js";
import { additionOf, nestedAddition } from "./add-word.js";
import { editableNode } from "./editable-node.js";
import { insertionAfter } from "./insertion.js";
import { dominantQuote, literal, quoteOf } from "./literal.js";
import { coversNoFunction, isAskedFor, isCovering, isNameRead, isRenamable } from "./other-writes.js";
import { removalOf } from "./removal.js";
import { replaceSaid } from "./said-value.js";

/** Edits that belong together, and the sentence that says what they do. */
export interface Mend {
  readonly edits: readonly Edit[];
  readonly remedy: string;
  /** What becomes of options, for everybody who reads them. */
  readonly changes?: readonly Change[];
  /** What else is written anew of objects that others may read: a part of a value that is not known as a whole. */
  readonly writes?: readonly PropertyWrite[];
  /** Whether something out of sight may not get along with it. */
  readonly isUnsure?: boolean;
  /** Whether a setting goes, so that nothing is left for a comment beside it to speak of. */
  readonly isRemoval?: boolean;
}

/** What becomes of an option that a write gives. */
export interface Change {
  readonly write: PropertyWrite;
  /** The value that is another one afterwards; undefined where the option itself goes. */
  readonly value?: OptionValue;
  /** The option that is written afterwards. */
  readonly to?: { readonly option: OptionName; readonly value: Primitive };
  /** Whether what the write gave stays beside it. */
  readonly isAddition?: boolean;
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
  /** Puts a word of the client's own into objects that are not there yet, beside a property of the outermost. */
  addNested(beside: PropertyWrite, path: readonly string[], word: string, value: string): Mend | undefined;
  /** Replaces the text of any node; for values that are not options. */
  replaceNode(node: { readonly range: readonly [number, number] }, text: string, remedy: string): Mend;
  /** Whether what a write says is ours to edit; false for what stands in another file. */
  owns(write: PropertyWrite): boolean;
  /** Several mends as one. */
  all(...mends: readonly (Mend | undefined)[]): Mend | undefined;
}

export function createMender(program: FileView, options: TlsOptions | undefined): Mender {
  const { text } = program.file;
  const named = (option: OptionName) => (options ? options.nameOf(option) : option);
  const owns = (write: PropertyWrite) => standsIn(program, write.node) && isOwned(program, write);
  const addOption: Mender["addOption"] = (after, option, to) => {
    const name = named(option);
    if (name === undefined || !owns(after.write) || isNameRead(program, after.write, name)) return;
    const edits = insertionAfter(
      program,
      after.write,
      name,
      literal(to, quoteOf(program.textOf(after.node)) ?? dominantQuote(text)),
    );
    const changes = [{ write: after.write, to: { option, value: to }, isAddition: true }];
    return edits && { edits, remedy: `Add \`${name}: ${literal(to, "'")}\`.`, changes };
  };
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
      const changes = [
        { write, ...(isWithin(value.node, node) && { value }), to: { option: value.option, value: to } },
      ];
      return { edits: [edit], remedy: remedy ?? settingTo(write.key, shown(native)), changes };
    },
    replaceOption(value, option, to) {
      const { write } = value;
      const name = named(option);
      const isOurs = owns(write) && isReplaceable(write) && hasOneValue(program, write);
      const isNamed = name !== undefined && isOurs && isRenamable(program, value, name);
      const key = isNamed ? keyEdit(program, write, name) : undefined;
      if (!key || isAskedFor(program, write)) return;
      if (isCovering(program, write)) return together(coverOf(program, value), addOption(value, option, to));
      const written = literal(
        to,
        quoteOf(program.textOf(value.node)) ?? quoteOf(program.textOf(write.value)) ?? dominantQuote(text),
      );
      const remedy = `Replace \`${write.key}\` with \`${name}: ${literal(to, "'")}\`.`;
      const edits = isShorthand(write)
        ? [{ range: write.node.range, text: `${name}: ${written}` }]
        : [key, { range: write.value.range, text: written }];
      return { edits, remedy, changes: [{ write, to: { option, value: to } }] };
    },
    removeOption(value) {
      if (!owns(value.write)) return;
      if (value.said) return replaceSaid(program, value, undefined);
      const { write } = value;
      if (!hasOneValue(program, write) || isAskedFor(program, write)) return;
      const isUnsure = isCovering(program, write);
      // what it stands in for where there is none would come to light with what lies below both
      if (isUnsure && write.operator !== "=") return;
      const cover = isUnsure ? coverOf(program, value) : undefined;
      if (cover) return cover;
      if (value.option === "checkServerIdentity" && coversNoFunction(program, write)) return;
      const edits = removalOf(program, write.node);
      return edits && { edits, remedy: `Remove \`${write.key}\`.`, changes: [{ write }], isUnsure };
    },
    removeWrite(node, name) {
      const edits = standsIn(program, node) ? removalOf(program, node) : undefined;
      return edits && { edits, remedy: `Remove \`${name}\`.` };
    },
    addOption,
    addWord: (word, value) => options && additionOf(program, options, word, value, owns),
    addNested: (beside, path, word, value) => nestedAddition(program, beside, path, `${word}: ${value}`, owns),
    replaceNode: (node, written, remedy) => ({
      edits: [{ range: [node.range[0], node.range[1]], text: written }],
      remedy,
    }),
    owns,
    all: together,
  };
}

/** Several mends as one; none where one is missing. */
function together(...mends: readonly (Mend | undefined)[]): Mend | undefined {
  const present = mends.filter((mend) => mend !== undefined);
  if (present.length < mends.length) return;
  return {
    edits: present.flatMap((mend) => mend.edits),
    remedy: present.map((mend) => mend.remedy).join(" "),
    changes: present.flatMap((mend) => mend.changes ?? []),
    writes: present.flatMap((mend) => mend.writes ?? []),
    isUnsure: present.some((mend) => mend.isUnsure),
  };
}

/** Whether nothing else is dropped where a write goes as a whole: another branch, an operand that is not known, or one that is never looked at. */
function hasOneValue(program: FileView, { value }: PropertyWrite): boolean {
  const [only, ...others] = alternativesOf(program, value);
  const node = unwrap(value);
  const hasFallback = node.type === "LogicalExpression" && node.operator !== "&&";
  return others.length === 0 && only?.kind !== "unknown" && !hasFallback;
}

/** The options of which `undefined` says no more than silence, in every release: others lose a default by it, or an assertion fails. */
const leftOutByUndefined = new Set<OptionName>([
  "minVersion",
  "maxVersion",
  "secureProtocol",
  "secureOptions",
  "ciphers",
  "ecdhCurve",
  "sigalgs",
  "dhparam",
]);

/** Lets an option go on covering what lies below it, with nothing of its own to say. */
function coverOf(program: FileView, { write, option }: OptionValue): Mend | undefined {
  const { node, value } = write;
  const isPlain =
    node.type === "AssignmentExpression" || (node.type === "Property" && node.parent.type === "ObjectExpression");
  const isLeftOut = write.key === option && leftOutByUndefined.has(option);
  if (!isLeftOut || !isPlain || write.operator !== "=" || program.textOf(value) === "undefined") return;
  const edit = isShorthand(write)
    ? { range: node.range, text: `${write.key}: undefined` }
    : { range: value.range, text: "undefined" };
  const remedy = `Set \`${write.key}\` to \`undefined\`, which still covers what may be written before it.`;
  return { edits: [edit], remedy, changes: [{ write, to: { option, value: undefined } }] };
}

// an editor's menu has room for no more
const titleLimit = 80;

function settingTo(key: string, value: string): string {
  const whole = `Set \`${key}\` to ${value}.`;
  return whole.length < titleLimit ? whole : `Set \`${key}\` to what is sound of it.`;
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

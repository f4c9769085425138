import type { TSESTree } from "@typescript-eslint/types";
import type { Client, ClientSide, InsecureDefault, Refusal, Sink, Trust, Vocabulary } from "../../define-client.js";
import type { Certainty } from "../../finding.js";
import { isOptionName, type OptionName } from "../../option-names.js";
import { type Guard, isConditional } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import type { Layer, PropertyWrite } from "../values/layers.js";
import { binaryOperators } from "../values/operators.js";
import {
  type Alternative,
  alternativesOf,
  combineValues,
  type FunctionNode,
  type Primitive,
  unknownValue,
} from "../values/static-value.js";

/** One value that one TLS option may have, in Node's own terms, and where the program says so. */
export interface OptionValue {
  readonly option: OptionName;
  /** What Node sees: the client's own value translated (`trustServerCertificate: true` is `false` here). Only for `kind: "known"`. */
  readonly value: Primitive;
  readonly kind: Exclude<Alternative["kind"], "buffer">;
  readonly function: FunctionNode | undefined;
  /** The expression that yields the value: a literal, or what could not be evaluated. */
  readonly node: TSESTree.Node;
  readonly write: PropertyWrite;
  readonly guard: Guard | undefined;
  /** True where a choice is made on the way to the value, before it is written into the options. */
  readonly isChosen: boolean;
  /** The client's own value for one of Node's. */
  toNative(value: Primitive): Primitive;
  /** What says the value where it is no expression of its own. */
  readonly said?: SaidInText | SaidByCall;
}

/** A parameter of a connection string. */
export interface SaidInText {
  readonly by: "text";
  readonly range: readonly [start: number, end: number];
  /** The release from which on the parameter means less. */
  readonly until?: string;
}

/** A method that sets the option by being called. */
export interface SaidByCall {
  readonly by: "call";
  readonly call: TSESTree.CallExpression & { readonly callee: TSESTree.MemberExpression };
  /** Whether the call does nothing else. */
  readonly isAlone: boolean;
  /** Whether it holds for servers of this machine alone. */
  readonly isLoopback: boolean;
}

/** What is written where the client throws for it: a value in the place of the options, or a parameter of a connection string. */
export interface Refused extends Refusal {
  readonly since?: number | undefined;
  readonly node: TSESTree.Node;
  readonly guard: Guard | undefined;
}

export interface TlsSite {
  readonly client: Client | undefined;
  readonly side: ClientSide;
  readonly certainty: Certainty;
  /** `process` when the options hold for every connection of the process. */
  readonly scope: "connection" | "process";
  /** True when Node does not verify the peer here whatever the options say. */
  readonly unverified: boolean;
  readonly anchor: TSESTree.Node;
  /** The names behind which the options stand in an argument of the call. */
  readonly path?: readonly string[];
  /** The guard around the call that the options go to. */
  readonly guard: Guard | undefined;
  readonly vocabulary: Vocabulary;
  /** Node's options that the client hands on; all where undefined. */
  readonly forwards: readonly OptionName[] | undefined;
  /** What the client throws for the others, and for words that it has given up. */
  readonly refuses?: Sink["refuses"];
  readonly refused?: readonly Refused[];
  /** The property whose value the options are: `ssl: {...}`. */
  readonly holder?: PropertyWrite | undefined;
  /** Where the options would stand that the program does not write; the holder is then what says so. */
  readonly unsaidAt?: readonly string[];
  /** The scheme of the address that says so in the place of a holder. */
  readonly ofScheme?: string | undefined;
  /** What the client leaves unverified where the options do not say otherwise. */
  readonly insecureDefaults?: readonly InsecureDefault[];
  /** Where it differs from the client's own. */
  readonly trust?: Trust | undefined;
  /** Why nobody reads the options, as a sentence that ends another one. */
  readonly unread?: string | undefined;
}

/** One set of TLS options as the program writes it, whatever object, spread, constant or later assignment it comes from. */
export interface TlsOptions extends TlsSite {
  /** False when a part of the object is out of sight, so that an option which is not found may still be there. */
  readonly complete: boolean;
  /** True when what is in sight of the object is too much to know. */
  readonly isTooMuch: boolean;
  readonly writes: readonly PropertyWrite[];
  /** The names whose writes lie on top of others, or of what is out of sight: without them those come to light. */
  readonly covering: ReadonlySet<string>;
  /** The names on top of whose writes something out of sight may lie. */
  readonly exposed: ReadonlySet<string>;
  /** Values that are not read because a secure context beside them has settled them. */
  readonly settled?: readonly OptionValue[];
  /** The options that may also be left out, because a condition decides. */
  readonly optional: ReadonlySet<OptionName>;
  /** Whether any place writes the option. */
  has(option: OptionName): boolean;
  /** Every value that the option may have, from every place that writes it. */
  values(option: OptionName): readonly OptionValue[];
  /** All values of all options. */
  allValues(): readonly OptionValue[];
  /** The name under which this client knows one of Node's options; undefined where it drops the option. */
  nameOf(option: OptionName): string | undefined;
}

export function createTlsOptions(site: TlsSite, layer: Layer): TlsOptions {
  const { writes, complete, isTooMuch, covering, exposed } = layer;
  const optional = new Set<OptionName>();
  const byOption = new Map<OptionName, readonly OptionValue[]>();
  for (const [key, list] of writes) {
    const option = optionNamed(site.vocabulary, key);
    if (!option || !(isOwnWord(site, key) || isForwarded(site, option))) continue;
    byOption.set(option, [...(byOption.get(option) ?? []), ...valuesOf(site, option, list, complete)]);
    if (!layer.certain.has(key) && list.every(isSometimes)) optional.add(option);
  }
  for (const [option, values] of byOption)
    if (!optional.has(option) && areSame(values))
      byOption.set(
        option,
        values.map((value) => ({ ...value, guard: site.guard })),
      );
  return {
    ...optionsOf(site, byOption, [...writes.values()].flat(), complete),
    isTooMuch,
    covering,
    exposed,
    optional,
  };
}

/** Whether an option has the same value on every way, so that no condition decides it. */
function areSame([first, ...others]: readonly OptionValue[]): boolean {
  return (
    first?.kind === "known" &&
    others.length > 0 &&
    others.every(({ kind, value }) => kind === "known" && value === first.value)
  );
}

/** Whether a write that is not certain is left out on some way through the program: an assignment may be certain all the same. */
function isSometimes({ node }: PropertyWrite): boolean {
  return node.type !== "AssignmentExpression" || isConditional(node);
}

/** TLS options whose values are known already, by option. */
export function optionsOf(
  site: TlsSite,
  byOption: ReadonlyMap<OptionName, readonly OptionValue[]>,
  writes: readonly PropertyWrite[],
  complete: boolean,
): TlsOptions {
  return {
    ...site,
    complete,
    isTooMuch: false,
    writes,
    covering: new Set(),
    exposed: new Set(),
    optional: new Set(),
    has: (option) => byOption.has(option),
    values: (option) => byOption.get(option) ?? [],
    allValues: () => [...byOption.values()].flat(),
    nameOf: (option) =>
      Object.entries(site.vocabulary).find(([, word]) => word.option === option)?.[0] ??
      (isForwarded(site, option) ? option : undefined),
  };
}

function isOwnWord({ vocabulary }: TlsSite, key: string): boolean {
  return Object.hasOwn(vocabulary, key);
}

function isForwarded({ forwards }: TlsSite, option: OptionName): boolean {
  return !forwards || forwards.includes(option);
}

/** An option as the program says it: `rejectUnauthorized: false`, `sslmode=no-verify`, `disableTLSCerts()`. */
export function spellingOf(program: FileView, { write, node, said }: OptionValue): string {
  return said ? program.textOf(write.node) : `${write.key}: ${program.textOf(node)}`;
}

/** Node's option behind a client's own name for it. */
export function optionNamed(vocabulary: Vocabulary, key: string): OptionName | undefined {
  return Object.hasOwn(vocabulary, key) ? vocabulary[key]!.option : isOptionName(key) ? key : undefined;
}

function valuesOf(
  site: TlsSite,
  option: OptionName,
  writes: readonly PropertyWrite[],
  complete: boolean,
): readonly OptionValue[] {
  const values: OptionValue[] = [];
  for (const write of writes) {
    const alternatives = alternativesOfWrite(write, values, complete);
    values.push(...alternatives.flatMap((alternative) => optionValue(site, option, write, alternative) ?? []));
    if (values.length > valueLimit) return [optionValue(site, option, write, unknownValue(write.value))!];
  }
  return values;
}

// an option that may have more values than that may have any
const valueLimit = 256;

/** `|=` joins its value to each of those written before. */
function alternativesOfWrite(
  write: PropertyWrite,
  before: readonly OptionValue[],
  complete: boolean,
): readonly Alternative[] {
  const alternatives = alternativesOf(write.program, write.value);
  const apply = binaryOperators[write.operator.slice(0, -1)];
  if (!apply) return alternatives;
  const { value: node } = write;
  const missing: Alternative = complete
    ? { kind: "known", value: undefined, node, guard: undefined }
    : { kind: "unknown", node, guard: undefined };
  const earlier =
    before.length > 0
      ? before.map((each) => (each.kind === "known" ? { ...missing, kind: each.kind, value: each.value } : missing))
      : [missing];
  return combineValues([earlier, alternatives], ([left, right]) => apply(left, right), node);
}

/** Undefined for a value of which the client's table does not say what it means. */
function optionValue(
  site: TlsSite,
  option: OptionName,
  write: PropertyWrite,
  alternative: Alternative,
): OptionValue | undefined {
  const pairs = Object.hasOwn(site.vocabulary, write.key) ? site.vocabulary[write.key]!.values : undefined;
  const read = readAs(option, alternative);
  const native = read.kind === "known" ? read.value : undefined;
  const translated = pairs?.find(([own]) => own === native);
  const isOwnFunction = read.kind === "function" && isOptionName(write.key);
  if (pairs && !translated && read.kind !== "unknown" && !isOwnFunction) return;
  return {
    option,
    kind: read.kind,
    value: translated ? translated[1] : native,
    function: read.kind === "function" ? read.function : undefined,
    node: read.node,
    write,
    guard: read.guard ?? write.guard ?? site.guard,
    isChosen: read.guard !== undefined,
    toNative: (value) => (pairs ? pairs.find(([, node]) => node === value)?.[0] : value),
  };
}

/** What Node makes of a buffer: the text that is in it where it reads PEM, and nothing that is known elsewhere. */
function readAs(option: OptionName, alternative: Alternative): Exclude<Alternative, { kind: "buffer" }> {
  if (alternative.kind !== "buffer") return alternative;
  const { text, node, guard } = alternative;
  return option === "dhparam" ? { kind: "known", value: text, node, guard } : { kind: "unknown", node, guard };
}

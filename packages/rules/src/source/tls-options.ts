import type { TSESTree } from "@typescript-eslint/types";
import type { Client, ClientSide, Vocabulary } from "../define-client.js";
import type { Certainty } from "../finding.js";
import { isOptionName, type OptionName } from "../option-names.js";
import type { Guard } from "./guards.js";
import type { Layer, PropertyWrite } from "./layers.js";
import { binaryOperators } from "./operators.js";
import type { Program } from "./program.js";
import { alternativesOf, combineValues, type Alternative, type FunctionNode, type Primitive } from "./static-value.js";

/** One value that one TLS option may have, in Node's own terms, and where the program says so. */
export interface OptionValue {
  readonly option: OptionName;
  /** What Node sees: the client's own value translated (`trustServerCertificate: true` is `false` here). Only for `kind: "known"`. */
  readonly value: Primitive;
  readonly kind: Alternative["kind"];
  readonly function: FunctionNode | undefined;
  /** The expression that yields the value: a literal, or what could not be evaluated. */
  readonly node: TSESTree.Node;
  readonly write: PropertyWrite;
  readonly guard: Guard | undefined;
  /** The client's own value for one of Node's. */
  toNative(value: Primitive): Primitive;
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
  /** The guard around the call that the options go to. */
  readonly guard: Guard | undefined;
  readonly vocabulary: Vocabulary;
  /** The options that the client hands on; all where undefined. */
  readonly forwards: readonly OptionName[] | undefined;
}

/** One set of TLS options as the program writes it, whatever object, spread, constant or later assignment it comes from. */
export interface TlsOptions extends TlsSite {
  /** False when a part of the object is out of sight, so that an option which is not found may still be there. */
  readonly complete: boolean;
  readonly writes: readonly PropertyWrite[];
  /** Whether any place writes the option. */
  has(option: OptionName): boolean;
  /** Every value that the option may have, from every place that writes it. */
  values(option: OptionName): readonly OptionValue[];
  /** All values of all options. */
  allValues(): readonly OptionValue[];
  /** The name under which this client knows one of Node's options. */
  nameOf(option: OptionName): string;
}

export function createTlsOptions(program: Program, site: TlsSite, { writes, complete }: Layer): TlsOptions {
  const byOption = new Map<OptionName, readonly OptionValue[]>();
  for (const [key, list] of writes) {
    const option = optionNamed(site.vocabulary, key);
    if (!option || (site.forwards && !site.forwards.includes(option))) continue;
    byOption.set(option, [...(byOption.get(option) ?? []), ...valuesOf(program, site, option, list, complete)]);
  }
  return {
    ...site,
    complete,
    writes: [...writes.values()].flat(),
    has: (option) => byOption.has(option),
    values: (option) => byOption.get(option) ?? [],
    allValues: () => [...byOption.values()].flat(),
    nameOf: (option) => Object.entries(site.vocabulary).find(([, word]) => word.option === option)?.[0] ?? option,
  };
}

/** Node's option behind a client's own name for it. */
export function optionNamed(vocabulary: Vocabulary, key: string): OptionName | undefined {
  return Object.hasOwn(vocabulary, key) ? vocabulary[key]!.option : isOptionName(key) ? key : undefined;
}

function valuesOf(program: Program, site: TlsSite, option: OptionName, writes: readonly PropertyWrite[], complete: boolean): readonly OptionValue[] {
  const values: OptionValue[] = [];
  for (const write of writes) {
    const alternatives = alternativesOfWrite(program, write, values, complete);
    values.push(...alternatives.map((alternative) => optionValue(site, option, write, alternative)));
  }
  return values;
}

/** `|=` joins its value to each of those written before. */
function alternativesOfWrite(program: Program, write: PropertyWrite, before: readonly OptionValue[], complete: boolean): readonly Alternative[] {
  const alternatives = alternativesOf(program, write.value);
  const apply = binaryOperators[write.operator.slice(0, -1)];
  if (!apply) return alternatives;
  const { value: node } = write;
  const missing: Alternative = complete ? { kind: "known", value: undefined, node, guard: undefined } : { kind: "unknown", node, guard: undefined };
  const earlier = before.length > 0 ? before.map((each) => (each.kind === "known" ? { ...missing, kind: each.kind, value: each.value } : missing)) : [missing];
  return combineValues([earlier, alternatives], ([left, right]) => apply(left, right), node);
}

function optionValue(site: TlsSite, option: OptionName, write: PropertyWrite, alternative: Alternative): OptionValue {
  const pairs = Object.hasOwn(site.vocabulary, write.key) ? site.vocabulary[write.key]!.values : undefined;
  const native = alternative.kind === "known" ? alternative.value : undefined;
  const translated = pairs?.find(([own]) => own === native);
  return {
    option,
    kind: alternative.kind === "known" && pairs && !translated ? "unknown" : alternative.kind,
    value: translated ? translated[1] : native,
    function: alternative.kind === "function" ? alternative.function : undefined,
    node: alternative.node,
    write,
    guard: alternative.guard ?? write.guard ?? site.guard,
    toNative: (value) => (pairs ? pairs.find(([, node]) => node === value)?.[0] : value),
  };
}

import type { OptionName } from "./option-names.js";
import type { Primitive } from "./source/static-value.js";

/** A client's own word for one of Node's options. `values` pairs the client's value with Node's where they differ. */
export interface Word {
  readonly option: OptionName;
  readonly values?: readonly (readonly [native: Primitive, node: Primitive])[];
}

/** The client's option names that differ from Node's, and what they mean. */
export type Vocabulary = Readonly<Record<string, Word>>;

/** An argument's index, and the property names that lead to the TLS options inside it. */
export type OptionsAt = readonly [argument: number, ...path: string[]];

/** `unknown` is for objects that serve both sides, such as a secure context. */
export type ClientSide = "client" | "server" | "unknown";

interface SinkBase {
  readonly at: readonly OptionsAt[];
  readonly side: ClientSide;
  /** True when Node ignores `rejectUnauthorized` and the host name check here, so that the program must check itself. */
  readonly unverified?: boolean;
  readonly vocabulary?: Vocabulary;
  /** When given, only these of Node's options reach TLS; the others are dropped by the client. */
  readonly forwards?: readonly OptionName[];
}

/** A call, a construction or a superclass whose arguments are TLS options. `""` is the module itself. */
export type Sink = SinkBase & ({ readonly call: string } | { readonly construct: string });

/** An object of the module whose properties are process-wide TLS settings: `globalAgent.options`, or the module itself (`""`). */
export interface SettingsObject {
  readonly object: string;
  readonly side: ClientSide;
  readonly vocabulary?: Vocabulary;
  /** True when only words of the vocabulary are settings: the object has other properties with option names. */
  readonly vocabularyOnly?: boolean;
}

/** A library that opens TLS connections: where its TLS options stand and what its own words mean. */
export interface Client {
  readonly name: string;
  readonly docs: string;
  readonly modules: readonly string[];
  readonly tlsOptions: readonly Sink[];
  readonly settings?: readonly SettingsObject[];
}

export function defineClient(client: Client): Client {
  return client;
}

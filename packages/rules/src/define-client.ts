import type { OptionName } from "./option-names.js";
import type { Primitive } from "./source/values/static-value.js";

/** Pairs of a client's own value and Node's. What a client's value means that is not listed is not known, and not judged. */
export type ValuePairs = readonly (readonly [native: Primitive, node: Primitive])[];

/**
 * What stands for Node's `checkServerIdentity` where a client has a switch instead of a function: the outcome of the check.
 * An option with such a value is mended by giving it the other one, which `toNative` spells in the client's way.
 */
export const hostNameChecks = ["accepts-all", "default"] as const;

/**
 * The majors of the package of the client's name that a row holds for, as a semver range: `<12`, `>=4 <6`.
 * Which one a project uses its manifest says; where it does not, the rows of all count.
 */
export type Majors = string;

/** A client's own word for one of Node's options. `values` pairs the client's value with Node's where they differ. */
export interface Word {
  readonly option: OptionName;
  readonly values?: ValuePairs;
  /** In a connection string: what other parameters beside it make of its values. The rows count whose `all` stand there, the first of them that knows the value. */
  readonly beside?: readonly {
    readonly all: readonly string[];
    readonly option?: OptionName;
    readonly values: ValuePairs;
  }[];
  /** In a connection string: values that verify today, and will not any more `from` a release on. */
  readonly changing?: { readonly values: readonly string[]; readonly from: string };
  /** True when word and value leave no doubt wherever they stand (`strictSSL: false`): the call may then be out of sight. */
  readonly unmistakable?: boolean;
  /** The majors that know the word; all of those of the row where missing. */
  readonly majors?: Majors;
}

/** The client's option names that differ from Node's, and what they mean. */
export type Vocabulary = Readonly<Record<string, Word>>;

/** An argument's index, and the property names that lead on inside it: `*` is every property or element, `()` what a function returns. */
export type OptionsAt = readonly [argument: number, ...path: string[]];

/**
 * How a client is told to trust a certificate that Node does not know, self-signed or of a company: by which of its own words, or not at all,
 * so that what the process trusts counts (`NODE_EXTRA_CA_CERTS`), or the store of the operating system, which browsers ask.
 */
export type Trust = readonly string[] | "process" | "system";

/** `unknown` is for objects that serve both sides, such as a secure context. */
export type ClientSide = "client" | "server" | "unknown";

/** What a client does where the program says nothing, when that is less than Node's own default. */
export interface InsecureDefault {
  readonly option: "rejectUnauthorized" | "checkServerIdentity";
  /** The client's word and value that switch the verification on; missing where the client cannot do it. */
  readonly remedy?: readonly [word: string, value: Primitive];
  /** The word beside the object under which the default is secure. */
  readonly unlessBeside?: string;
  /** True where it holds without the object as well, beside what the row asks for. */
  readonly unsaid?: boolean;
}

/** Places in the arguments, and the values of which one stands there. */
export interface Where {
  readonly at: readonly OptionsAt[];
  readonly values: readonly Primitive[];
}

/** The same with addresses, of which the schemes count. */
export interface WhereAddress {
  readonly at: readonly OptionsAt[];
  readonly schemes: readonly string[];
}

/** What a client throws, and why, as the end of a sentence about it. */
export interface Refusal {
  readonly error: string;
  readonly why: string;
}

interface SinkBase {
  readonly side: ClientSide;
  readonly majors?: Majors;
  /** Majors for which the row would be wrong: it holds for projects alone that say which they use, and use none of these. */
  readonly notIn?: Majors;
  /** What has to be said beside the options for the row to hold: the driver that a query builder hands them to. */
  readonly where?: Where | WhereAddress;
  /** What is said beside the options where the row does not hold: another driver. */
  readonly except?: Where | readonly Where[];
  /** The place beside the options that is read instead of them when there is something. */
  readonly yieldsTo?: OptionsAt;
  /** Why the options come to nothing, as a sentence that ends another one, and beside what where that is not always so. */
  readonly unread?: { readonly why: string; readonly where?: Where | WhereAddress };
  /** True when Node ignores `rejectUnauthorized` and the host name check here, so that the program must check itself. */
  readonly unverified?: boolean;
  readonly vocabulary?: Vocabulary;
  /** When given, only these of Node's options reach TLS, besides the client's own words; the others are dropped by the client. */
  readonly forwards?: readonly OptionName[];
  /** What reaches TLS instead where something is said beside the options: the transport that has another way of making connections. */
  readonly narrowed?: { readonly where: Where | WhereAddress; readonly forwards: readonly OptionName[] };
  /** Why the client does without the agents that it is handed, as a sentence that ends another one, and beside what. */
  readonly ignoresAgents?: {
    readonly why: string;
    readonly where?: Where;
    readonly majors?: Majors;
    readonly notIn?: Majors;
  };
  /** What the client throws for options that it does not hand on, and for words that it has given up, each from some major on. */
  readonly refuses?: {
    readonly error: string;
    /** The options that it throws for; all that are not handed on where missing. */
    readonly only?: readonly OptionName[];
    /** As the end of a sentence about the client; it does not know the name where missing. */
    readonly why?: string;
    readonly since?: number;
    readonly words?: Readonly<Record<string, number>>;
  };
  /** Values in the place of the whole object that the client throws for. */
  readonly refusesInstead?: Refusal & { readonly values: readonly Primitive[] };
  /** Values that may stand in the place of the whole object, and what they make of `rejectUnauthorized`: `ssl: "no-verify"`. */
  readonly shorthands?: ValuePairs;
  readonly insecureDefaults?: readonly InsecureDefault[];
  /** Where the address stands that the client connects to: in the arguments, or beside the options. Its scheme may say that no TLS is spoken. */
  readonly target?: Target;
}

/** Where an address, its scheme or an object with its parts stands. Beside all of the words `unless` TLS is spoken whatever the scheme. */
export interface Target {
  readonly at?: readonly OptionsAt[];
  readonly beside?: readonly string[];
  readonly unless?: readonly string[];
}

/** The arguments that are TLS options, or the one option that the first argument is the value of. */
type Arguments = { readonly at: readonly OptionsAt[] } | { readonly sets: OptionName };

/**
 * A function, or a class that is constructed or extended, whose arguments are TLS options. It is named from its module on:
 * `Agent`, `globalAgent.request`; `""` is the module itself, and `()` what a call or `new` gives: `createServer().addContext`.
 */
export type Sink = SinkBase & Arguments & Callee;

type Names = string | readonly string[];

/** What is called or constructed, under any of the names; `*` stands for any one name. */
export type Callee = { readonly call: Names } | { readonly construct: Names };

/** A method that sets an option by being called, at the end of any chain that begins at the module: superagent's `disableTLSCerts()`. */
export interface Switch {
  readonly method: Names;
  readonly majors?: Majors;
  /** The first argument that makes it so, or a constant of that name; any, or none, where missing. */
  readonly argument?: string;
  /** The values of the second argument that make it so; any where missing. */
  readonly values?: readonly Primitive[];
  /** The function among the arguments that makes it so, by handing the value `accepts` to one of its parameters whatever it is asked. */
  readonly callback?: { readonly argument: number; readonly parameter: number; readonly accepts: Primitive };
  readonly option: OptionName;
  readonly value: Primitive;
  /** True when it holds for servers of this machine alone. */
  readonly isLoopback?: boolean;
  /** The values of the first argument with which it does nothing. */
  readonly unless?: readonly Primitive[];
  /** True when name and arguments leave no doubt: what the method is called on may then be out of sight. */
  readonly unmistakable?: boolean;
}

/**
 * `url`: `?name=value&...`; `pairs`: `Name=value;...` with names in any case; `json`: `"name":value` inside a URL's parameter;
 * `scheme`: what follows the `+` of `name+value://`; `flag`: the string is the name, and its value is empty.
 */
export type StringForm = "url" | "pairs" | "json" | "scheme" | "flag";

/** A string in which TLS options stand: a connection string, or an argument of a command line. */
export type ConnectionString = Callee & {
  readonly at: readonly OptionsAt[];
  readonly majors?: Majors;
  /** As in a row of options. */
  readonly notIn?: Majors;
  /** What has to be said beside the string for the row to hold. */
  readonly where?: Where;
  /** What is said beside the string where the row does not hold. */
  readonly except?: Where | readonly Where[];
  readonly form: StringForm;
  /** What the parameters mean; values are written as in the string. One without values has Node's own. */
  readonly parameters: Vocabulary;
  /** True where the client takes their names in any case. */
  readonly anyCase?: boolean;
  /** Parameters that the client throws for: the `values`, or all but those in `unless`, where none of the texts `unlessBeside` stands in the string as well. */
  readonly refuses?: Readonly<
    Record<
      string,
      Refusal & {
        readonly values?: readonly string[];
        readonly unless?: readonly string[];
        readonly unlessBeside?: readonly string[];
        /** From some major on. */
        readonly since?: number;
      }
    >
  >;
  /** What a string looks like that is this client's beyond doubt, wherever it stands. */
  readonly looksLike?: RegExp;
  /** Where it differs from the client's own. */
  readonly trust?: Trust;
  /** What the client does where a string says something of TLS, and not this. */
  readonly insecureDefaults?: readonly InsecureDefault[];
  /** The option object beside the string that is not read when the string has one of the parameters. */
  readonly replaces?: string;
  /** The option object beside the string that is read instead of the parameters when there is one. */
  readonly yieldsTo?: OptionsAt;
};

/**
 * What a program says to do without TLS: a call that is made for it, a value, a parameter of a connection string, the scheme of an address.
 * Where the default is to have none, a value that says so again counts only beside an address of another machine.
 */
export type Plaintext = Callee & {
  readonly majors?: Majors;
  /** As in a row of options. */
  readonly notIn?: Majors;
  /** What is said beside it where the row does not hold. */
  readonly except?: Where | readonly Where[];
  /** `none`: there is no TLS. `fallback`: there is none where the server does not offer it, or somebody on the path says so. */
  readonly effect: "none" | "fallback";
  /** What to write instead. */
  readonly remedy: string;
  /** Where it stands; missing where the call itself says it. */
  readonly at?: readonly OptionsAt[];
  readonly values?: readonly Primitive[];
  /** The values of a connection string's parameters. */
  readonly parameters?: Readonly<Record<string, readonly string[]>>;
  readonly form?: "url" | "pairs";
  readonly scheme?: string;
  /** What stands beside it where TLS is spoken all the same: an option that is not `false`, or a parameter of the address that is `true`. */
  readonly unless?: { readonly options?: readonly OptionsAt[]; readonly parameters?: readonly string[] };
  /** What is said beside it where the server is one that only catches what is tried out. */
  readonly catcher?: Where;
  /** Where the server's address stands, where that is not in the same text. */
  readonly hosts?: readonly OptionsAt[];
  /** True where the client speaks no TLS unless it is told to. */
  readonly isDefault?: boolean;
};

/** An object whose properties are TLS settings, named as a sink is: `globalAgent.options`, the module itself (`""`), `Agent().options`. */
export interface SettingsObject {
  readonly object: string;
  readonly side: ClientSide;
  readonly majors?: Majors;
  /** `connection` where the object belongs to one instance; the default is `process`. */
  readonly scope?: "connection" | "process";
  /** Why nobody reads the settings, as a sentence that ends another one. */
  readonly unread?: string;
  readonly vocabulary?: Vocabulary;
  /** True when only words of the vocabulary are settings: the object has other properties with option names. */
  readonly vocabularyOnly?: boolean;
}

/** A library that opens TLS connections: where its TLS options stand and what its own words mean. */
export interface Client {
  readonly name: string;
  readonly docs: string;
  /** The releases in whose code and types the table was looked up: `pg 8.23.1`. Node's own modules are measured instead. */
  readonly verified?: string;
  /** What a user of the client should know and the table cannot say. */
  readonly notes?: readonly string[];
  readonly modules: readonly string[];
  /** Node's `ca` where missing. */
  readonly trust?: Trust;
  /** Calls whose result has the members of the module itself: `extend()` of got, whose `extend().get` is a `get`. */
  readonly instances?: readonly string[];
  readonly tlsOptions: readonly Sink[];
  readonly settings?: readonly SettingsObject[];
  /** Members that make an agent serve the whole process when it is assigned to them, or handed to them: `globalAgent`. */
  readonly installers?: readonly string[];
  readonly switches?: readonly Switch[];
  readonly connectionStrings?: readonly ConnectionString[];
  readonly plaintext?: readonly Plaintext[];
}

/** Values of a switch that means the opposite of Node's: `trustServerCertificate: true` is `rejectUnauthorized: false`. */
export const opposite: ValuePairs = [
  [true, false],
  [false, true],
];

/** Values of a switch that takes every host name when it is on. */
export const acceptsAllWhenTrue: ValuePairs = [
  [true, "accepts-all"],
  [false, "default"],
];

/** Values of a switch that takes every host name when it is off. */
export const acceptsAllWhenFalse: ValuePairs = [
  [false, "accepts-all"],
  [true, "default"],
];

/** A vocabulary for strings: its values as text. Words without pairs of their own are switches of Node's meaning. */
export function inText(vocabulary: Vocabulary): Vocabulary {
  const switches: ValuePairs = [
    [false, false],
    [true, true],
  ];
  const spelt = ([name, word]: [string, Word]) =>
    [
      name,
      { ...word, values: (word.values ?? switches).map(([native, node]) => [String(native), node] as const) },
    ] as const;
  return Object.fromEntries(Object.entries(vocabulary).map(spelt));
}

export function defineClient(client: Client): Client {
  return client;
}

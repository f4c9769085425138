import type { Side } from "tls-policy";

/** A value of a client's option that weakens it, as literals and constants by their last word. */
export type WeakValue = string | number | boolean | null;

/** Where a call takes something. */
export interface PyPlace {
  readonly keyword: string;
  /** Where it may stand without its keyword. */
  readonly position?: number;
  /** It is an entry of a dictionary under this keyword, or at this position: `sslopt={"cert_reqs": ...}`; of one within another, `a.b`. */
  readonly within?: string;
  /** What stands at this position names the option, and the value follows: `setopt(pycurl.SSL_VERIFYPEER, 0)`. */
  readonly named?: number;
  /** To the client an empty dictionary is none: without its last entry it would speak no TLS. */
  readonly isSwitch?: boolean;
}

/** An option of a client, where it stands, and which of its values switch something off. */
export interface PyClientOption extends PyPlace {
  /** What is off with these values. */
  readonly disables: "certificate" | "host";
  /** The calls that take it; undefined where all of the client's do. */
  readonly calls?: readonly string[];
  readonly weak: readonly WeakValue[];
  /** What verifies, as Python writes it; undefined where the option is best left out. */
  readonly strong?: string;
  /** With one of these beside it, the value verifies after all. */
  readonly unless?: readonly string[];
  /** Without it the client may ask for less still: what to write a person has to say. */
  readonly isForPerson?: boolean;
}

/** Calls that take what makes a context. */
export interface PyContextCalls {
  readonly calls: readonly string[];
  readonly side: Side;
  /** A `PROTOCOL_*` of the ssl module. */
  readonly protocol?: PyPlace;
  readonly ciphers?: PyPlace;
}

/** What a client verifies only if it is told to. */
export interface PyDefault {
  readonly calls: readonly string[];
  readonly disables: "certificate";
  /** Only where one of these is given, and is no empty value; always where there are none. */
  readonly where?: readonly (PyPlace & {
    readonly value?: WeakValue;
    /** It is a dictionary that is written out, with something in it. */
    readonly isFilled?: boolean;
    /** It is an address of this scheme that is written out, without the parameter. */
    readonly address?: { readonly scheme: string; readonly without: string };
  })[];
  /** Names of settings that are the same as those places: `broker_url = "rediss://..."`. */
  readonly names?: readonly string[];
  /** Words of a file that tells it elsewhere. */
  readonly elsewhere?: RegExp;
  /** Those with which it is told. */
  readonly unless: readonly (PyPlace & { readonly value?: WeakValue })[];
  /** The argument that tells it, as Python writes it; a member of the ssl module by its name there. Undefined where a person has more to say. */
  readonly add?: readonly [keyword: string, value: string];
  /** The parameter of the address that tells it, where one is what tells. */
  readonly parameter?: string;
  /** What to do, where nothing can be added. */
  readonly remedy: string;
}

/** Dictionaries under names that nothing else has, in modules of settings, and what stands in them at whatever depth: `broker_use_ssl = {...}`. */
export interface PySettings {
  readonly names: readonly string[];
  readonly options: readonly PyClientOption[];
}

/** Parameters of connection strings. */
export interface PyAddress {
  readonly schemes: readonly string[];
  /** Schemes that say by themselves that nothing is verified, and those that verify. */
  readonly weakSchemes?: ReadonlyMap<string, string>;
  /** The sign between parameters in the client's other way to write them: `host=a sslmode=require`. */
  readonly words?: " " | ";";
  /** A word of files that write them without importing the client. */
  readonly mentionedAs?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly disables: "certificate" | "host";
    readonly weak: readonly string[];
    readonly strong: string;
    readonly unless?: string;
    /** No other address has it: `url + "?ssl_cert_reqs=none"` is told by it alone. */
    readonly isOwn?: true;
  }[];
}

/** What of a client's is known by itself, on an object whose maker a file does not show. */
export interface PyStrangers {
  /** Methods that take the client's options by keywords, which no other library's of these names do. */
  readonly calls: readonly string[];
  /** What an object is called, where nothing of the client is imported; its attributes are the client's with such a name alone. Undefined where the options name the client by themselves. */
  readonly named?: RegExp;
  /** Calls whose objects have the client's attributes, whatever module they are of. */
  readonly madeBy?: RegExp;
}

/** A Python client: the calls whose keywords are these options, and the attributes that mean the same. */
export interface PyClient {
  readonly name: string;
  /** The module that must be imported, and the beginning of its dotted names. */
  readonly module: string;
  /** The last words of the dotted names of its calls. */
  readonly calls: readonly string[];
  readonly options: readonly PyClientOption[];
  /** `session.verify = False`: attributes of what the client's calls make. */
  readonly attributes?: readonly PyClientOption[];
  /** Objects that come from elsewhere. */
  readonly strangers?: PyStrangers;
  /** Where calls take an address, and the scheme that is spoken without TLS. */
  readonly plaintext?: PyPlace & { readonly scheme: string };
  /** Calls that return a dictionary of its options, for a program to change: `settings["verify"] = False`. */
  readonly returned?: { readonly by: RegExp; readonly options: readonly PyClientOption[] };
  readonly contexts?: readonly PyContextCalls[];
  readonly addresses?: PyAddress;
  /** Where calls take the oldest version, or a method of one version. */
  readonly floors?: readonly (PyPlace & { readonly calls: readonly string[] })[];
  /** Names to which its own classes, or a module of its settings, give a version: `method = SSL.TLSv1_METHOD`. */
  readonly floorNames?: readonly string[];
  /** Calls, and classes by their names alone, that verify nothing, and those that do in their place, where the name is all that differs. */
  readonly unverified?: ReadonlyMap<string, string | undefined>;
  /** A class whose subclasses verify nothing unless their own text says one of these words. */
  readonly unverifiedBase?: { readonly name: string; readonly unless: RegExp };
  readonly defaults?: readonly PyDefault[];
  readonly settings?: PySettings;
  /** Modules by path that set contexts of its server by plain names: `ciphers = "..."`. */
  readonly configuration?: { readonly path: RegExp; readonly protocol: string; readonly ciphers: string };
  /** The option that takes a certificate authority. */
  readonly ca: string;
  /** The release in which the table was looked up, and how: run, or read. */
  readonly verified: string;
}

export const defineClient = (client: PyClient): PyClient => client;

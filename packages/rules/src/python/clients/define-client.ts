/** A value of a client's option that weakens it, as literals and constants by their last word. */
export type WeakValue = string | number | boolean | null;

/** An option of a client, where it stands, and which of its values switch something off. */
export interface PyClientOption {
  /** What is off with these values. */
  readonly disables: "certificate" | "host";
  readonly keyword: string;
  /** Where it may stand without its keyword. */
  readonly position?: number;
  readonly weak: readonly WeakValue[];
  /** What verifies, as Python writes it; undefined where the option is best left out. */
  readonly strong?: string;
  /** The option is an entry of a dictionary under this keyword: `sslopt={"cert_reqs": ...}`. */
  readonly within?: string;
}

/** A Python client: the calls whose keywords are these options, and the attributes that mean the same. */
export interface PyClient {
  readonly name: string;
  /** The module that must be imported, and the beginning of its dotted names. */
  readonly module: string;
  /** The last words of the dotted names of its calls; undefined where any call with an unmistakable keyword will do. */
  readonly calls: readonly string[];
  readonly options: readonly PyClientOption[];
  /** `session.verify = False`: attributes of what these calls make. */
  readonly attributes?: { readonly of: readonly string[]; readonly names: readonly PyClientOption[] };
  /** The option that takes a certificate authority. */
  readonly ca: string;
  /** The release in which the table was looked up, and how: run, or read. */
  readonly verified: string;
}

export const defineClient = (client: PyClient): PyClient => client;

import { type OptionName, optionNames } from "../../option-names.js";
import type { TlsOptions } from "../../source/sites/tls-options.js";
import type { PropertyWrite } from "../../source/values/layers.js";

/** What people write for an option and is too far from it for a slip: names of other libraries, in lower case and without `tls` and `ssl`. */
const otherNames: Readonly<Record<string, OptionName>> = {
  minimumversion: "minVersion",
  maximumversion: "maxVersion",
  ciphersuite: "ciphers",
  ciphersuites: "ciphers",
  cipherlist: "ciphers",
  requestcertificate: "requestCert",
  requestclientcert: "requestCert",
  // from the documentation of `request`
  securityoptions: "secureOptions",
};

/** Parts of words one of which is in the misspellings that people make, so that a file without the option's own name is read; none is shorter than what can be searched for. */
export const misspellingStems: readonly string[] = [
  ...[
    "rejectUn",
    "rejectun",
    "rejectedUn",
    "reject_un",
    "checkServerIdent",
    "checkserverident",
    "secureOption",
    "securityOption",
    "secureProto",
    "secureproto",
    "SecureProto",
  ],
  ...[
    "tlsVersion",
    "TLSVersion",
    "TlsVersion",
    "tls_version",
    "tlsMinV",
    "tlsMaxV",
    "TLSMinV",
    "TLSMaxV",
    "tls_min",
    "tls_max",
  ],
  ...[
    "minTLSV",
    "minTLSv",
    "minTlsV",
    "minTlsv",
    "maxTLSV",
    "maxTLSv",
    "maxTlsV",
    "maxTlsv",
    "sigAlgs",
    "sigAlg:",
    "sigals:",
    ".sigAlg",
  ],
  ...[
    "minversion",
    "maxversion",
    "min_version",
    "max_version",
    "cipherSuite",
    "ciphersuite",
    "cipherList",
    "honourCipher",
    "ecdhCurv",
    "ecdhcurve",
    "dhParam",
  ],
];

export interface Misspelling {
  readonly write: PropertyWrite;
  readonly option: OptionName;
  /** The option's name where it stands: Node's own, or the client's. */
  readonly name: string;
}

/** The properties of TLS options that are no options and nearly one that is read there. */
export function misspellingsIn(options: TlsOptions): readonly Misspelling[] {
  return options.writes.flatMap((write) => {
    const option = Object.hasOwn(options.vocabulary, write.key) ? undefined : optionMeantBy(write.key);
    const name = option && (options.client ? options.nameOf(option) : option);
    return option && name !== undefined ? [{ write, option, name }] : [];
  });
}

/** The option that a name is meant for; undefined for options themselves and for names that are like none. */
function optionMeantBy(name: string): OptionName | undefined {
  if ((optionNames as readonly string[]).includes(name)) return;
  const plain = name.toLowerCase().replaceAll(/[-_]|tls|ssl/g, "");
  if (Object.hasOwn(otherNames, plain)) return otherNames[plain];
  return optionNames.find((option) => isNear(plain, option.toLowerCase(), slipsIn(option)));
}

// two slips in a short word make another word of it: `minVersion` and `maxVersion` are two apart
function slipsIn(option: OptionName): number {
  return option.length > 11 ? 2 : 1;
}

/** Words whose lengths differ by more need not be compared, however long they are. */
function isNear(from: string, to: string, slips: number): boolean {
  return Math.abs(from.length - to.length) <= slips && distance(from, to) <= slips;
}

/** How many letters have to be put in, taken out or changed to make one word of the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [column, wanted] of [...to].entries()) {
      next.push(Math.min(next[column]! + 1, row[column + 1]! + 1, row[column]! + (letter === wanted ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length]!;
}

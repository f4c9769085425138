import { optionNames, type OptionName } from "./option-names.js";
import type { PropertyWrite } from "./source/layers.js";
import type { TlsOptions } from "./source/tls-options.js";

/** What people write for an option and is too far from it for a slip: names of other libraries, in lower case and without `tls` and `ssl`. */
const otherNames: Readonly<Record<string, OptionName>> = {
  minimumversion: "minVersion",
  maximumversion: "maxVersion",
  ciphersuite: "ciphers",
  ciphersuites: "ciphers",
  cipherlist: "ciphers",
  requestcertificate: "requestCert",
  requestclientcert: "requestCert",
};

/** Parts of words without which a text has no misspelling of an option that another trigger word does not show. */
export const misspellingStems: readonly string[] = [
  ...["rejectun", "rejectedun", "checkserverident", "secureoption", "secureproto", "ecdhcurv", "sigalg", "honourcipher"],
  ...["ciphersuite", "cipherlist", "tlsversion", "tls_version", "sslversion", "tlsmin", "tlsmax", "mintls", "maxtls", "min_version", "max_version"],
];

export interface Misspelling {
  readonly write: PropertyWrite;
  readonly option: OptionName;
}

/** The properties of TLS options that Node does not know and that are nearly an option which it does. */
export function misspellingsIn({ writes, vocabulary }: TlsOptions): readonly Misspelling[] {
  return writes.flatMap((write) => {
    const option = Object.hasOwn(vocabulary, write.key) ? undefined : optionMeantBy(write.key);
    return option ? [{ write, option }] : [];
  });
}

/** The option that a name is meant for; undefined for options themselves and for names that are like none. */
export function optionMeantBy(name: string): OptionName | undefined {
  if ((optionNames as readonly string[]).includes(name)) return;
  const plain = name.toLowerCase().replaceAll(/[-_]|tls|ssl/g, "");
  return otherNames[plain] ?? optionNames.find((option) => distance(plain, option.toLowerCase()) <= slipsIn(option));
}

// two slips in a short word make another word of it: `minVersion` and `maxVersion` are two apart
function slipsIn(option: OptionName): number {
  return option.length > 11 ? 2 : 1;
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

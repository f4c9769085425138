import type { CipherSuiteAttributes } from "./cipher-suites.js";
import type { Judgement } from "./status.js";

/** Why a cipher suite should not be used, with the document that says so. */
export interface CipherWeakness extends Judgement {
  readonly name: string;
  /** A noun phrase for messages: "RC4 encryption". */
  readonly description: string;
}

type Row = readonly [
  name: string,
  status: CipherWeakness["status"],
  reference: string,
  description: string,
  applies: (suite: CipherSuiteAttributes) => boolean,
];

const shortKey = /^(?:RC4-(?:40|56)|RC2-.*|DES-.*)$/;

/** Worst first, so that the first weakness found names a suite's status. */
const rows: readonly Row[] = [
  [
    "null-encryption",
    "prohibited",
    "RFC 9325, section 4.1",
    "no encryption",
    ({ encryption }) => encryption === "NULL",
  ],
  [
    "anonymous",
    "prohibited",
    "RFC 5246, appendix A.5",
    "no authentication",
    ({ authentication }) => authentication === "anon",
  ],
  ["rc4", "prohibited", "RFC 7465, section 2", "RC4 encryption", ({ encryption }) => encryption.startsWith("RC4-")],
  [
    "short-key",
    "prohibited",
    "RFC 9325, section 4.1",
    "a key below 112 bits",
    ({ encryption }) => shortKey.test(encryption),
  ],
  [
    "static-rsa",
    "prohibited",
    "RFC 10015, section 4",
    "static RSA key exchange without forward secrecy",
    ({ keyExchange }) => keyExchange === "RSA" || keyExchange === "RSA_PSK",
  ],
  [
    "static-dh",
    "prohibited",
    "RFC 10015, section 2",
    "static Diffie-Hellman key exchange without forward secrecy",
    ({ keyExchange }) => keyExchange === "DH",
  ],
  [
    "ffdhe",
    "prohibited",
    "RFC 10015, section 3",
    "finite-field Diffie-Hellman key exchange in TLS 1.2",
    ({ keyExchange }) => keyExchange === "DHE" || keyExchange === "DHE_PSK",
  ],
  [
    "static-ecdh",
    "deprecated",
    "RFC 10015, section 2",
    "static ECDH key exchange without forward secrecy",
    ({ keyExchange }) => keyExchange === "ECDH",
  ],
  [
    "3des",
    "deprecated",
    "RFC 9325, section 4.1",
    "3DES encryption with 112-bit strength and 64-bit blocks",
    ({ encryption }) => encryption === "3DES-CBC",
  ],
  [
    "idea",
    "deprecated",
    "RFC 8996, section 1.1",
    "IDEA encryption, which is historic",
    ({ encryption }) => encryption === "IDEA-128-CBC",
  ],
  [
    "no-forward-secrecy",
    "deprecated",
    "RFC 9325, section 4.1",
    "a key exchange without forward secrecy",
    ({ keyExchange }) => ["PSK", "SRP", "KRB5", "GOST"].includes(keyExchange),
  ],
  ["cbc", "deprecated", "RFC 9325, section 4.2", "CBC mode", ({ encryption }) => encryption.endsWith("-CBC")],
  [
    "ccm-8",
    "deprecated",
    "RFC 8447, section 8",
    "an 8-byte authentication tag",
    ({ encryption }) => encryption.endsWith("CCM_8"),
  ],
  ["md5-mac", "deprecated", "RFC 6151", "HMAC-MD5", ({ mac }) => mac === "MD5"],
  ["dss", "deprecated", "RFC 8446, section 4.2.3", "DSA signatures", ({ authentication }) => authentication === "DSS"],
];

const rules = rows.map(([name, status, reference, description, applies]) => ({
  weakness: { name, status, reference, description },
  applies,
}));

/** The weaknesses of a suite, worst first; none for a suite that no document read speaks against. */
export function cipherWeaknesses(suite: CipherSuiteAttributes): readonly CipherWeakness[] {
  return rules.filter(({ applies }) => applies(suite)).map(({ weakness }) => weakness);
}

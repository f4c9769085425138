import type { CipherSuiteAttributes } from "./cipher-suites.js";
import type { Judgement } from "./status.js";

/** Why a cipher suite should not be used, with the document that says so. */
export interface CipherWeakness extends Judgement {
  readonly name: string;
  /** A noun phrase for messages: "RC4 encryption". */
  readonly description: string;
}

interface WeaknessRule extends CipherWeakness {
  readonly applies: (suite: CipherSuiteAttributes) => boolean;
}

const prohibited = "prohibited";
const deprecated = "deprecated";

const SHORT_KEY = /^(?:RC4-(?:40|56)|RC2-.*|DES-.*)$/;

/** Worst first, so that the first weakness found names a suite's status. */
const RULES: readonly WeaknessRule[] = [
  { name: "null-encryption", description: "no encryption", status: prohibited, reference: "RFC 9325, section 4.1", applies: ({ encryption }) => encryption === "NULL" },
  { name: "anonymous", description: "no authentication", status: prohibited, reference: "RFC 5246, appendix A.5", applies: ({ authentication }) => authentication === "anon" },
  { name: "rc4", description: "RC4 encryption", status: prohibited, reference: "RFC 7465, section 2", applies: ({ encryption }) => encryption.startsWith("RC4-") },
  { name: "short-key", description: "a key below 112 bits", status: prohibited, reference: "RFC 9325, section 4.1", applies: ({ encryption }) => SHORT_KEY.test(encryption) },
  { name: "static-rsa", description: "static RSA key exchange without forward secrecy", status: prohibited, reference: "RFC 10015, section 4", applies: ({ keyExchange }) => keyExchange === "RSA" || keyExchange === "RSA_PSK" },
  { name: "static-dh", description: "static Diffie-Hellman key exchange without forward secrecy", status: prohibited, reference: "RFC 10015, section 2", applies: ({ keyExchange }) => keyExchange === "DH" },
  { name: "ffdhe", description: "finite-field Diffie-Hellman key exchange in TLS 1.2", status: prohibited, reference: "RFC 10015, section 3", applies: ({ keyExchange }) => keyExchange === "DHE" || keyExchange === "DHE_PSK" },
  { name: "static-ecdh", description: "static ECDH key exchange without forward secrecy", status: deprecated, reference: "RFC 10015, section 2", applies: ({ keyExchange }) => keyExchange === "ECDH" },
  { name: "3des", description: "3DES encryption with 112-bit strength and 64-bit blocks", status: deprecated, reference: "RFC 9325, section 4.1", applies: ({ encryption }) => encryption === "3DES-CBC" },
  { name: "idea", description: "IDEA encryption, which is historic", status: deprecated, reference: "RFC 8996, section 1.1", applies: ({ encryption }) => encryption === "IDEA-128-CBC" },
  { name: "no-forward-secrecy", description: "a key exchange without forward secrecy", status: deprecated, reference: "RFC 9325, section 4.1", applies: ({ keyExchange }) => ["PSK", "SRP", "KRB5", "GOST"].includes(keyExchange) },
  { name: "cbc", description: "CBC mode", status: deprecated, reference: "RFC 9325, section 4.2", applies: ({ encryption }) => encryption.endsWith("-CBC") },
  { name: "ccm-8", description: "an 8-byte authentication tag", status: deprecated, reference: "RFC 8447, section 8", applies: ({ encryption }) => encryption.endsWith("CCM_8") },
  { name: "md5-mac", description: "HMAC-MD5", status: deprecated, reference: "RFC 6151, section 2.3", applies: ({ mac }) => mac === "MD5" },
  { name: "dss", description: "DSA signatures", status: deprecated, reference: "RFC 8446, section 4.2.3", applies: ({ authentication }) => authentication === "DSS" },
];

/** The weaknesses of a suite, worst first; none for a suite that no document read speaks against. */
export function cipherWeaknesses(suite: CipherSuiteAttributes): readonly CipherWeakness[] {
  return RULES.filter(({ applies }) => applies(suite)).map(({ applies, ...weakness }) => weakness);
}

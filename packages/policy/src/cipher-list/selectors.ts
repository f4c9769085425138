import type { CipherSuite } from "../parameters/cipher-suites.js";
import type { OpenSslLine } from "../runtimes/openssl-line.js";

/**
 * What a word of an OpenSSL cipher list selects: one set of bits per dimension, 0 for "any".
 * Words joined by `+` intersect dimension by dimension, as `ssl_cipher_process_rulestr` of OpenSSL does.
 */
export interface CipherSelector {
  readonly bits: readonly number[];
  /** For the name of one suite, which then is all that the item can match. */
  readonly suite?: CipherSuite;
}

/** The values a suite can have in each dimension, as OpenSSL knows them; the place in the list is the bit. */
const dimensions = {
  keyExchange: ["RSA", "DHE", "ECDHE", "PSK", "RSA_PSK", "DHE_PSK", "ECDHE_PSK", "SRP"],
  authentication: ["RSA", "DSS", "anon", "ECDSA", "PSK", "SRP"],
  encryption: [
    "NULL",
    "3DES-CBC",
    "RC4-128",
    "RC2-128-CBC",
    "IDEA-128-CBC",
    "SEED-128-CBC",
    "AES-128-CBC",
    "AES-256-CBC",
    "AES-128-GCM",
    "AES-256-GCM",
    "AES-128-CCM",
    "AES-256-CCM",
    "AES-128-CCM_8",
    "AES-256-CCM_8",
    "CAMELLIA-128-CBC",
    "CAMELLIA-256-CBC",
    "ARIA-128-GCM",
    "ARIA-256-GCM",
    "CHACHA20-POLY1305",
  ],
  mac: ["MD5", "SHA1", "SHA256", "SHA384", "AEAD"],
  minVersion: ["SSLv3", "TLSv1", "TLSv1.2"],
  strength: ["NONE", "LOW", "MEDIUM", "HIGH", "FIPS"],
  default: ["outside"],
} as const;

type Dimension = keyof typeof dimensions;
type Words = { readonly [D in Dimension]?: readonly (typeof dimensions)[D][number][] };

const dimensionNames = Object.keys(dimensions) as Dimension[];
const minVersionAt = dimensionNames.indexOf("minVersion");
const strengthAt = dimensionNames.indexOf("strength");
const defaultAt = dimensionNames.indexOf("default");

function toBits(words: Words): readonly number[] {
  return dimensionNames.map((dimension) => {
    const values: readonly string[] = dimensions[dimension];
    return (words[dimension] ?? []).reduce((bits, word) => bits | (1 << values.indexOf(word)), 0);
  });
}

const encryptionMatching = (pattern: RegExp) => ({
  encryption: dimensions.encryption.filter((name) => pattern.test(name)),
});
const authenticated = dimensions.authentication.filter((name) => name !== "anon");
const encrypted = dimensions.encryption.filter((name) => name !== "NULL");

const dhe: Words = { keyExchange: ["DHE"] };
const ecdhe: Words = { keyExchange: ["ECDHE"] };
const old3des: Words = {
  keyExchange: ["DHE"],
  encryption: ["3DES-CBC"],
  mac: ["SHA1"],
  minVersion: ["SSLv3"],
  strength: ["MEDIUM", "FIPS"],
};

/** The aliases of OpenSSL 1.1.1 to 4.0 (`cipher_aliases` in ssl/ssl_ciph.c), GOST left out because it needs an engine. */
const keywords: Readonly<Record<string, Words>> = {
  ALL: { encryption: encrypted },
  COMPLEMENTOFALL: { encryption: ["NULL"] },
  COMPLEMENTOFDEFAULT: { default: ["outside"] },
  kRSA: { keyExchange: ["RSA"] },
  kEDH: dhe,
  kDHE: dhe,
  DH: dhe,
  kEECDH: ecdhe,
  kECDHE: ecdhe,
  ECDH: ecdhe,
  kPSK: { keyExchange: ["PSK"] },
  kRSAPSK: { keyExchange: ["RSA_PSK"] },
  kECDHEPSK: { keyExchange: ["ECDHE_PSK"] },
  kDHEPSK: { keyExchange: ["DHE_PSK"] },
  kSRP: { keyExchange: ["SRP"] },
  aRSA: { authentication: ["RSA"] },
  aDSS: { authentication: ["DSS"] },
  DSS: { authentication: ["DSS"] },
  aNULL: { authentication: ["anon"] },
  aECDSA: { authentication: ["ECDSA"] },
  ECDSA: { authentication: ["ECDSA"] },
  aPSK: { authentication: ["PSK"] },
  aSRP: { authentication: ["SRP"] },
  EDH: { ...dhe, authentication: authenticated },
  DHE: { ...dhe, authentication: authenticated },
  EECDH: { ...ecdhe, authentication: authenticated },
  ECDHE: { ...ecdhe, authentication: authenticated },
  NULL: { encryption: ["NULL"] },
  eNULL: { encryption: ["NULL"] },
  RSA: { keyExchange: ["RSA"], authentication: ["RSA"] },
  ADH: { ...dhe, authentication: ["anon"] },
  AECDH: { ...ecdhe, authentication: ["anon"] },
  PSK: { keyExchange: ["PSK", "RSA_PSK", "DHE_PSK", "ECDHE_PSK"] },
  SRP: { keyExchange: ["SRP"] },
  "3DES": { encryption: ["3DES-CBC"] },
  RC4: { encryption: ["RC4-128"] },
  RC2: { encryption: ["RC2-128-CBC"] },
  IDEA: { encryption: ["IDEA-128-CBC"] },
  SEED: { encryption: ["SEED-128-CBC"] },
  AES: encryptionMatching(/^AES/),
  AES128: encryptionMatching(/^AES-128/),
  AES256: encryptionMatching(/^AES-256/),
  AESGCM: encryptionMatching(/^AES.*GCM$/),
  AESCCM: encryptionMatching(/^AES.*CCM/),
  AESCCM8: encryptionMatching(/^AES.*CCM_8$/),
  CAMELLIA: encryptionMatching(/^CAMELLIA/),
  CAMELLIA128: encryptionMatching(/^CAMELLIA-128/),
  CAMELLIA256: encryptionMatching(/^CAMELLIA-256/),
  CHACHA20: encryptionMatching(/^CHACHA20/),
  ARIA: encryptionMatching(/^ARIA/),
  ARIAGCM: encryptionMatching(/^ARIA/),
  ARIA128: encryptionMatching(/^ARIA-128/),
  ARIA256: encryptionMatching(/^ARIA-256/),
  CBC: encryptionMatching(/CBC$/),
  MD5: { mac: ["MD5"] },
  SHA1: { mac: ["SHA1"] },
  SHA: { mac: ["SHA1"] },
  SHA256: { mac: ["SHA256"] },
  SHA384: { mac: ["SHA384"] },
  SSLv3: { minVersion: ["SSLv3"] },
  TLSv1: { minVersion: ["TLSv1"] },
  "TLSv1.0": { minVersion: ["TLSv1"] },
  "TLSv1.2": { minVersion: ["TLSv1.2"] },
  LOW: { strength: ["LOW"] },
  MEDIUM: { strength: ["MEDIUM"] },
  HIGH: { strength: ["HIGH"] },
  FIPS: { encryption: encrypted, strength: ["FIPS"] },
  "EDH-DSS-DES-CBC3-SHA": { ...old3des, authentication: ["DSS"] },
  "EDH-RSA-DES-CBC3-SHA": { ...old3des, authentication: ["RSA"] },
};

// OpenSSL 3 keeps these ciphers in its legacy provider, and leaves out keywords that select only what it cannot load (measured on Node 20 and 24).
const legacy = ["RC4", "RC2", "IDEA", "SEED"];

const keywordsAbsent: Readonly<Record<OpenSslLine, readonly string[]>> = {
  "1.1.1": ["CBC"],
  "3.0": legacy,
  "3.5": legacy,
  "4.0": [...legacy, "SSLv3", "FIPS"],
};

/** A suite as one OpenSSL build sees it. */
export interface CipherEntry {
  readonly suite: CipherSuite;
  readonly bits: readonly number[];
  readonly strengthBits: number;
}

const isShortTag = (suite: CipherSuite, line: OpenSslLine) =>
  suite.encryption.endsWith("CCM_8") && (line === "3.5" || line === "4.0");

const namelessStrength: Readonly<Record<string, number>> = {
  NULL: 0,
  "3DES-CBC": 112,
  GOST: 256,
  "CHACHA20-POLY1305": 256,
};

/** The strength OpenSSL gives a suite, in bits; from 3.2 on the short tag of CCM_8 counts as 64. */
export function strengthBits(suite: CipherSuite, line: OpenSslLine): number {
  if (isShortTag(suite, line)) return 64;
  return namelessStrength[suite.encryption] ?? Number(/-(\d+)/.exec(suite.encryption)![1]);
}

function strengthClass(suite: CipherSuite, line: OpenSslLine): "NONE" | "MEDIUM" | "HIGH" {
  if (suite.encryption === "NULL") return "NONE";
  return isShortTag(suite, line) || /^(?:SEED|IDEA)/.test(suite.encryption) ? "MEDIUM" : "HIGH";
}

export function toEntry(suite: CipherSuite, line: OpenSslLine): CipherEntry {
  const words = {
    keyExchange: [suite.keyExchange],
    authentication: [suite.authentication],
    encryption: [suite.encryption],
    mac: [suite.mac],
    minVersion: [suite.minVersion],
    strength:
      suite.isInFipsKeyword && line !== "4.0" ? [strengthClass(suite, line), "FIPS"] : [strengthClass(suite, line)],
    default: suite.isOutsideOpenSslDefault ? ["outside"] : [],
  } as Words;
  return { suite, bits: toBits(words), strengthBits: strengthBits(suite, line) };
}

export function keywordSelectors(line: OpenSslLine): readonly (readonly [string, CipherSelector])[] {
  return Object.entries(keywords)
    .filter(([name]) => !keywordsAbsent[line].includes(name))
    .map(([name, words]) => [name, { bits: toBits(words) }]);
}

/** Inside an AND the protocol of a suite given by name does not count. */
export function suiteSelector({ suite, bits }: CipherEntry): CipherSelector {
  return { suite, bits: bits.map((value, dimension) => (dimension === minVersionAt ? 0 : value)) };
}

/** OpenSSL overwrites both strength and default flag with the first strength it meets: `COMPLEMENTOFDEFAULT+HIGH` is `HIGH`, `HIGH+COMPLEMENTOFDEFAULT` is not. */
function keepsDefault(left: CipherSelector, right: CipherSelector): boolean {
  return right.bits[strengthAt] === 0 || left.bits[strengthAt] !== 0;
}

/** What both words select together, or undefined where a dimension is left empty: OpenSSL then ignores the whole item. */
export function intersect(left: CipherSelector, right: CipherSelector): CipherSelector | undefined {
  const isDefaultKept = keepsDefault(left, right);
  const bits = left.bits.map((given, dimension) => {
    const value = dimension === defaultAt && !isDefaultKept ? 0 : given;
    const other = right.bits[dimension]!;
    if (value === 0 || other === 0) return value | other;
    return value & other || Number.NaN;
  });
  const suite = right.suite ?? left.suite;
  if (bits.some(Number.isNaN)) return undefined;
  return suite ? { bits, suite } : { bits };
}

export function matches(selector: CipherSelector, entry: CipherEntry): boolean {
  if (selector.suite && selector.suite !== entry.suite) return false;
  return selector.bits.every((value, dimension) => value === 0 || (value & entry.bits[dimension]!) !== 0);
}

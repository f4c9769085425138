import { OPENSSL_LINES, type OpenSslLine } from "../runtimes/openssl-line.js";
import { cipherSuiteRows } from "./cipher-suites.generated.js";
import { type CipherWeakness, cipherWeaknesses } from "./cipher-weaknesses.js";
import type { HistoricVersion, ProtocolVersion } from "./protocol-versions.js";
import type { Judgement } from "./status.js";

/** What a suite is made of, in the words of its IANA name; `any` for TLS 1.3, which negotiates that part apart from the suite. */
export interface CipherSuiteAttributes {
  readonly keyExchange: string;
  /** `anon` where nobody is authenticated. */
  readonly authentication: string;
  /** `AES-128-GCM`, `CHACHA20-POLY1305`, `3DES-CBC`, `NULL` ... */
  readonly encryption: string;
  /** `AEAD` or the hash of the HMAC. */
  readonly mac: string;
}

/** A TLS cipher suite, judged by its worst weakness. */
export interface CipherSuite extends CipherSuiteAttributes, Judgement {
  readonly codePoint: number;
  /** For a code point that IANA never registered: the name of the draft or vendor. */
  readonly ianaName: string;
  /** The name OpenSSL's cipher list uses; for TLS 1.3 the same as the IANA name. Undefined where no OpenSSL release had the suite. */
  readonly opensslName: string | undefined;
  readonly isAead: boolean;
  readonly hasForwardSecrecy: boolean;
  readonly minVersion: ProtocolVersion | HistoricVersion;
  readonly maxVersion: ProtocolVersion | HistoricVersion;
  /** IANA's Recommended column with RFC 9847 and RFC 10015: yes, no, discouraged; undefined for an unregistered suite. */
  readonly ianaRecommended: "Y" | "N" | "D" | undefined;
  readonly weaknesses: readonly CipherWeakness[];
  /** The OpenSSL lines that can negotiate the suite in the build that Node bundles. */
  readonly opensslLines: readonly OpenSslLine[];
  /** OpenSSL keeps the suite out of its own `DEFAULT` list. */
  readonly isOutsideOpenSslDefault: boolean;
  /** OpenSSL's `FIPS` keyword, gone in 4.0, selects the suite. */
  readonly isInFipsKeyword: boolean;
}

const forwardSecret = new Set(["any", "DHE", "ECDHE", "DHE_PSK", "ECDHE_PSK", "ECCPWD"]);
const tls13Suites = new Set(["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"]);
const rfc9325Suite = /^TLS_ECDHE_(?:RSA|ECDSA)_WITH_AES_(?:128|256)_GCM_SHA(?:256|384)$/;

const none = (field: string): string | undefined => (field === "-" ? undefined : field);

function judge(ianaName: string, recommended: string, weaknesses: readonly CipherWeakness[]): Judgement {
  const [worst] = weaknesses;
  if (worst) return { status: worst.status, reference: worst.reference };
  if (tls13Suites.has(ianaName)) return { status: "recommended", reference: "RFC 8446, section 9.1" };
  if (rfc9325Suite.test(ianaName)) return { status: "recommended", reference: "RFC 9325, section 4.2" };
  return { status: recommended === "Y" ? "recommended" : "allowed", reference: "IANA TLS Cipher Suites registry" };
}

function readRow(row: string): CipherSuite {
  const [
    code,
    ianaName,
    opensslName,
    keyExchange,
    authentication,
    encryption,
    mac,
    min,
    max,
    recommended,
    lines,
    flags,
  ] = row.split(" ") as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    CipherSuite["minVersion"],
    CipherSuite["maxVersion"],
    string,
    string,
    string,
  ];
  const weaknesses = cipherWeaknesses({ keyExchange, authentication, encryption, mac });
  return {
    codePoint: Number.parseInt(code, 16),
    ianaName,
    opensslName: none(opensslName),
    keyExchange,
    authentication,
    encryption,
    mac,
    isAead: mac === "AEAD",
    hasForwardSecrecy: forwardSecret.has(keyExchange),
    minVersion: min,
    maxVersion: max,
    ianaRecommended: none(recommended) as CipherSuite["ianaRecommended"],
    weaknesses,
    ...judge(ianaName, recommended, weaknesses),
    opensslLines: OPENSSL_LINES.filter((_, index) => Number(lines) & (1 << index)),
    isOutsideOpenSslDefault: flags.includes("n"),
    isInFipsKeyword: flags.includes("f"),
  };
}

/** Every TLS cipher suite with an IANA or OpenSSL name, by rising code point. */
export const CIPHER_SUITES: readonly CipherSuite[] = cipherSuiteRows.split("\n").map(readRow);

const byIanaName = new Map(CIPHER_SUITES.map((suite) => [suite.ianaName, suite]));
const byOpensslName = new Map(CIPHER_SUITES.map((suite) => [suite.opensslName, suite]));

/** The suite of that exact IANA or OpenSSL name. */
export function findCipherSuite(name: string): CipherSuite | undefined {
  return byOpensslName.get(name) ?? byIanaName.get(name);
}

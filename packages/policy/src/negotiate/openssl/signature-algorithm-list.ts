import type { SuiteB } from "../../cipher-list/syntax.js";
import type { ProtocolVersion } from "../../parameters/protocol-versions.js";
import { isStrongEnough } from "../../parameters/security-level.js";
import {
  defaultSignatureAlgorithms,
  findSignatureAlgorithm,
  type SignatureAlgorithm,
  signatureSecurityBits,
} from "../../parameters/signature-algorithms.js";
import type { OpenSslLine } from "../../runtimes/openssl-line.js";
import type { Runtime } from "../../runtimes/runtimes.js";

const isModern = (line: OpenSslLine) => line === "3.5" || line === "4.0";

/** `TLS_MAX_SIGSTRING_LEN`: a longer name fails even where an unknown one is tolerated. */
const longestName = 39;

/** What `SSL_CTX_set1_sigalgs_list` answers. */
type SignatureAlgorithmList =
  { readonly algorithms: readonly SignatureAlgorithm[] } | { readonly error: "unknown name" | "nothing left" };

/**
 * Reads a list of algorithms as one OpenSSL line does, in order.
 * From 3.3 on `?` tolerates an unknown name and repetitions are dropped; before, a repetition fails as an unknown name does.
 */
export function parseSignatureAlgorithms(list: string, line: OpenSslLine): SignatureAlgorithmList {
  const elements = list.split(":").map((element) => element.trim());
  const isTolerated = (element: string) => isModern(line) && element.startsWith("?");
  const found = elements.map((element) =>
    findSignatureAlgorithm(isTolerated(element) ? element.slice(1) : element, line),
  );
  const isRead = (element: string, index: number) =>
    found[index] !== undefined || (isTolerated(element) && element.length <= 1 + longestName);
  if (!elements.every(isRead)) return { error: "unknown name" };
  const known = found.filter((algorithm) => algorithm !== undefined);
  const algorithms = [...new Set(known)];
  if (algorithms.length === 0) return { error: "nothing left" };
  return isModern(line) || algorithms.length === known.length ? { algorithms } : { error: "unknown name" };
}

const sha1 = ["ECDSA+SHA1", "rsa_pkcs1_sha1", "DSA+SHA1"];
// Each SHA-1 algorithm follows the SHA-224 one of its key.
const beforeSha1 = ["ecdsa_sha224", "rsa_pkcs1_sha224", "dsa_sha224"];

function withSha1(algorithm: SignatureAlgorithm, line: OpenSslLine): readonly SignatureAlgorithm[] {
  const index = beforeSha1.indexOf(algorithm.name);
  return index < 0 ? [algorithm] : [algorithm, findSignatureAlgorithm(sha1[index]!, line)!];
}

const unfiltered = new Map<OpenSslLine, readonly SignatureAlgorithm[]>();

/** The algorithms of a context that names none, before the security level filters them: OpenSSL 3 still has SHA-1 in its list, for level 0. */
export function unfilteredSignatureAlgorithms(line: OpenSslLine): readonly SignatureAlgorithm[] {
  const known = unfiltered.get(line);
  if (known) return known;
  const defaults = defaultSignatureAlgorithms(line);
  const algorithms = line === "1.1.1" ? defaults : defaults.flatMap((algorithm) => withSha1(algorithm, line));
  unfiltered.set(line, algorithms);
  return algorithms;
}

const suiteBAlgorithms: Readonly<Record<SuiteB, readonly string[]>> = {
  SUITEB128ONLY: ["ECDSA+SHA256"],
  SUITEB128C2: ["ECDSA+SHA256", "ECDSA+SHA384"],
  SUITEB128: ["ECDSA+SHA256", "ECDSA+SHA384"],
  SUITEB192: ["ECDSA+SHA384"],
};

/** The algorithms that a cipher list beginning with `SUITEB` allows, whatever `sigalgs` says. */
export function suiteBSignatureAlgorithms(suiteB: SuiteB, line: OpenSslLine): readonly SignatureAlgorithm[] {
  return suiteBAlgorithms[suiteB].map((name) => findSignatureAlgorithm(name, line)!);
}

const authentications: readonly (readonly [prefix: string, authentication: string])[] = [
  ["rsa", "RSA"],
  ["ecdsa", "ECDSA"],
  ["ed", "ECDSA"],
  ["dsa", "DSS"],
];

/** The authentication of the TLS 1.2 suites that the algorithm can sign for, in the words of a `CipherSuite`; undefined for ML-DSA. */
export function authenticationOf({ name }: SignatureAlgorithm): string | undefined {
  return authentications.find(([prefix]) => name.startsWith(prefix))?.[1];
}

export function isSignatureAllowedAtLevel(
  algorithm: SignatureAlgorithm,
  level: number,
  { openssl, traits }: Runtime,
): boolean {
  const isUnrated = algorithm.name.startsWith("ed") && !traits.has("ratesEdwardsCurves");
  return isUnrated || isStrongEnough(signatureSecurityBits(algorithm, openssl), level);
}

/** Whether the algorithm stands in the ClientHello of a client that offers `min` and newer and whose limit is `max`, switched off or not. */
export function isForVersions({ versions }: SignatureAlgorithm, min: ProtocolVersion, max: ProtocolVersion): boolean {
  if (versions === "any") return true;
  return versions === "TLSv1.3" ? max === "TLSv1.3" : min !== "TLSv1.3";
}

/** Whether a handshake of that version, 1.2 or 1.3, can be signed with it: in TLS 1.3, RSA PKCS #1 is for certificates only. */
export function canSign({ name, versions }: SignatureAlgorithm, version: "TLSv1.2" | "TLSv1.3"): boolean {
  if (version === "TLSv1.2") return versions !== "TLSv1.3";
  return versions !== "up to TLSv1.2" && !name.startsWith("rsa_pkcs1");
}

// Below TLS 1.2 the algorithm is fixed: MD5 with SHA-1 for RSA, which OpenSSL 1.1.1 rates by its 36 bytes, and SHA-1 for the others. OpenSSL 3 rates both below level 1.
const legacyBits = { RSA: 144, other: 80, openssl3: 64 } as const;

/** Whether a handshake below TLS 1.2 can be signed at a security level. */
export function canSignBelowTls12(authentication: string, level: number, line: OpenSslLine): boolean {
  if (line !== "1.1.1") return isStrongEnough(legacyBits.openssl3, level);
  return isStrongEnough(authentication === "RSA" ? legacyBits.RSA : legacyBits.other, level);
}

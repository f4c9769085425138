import type { SuiteB } from "../cipher-list-syntax.js";
import type { Throws } from "../negotiation.js";
import type { OpenSslLine } from "../openssl-line.js";
import type { ProtocolVersion } from "../protocol-versions.js";
import type { Runtime } from "../runtimes.js";
import { isStrongEnough } from "../security-level.js";
import type { SignatureAlgorithm } from "../signature-algorithms.js";
import { defaultSignatureAlgorithms, findSignatureAlgorithm, signatureSecurityBits } from "../signature-algorithms.js";
import { invalidValueCode, print, throws } from "./throws.js";

const isModern = (line: OpenSslLine) => line === "3.5" || line === "4.0";

/** What `SSL_CTX_set1_sigalgs_list` answers. */
type SignatureAlgorithmList =
  { readonly algorithms: readonly SignatureAlgorithm[] } | { readonly error: "unknown name" | "nothing left" };

/**
 * Reads `sigalgs` as one OpenSSL line does, in order.
 * From 3.3 on `?` tolerates an unknown name and repetitions are dropped; before, a repetition fails as an unknown name does.
 */
function parseSignatureAlgorithms(list: string, line: OpenSslLine): SignatureAlgorithmList {
  const elements = list.split(":").map((element) => element.trim());
  const isTolerated = (element: string) => isModern(line) && element.startsWith("?");
  const found = elements.map((element) =>
    findSignatureAlgorithm(isTolerated(element) ? element.slice(1) : element, line),
  );
  if (!elements.every((element, index) => found[index] || isTolerated(element))) return { error: "unknown name" };
  const known = found.filter((algorithm) => algorithm !== undefined);
  const algorithms = [...new Set(known)];
  if (algorithms.length === 0) return { error: "nothing left" };
  return isModern(line) || algorithms.length === known.length ? { algorithms } : { error: "unknown name" };
}

const SHA1 = ["ECDSA+SHA1", "rsa_pkcs1_sha1", "DSA+SHA1"];
// Each SHA-1 algorithm follows the SHA-224 one of its key.
const BEFORE_SHA1 = ["ecdsa_sha224", "rsa_pkcs1_sha224", "dsa_sha224"];

function withSha1(algorithm: SignatureAlgorithm, line: OpenSslLine): readonly SignatureAlgorithm[] {
  const index = BEFORE_SHA1.indexOf(algorithm.name);
  return index < 0 ? [algorithm] : [algorithm, findSignatureAlgorithm(SHA1[index]!, line)!];
}

const unfiltered = new Map<OpenSslLine, readonly SignatureAlgorithm[]>();

/** The algorithms without `sigalgs` before the security level filters them: OpenSSL 3 still has SHA-1 in its list, for level 0. */
function unfilteredSignatureAlgorithms(line: OpenSslLine): readonly SignatureAlgorithm[] {
  const known = unfiltered.get(line);
  if (known) return known;
  const defaults = defaultSignatureAlgorithms(line);
  const algorithms = line === "1.1.1" ? defaults : defaults.flatMap((algorithm) => withSha1(algorithm, line));
  unfiltered.set(line, algorithms);
  return algorithms;
}

/** The algorithms of `sigalgs`, or those of its absence, before the security level filters them. */
export function signatureAlgorithms(sigalgs: unknown, runtime: Runtime): readonly SignatureAlgorithm[] | Throws {
  const { traits, openssl } = runtime;
  const isAbsent =
    sigalgs === undefined || !traits.has("hasSigalgs") || (sigalgs === null && traits.has("acceptsNullOptions"));
  if (isAbsent) return unfilteredSignatureAlgorithms(openssl);
  if (typeof sigalgs !== "string")
    return throws("ERR_INVALID_ARG_TYPE", ["sigalgs"], `\`sigalgs\` must be a string, not ${print(sigalgs)}.`);
  if (sigalgs === "") return throws(invalidValueCode(runtime), ["sigalgs"], "`sigalgs` is empty.");
  const list = parseSignatureAlgorithms(sigalgs, openssl);
  if (!("error" in list)) return list.algorithms;
  const code = list.error === "nothing left" ? "ERR_SSL_PASSED_INVALID_ARGUMENT" : undefined;
  return throws(code, ["sigalgs"], `OpenSSL ${openssl} does not accept \`sigalgs\` ${print(sigalgs)}.`);
}

const SUITE_B_ALGORITHMS: Readonly<Record<SuiteB, readonly string[]>> = {
  SUITEB128ONLY: ["ECDSA+SHA256"],
  SUITEB128C2: ["ECDSA+SHA256", "ECDSA+SHA384"],
  SUITEB128: ["ECDSA+SHA256", "ECDSA+SHA384"],
  SUITEB192: ["ECDSA+SHA384"],
};

/** The algorithms that a cipher list beginning with `SUITEB` allows, whatever `sigalgs` says. */
export function suiteBSignatureAlgorithms(suiteB: SuiteB, line: OpenSslLine): readonly SignatureAlgorithm[] {
  return SUITE_B_ALGORITHMS[suiteB].map((name) => findSignatureAlgorithm(name, line)!);
}

const AUTHENTICATION: readonly (readonly [prefix: string, authentication: string])[] = [
  ["rsa", "RSA"],
  ["ecdsa", "ECDSA"],
  ["ed", "ECDSA"],
  ["dsa", "DSS"],
];

/** The authentication of the TLS 1.2 suites that the algorithm can sign for, in the words of a `CipherSuite`; undefined for ML-DSA. */
export function authenticationOf({ name }: SignatureAlgorithm): string | undefined {
  return AUTHENTICATION.find(([prefix]) => name.startsWith(prefix))?.[1];
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
const LEGACY_BITS = { RSA: 144, other: 80, openssl3: 64 } as const;

/** Whether a handshake below TLS 1.2 can be signed at a security level. */
export function canSignBelowTls12(authentication: string, level: number, line: OpenSslLine): boolean {
  if (line !== "1.1.1") return isStrongEnough(LEGACY_BITS.openssl3, level);
  return isStrongEnough(authentication === "RSA" ? LEGACY_BITS.RSA : LEGACY_BITS.other, level);
}

import { OPENSSL_LINES, type OpenSslLine } from "../runtimes/openssl-line.js";
import type { Judgement, Status } from "./status.js";

/** A signature algorithm of the handshake. Names, versions and strengths as measured on Node 12 to 26. */
export interface SignatureAlgorithm extends Judgement {
  /** IANA's SignatureScheme name where it has one, else OpenSSL 3.5's. */
  readonly name: string;
  /** The name for `sigalgs` that every OpenSSL line with the algorithm accepts: `ECDSA+SHA1`, `rsa_pss_rsae_sha256`. */
  readonly opensslName: string;
  readonly codePoint: number;
  /** The first OpenSSL line that has the algorithm. */
  readonly since: OpenSslLine;
  /** The TLS versions it serves: a context limited to others has "no suitable signature algorithm" from it alone. */
  readonly versions: "any" | "up to TLSv1.2" | "TLSv1.3";
  /** Strength as OpenSSL 3's security levels count it; 1.1.1 gives SHA-1 80 bits. */
  readonly securityBits: number;
}

type Row = readonly [codePoint: number, name: string, securityBits: number, opensslName?: string];

function algorithms(
  versions: SignatureAlgorithm["versions"],
  status: Status,
  reference: string,
  rows: readonly Row[],
  since: OpenSslLine = "1.1.1",
): SignatureAlgorithm[] {
  return rows.map(([codePoint, name, securityBits, opensslName = name]) => ({
    name,
    opensslName,
    codePoint,
    since,
    versions,
    securityBits,
    status,
    reference,
  }));
}

/** Every signature algorithm that an OpenSSL of Node 12 to 26 knows, best first. */
export const SIGNATURE_ALGORITHMS: readonly SignatureAlgorithm[] = [
  ...algorithms("any", "recommended", "RFC 8446, section 11", [
    [0x0403, "ecdsa_secp256r1_sha256", 128],
    [0x0503, "ecdsa_secp384r1_sha384", 192],
    [0x0807, "ed25519", 128],
    [0x0804, "rsa_pss_rsae_sha256", 128],
    [0x0805, "rsa_pss_rsae_sha384", 192],
    [0x0806, "rsa_pss_rsae_sha512", 256],
    [0x0809, "rsa_pss_pss_sha256", 128],
    [0x080a, "rsa_pss_pss_sha384", 192],
    [0x080b, "rsa_pss_pss_sha512", 256],
  ]),
  ...algorithms("any", "allowed", "RFC 8446, section 4.2.3", [
    [0x0603, "ecdsa_secp521r1_sha512", 256],
    [0x0808, "ed448", 224],
    [0x0401, "rsa_pkcs1_sha256", 128],
    [0x0501, "rsa_pkcs1_sha384", 192],
    [0x0601, "rsa_pkcs1_sha512", 256],
  ]),
  ...algorithms(
    "TLSv1.3",
    "allowed",
    "IANA TLS SignatureScheme registry",
    [
      [0x0904, "mldsa44", 128],
      [0x0905, "mldsa65", 192],
      [0x0906, "mldsa87", 256],
    ],
    "3.5",
  ),
  ...algorithms(
    "TLSv1.3",
    "allowed",
    "RFC 8734, section 4",
    [
      [0x081a, "ecdsa_brainpoolP256r1tls13_sha256", 128],
      [0x081b, "ecdsa_brainpoolP384r1tls13_sha384", 192],
      [0x081c, "ecdsa_brainpoolP512r1tls13_sha512", 256],
    ],
    "3.5",
  ),
  ...algorithms("up to TLSv1.2", "deprecated", "RFC 9847", [
    [0x0303, "ecdsa_sha224", 112, "ECDSA+SHA224"],
    [0x0301, "rsa_pkcs1_sha224", 112],
  ]),
  ...algorithms("up to TLSv1.2", "deprecated", "RFC 8446, section 4.2.3", [
    [0x0602, "dsa_sha512", 256, "DSA+SHA512"],
    [0x0502, "dsa_sha384", 192, "DSA+SHA384"],
    [0x0402, "dsa_sha256", 128, "DSA+SHA256"],
    [0x0302, "dsa_sha224", 112, "DSA+SHA224"],
  ]),
  ...algorithms("up to TLSv1.2", "prohibited", "RFC 9155, section 2", [
    [0x0203, "ecdsa_sha1", 63, "ECDSA+SHA1"],
    [0x0201, "rsa_pkcs1_sha1", 63],
    [0x0202, "dsa_sha1", 63, "DSA+SHA1"],
  ]),
];

const byCode = new Map(SIGNATURE_ALGORITHMS.map((algorithm) => [algorithm.codePoint, algorithm]));

const pairHashes = ["SHA1", "SHA224", "SHA256", "SHA384", "SHA512"] as const;

/** The code points of `RSA+SHA256` and its like: hash in the high byte, except RSA-PSS, which has SHA-256 to SHA-512 only. */
const pairCodes: Readonly<Record<string, (hash: number) => number>> = {
  RSA: (hash) => (hash + 2) * 0x100 + 1,
  DSA: (hash) => (hash + 2) * 0x100 + 2,
  ECDSA: (hash) => (hash + 2) * 0x100 + 3,
  "RSA-PSS": (hash) => 0x0802 + hash,
  PSS: (hash) => 0x0802 + hash,
};

const rank = (line: OpenSslLine) => OPENSSL_LINES.indexOf(line);
const ignoresCase = (openssl: OpenSslLine) => rank(openssl) >= rank("3.5");

function pairCode(signature: string, hash: string, openssl: OpenSslLine): number | undefined {
  const known = ignoresCase(openssl) ? signature.toUpperCase() : signature;
  const toCode = Object.hasOwn(pairCodes, known) ? pairCodes[known] : undefined;
  const isOneCase = hash === hash.toUpperCase() || hash === hash.toLowerCase();
  const index = isOneCase ? pairHashes.findIndex((name) => name === hash.toUpperCase()) : -1;
  return toCode && index >= 0 ? toCode(index) : undefined;
}

function findPair(name: string, openssl: OpenSslLine): SignatureAlgorithm | undefined {
  const [first, second, ...rest] = name.split("+");
  if (second === undefined || rest.length > 0) return undefined;
  const code = pairCode(first!, second, openssl) ?? pairCode(second, first!, openssl);
  return code === undefined ? undefined : byCode.get(code);
}

// OpenSSL 3.5 takes the names without `tls13` for the same code points.
const tls12Brainpool = /^ecdsa_brainpoolP\d+r1_sha\d+$/i;

// Before 3.5 OpenSSL has no name of its own for these, only the pair.
const isNamed = ({ name, opensslName }: SignatureAlgorithm, openssl: OpenSslLine) =>
  name === opensslName || ignoresCase(openssl);

// The provider registers ML-DSA under both spellings (measured on Node 22.23 and 24.21).
const standardMlDsa = /^ml-dsa-(\d+)$/i;

function withOwnName(name: string): string {
  return tls12Brainpool.test(name)
    ? name.replace(/(r1)(_)/i, "$1tls13$2")
    : name.replace(standardMlDsa, (_, size: string) => `mldsa${size}`);
}

/**
 * The algorithm that one element of `sigalgs` names on an OpenSSL line: a scheme name, or signature and hash joined by `+` in either order.
 * Undefined where that line does not know the name.
 */
export function findSignatureAlgorithm(name: string, openssl: OpenSslLine): SignatureAlgorithm | undefined {
  if (name.includes("+")) return findPair(name, openssl);
  const wanted = ignoresCase(openssl) ? withOwnName(name) : name;
  const fold = (text: string) => (ignoresCase(openssl) ? text.toLowerCase() : text);
  return SIGNATURE_ALGORITHMS.find(
    (algorithm) =>
      rank(algorithm.since) <= rank(openssl) && isNamed(algorithm, openssl) && fold(algorithm.name) === fold(wanted),
  );
}

/** Strength in bits as that line's security levels count it. */
export function signatureSecurityBits({ securityBits }: SignatureAlgorithm, openssl: OpenSslLine): number {
  return securityBits < 80 && openssl === "1.1.1" ? 80 : securityBits;
}

const common = "ecdsa_secp256r1_sha256 ecdsa_secp384r1_sha384 ecdsa_secp521r1_sha512 ed25519 ed448";
const rsa =
  "rsa_pss_pss_sha256 rsa_pss_pss_sha384 rsa_pss_pss_sha512 rsa_pss_rsae_sha256 rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pkcs1_sha256 rsa_pkcs1_sha384 rsa_pkcs1_sha512";
const dsa = "DSA+SHA224 DSA+SHA256 DSA+SHA384 DSA+SHA512";

const defaults: Readonly<Record<Exclude<OpenSslLine, "4.0">, string>> = {
  "1.1.1": `${common} ${rsa} ECDSA+SHA224 ECDSA+SHA1 rsa_pkcs1_sha224 rsa_pkcs1_sha1 DSA+SHA224 DSA+SHA1 DSA+SHA256 DSA+SHA384 DSA+SHA512`,
  "3.0": `${common} ${rsa} ECDSA+SHA224 rsa_pkcs1_sha224 ${dsa}`,
  "3.5":
    `mldsa65 mldsa87 mldsa44 ${common} ecdsa_brainpoolP256r1tls13_sha256 ecdsa_brainpoolP384r1tls13_sha384 ecdsa_brainpoolP512r1tls13_sha512 ` +
    `${rsa} ECDSA+SHA224 rsa_pkcs1_sha224 ${dsa}`,
};

/**
 * The algorithms a client offers without `sigalgs` while TLS 1.2 and 1.3 are on, in the order of the ClientHello (measured on Node 12 to 26).
 * No Node bundles OpenSSL 4.0 yet; the list of 3.5 stands in for it.
 */
export function defaultSignatureAlgorithms(openssl: OpenSslLine): readonly SignatureAlgorithm[] {
  return defaults[openssl === "4.0" ? "3.5" : openssl].split(" ").map((name) => findSignatureAlgorithm(name, openssl)!);
}

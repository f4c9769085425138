import type { CipherSuite } from "../cipher-suites.js";
import type { Group } from "../groups.js";
import { isSuiteAllowedAtLevel } from "../node-ciphers.js";
import type { ProtocolVersion } from "../protocol-versions.js";
import { compareProtocolVersions, PROTOCOL_VERSIONS, protocolVersionsBetween } from "../protocol-versions.js";
import { secureOption } from "../secure-options.js";
import { isStrongEnough, isVersionAllowedAtLevel } from "../security-level.js";
import type { SignatureAlgorithm } from "../signature-algorithms.js";
import type { TlsContext } from "./context.js";
import { isGroupUsable } from "./groups.js";
import { authenticationOf, canSign, canSignBelowTls12, isSignatureAllowedAtLevel } from "./signature-algorithms.js";

const DISABLING_BITS: ReadonlyMap<ProtocolVersion, number> = new Map(PROTOCOL_VERSIONS.map(({ name, disabledBy }) => [name, secureOption(disabledBy)!.bit]));

/** The versions the options ask for: within the limits and not switched off by a bit. */
export function requestedVersions({ min, max, secureOptions }: TlsContext): readonly ProtocolVersion[] {
  return protocolVersionsBetween(min, max).filter((version) => (secureOptions & DISABLING_BITS.get(version)!) === 0);
}

export const isBelowTls12 = (version: ProtocolVersion) => compareProtocolVersions(version, "TLSv1.2") < 0;

/** The requested versions that the security level and Suite B let through. */
export function enabledVersions(context: TlsContext): readonly ProtocolVersion[] {
  const { securityLevel, suiteB, runtime } = context;
  return requestedVersions(context).filter(
    (version) => isVersionAllowedAtLevel(version, securityLevel, runtime.openssl) && !(suiteB && isBelowTls12(version)),
  );
}

/**
 * Where versions between are switched off, OpenSSL's range is the oldest unbroken run (`ssl_get_min_max_version`):
 * without TLS 1.2 a client asking for TLS 1.0 to 1.3 offers 1.0 and 1.1 only.
 */
export function oldestRun(versions: readonly ProtocolVersion[]): readonly ProtocolVersion[] {
  const ranks = versions.map((version) => RANKS.get(version)!);
  return versions.filter((_, index) => ranks[index]! - ranks[0]! === index);
}

const RANKS: ReadonlyMap<string, number> = new Map(["SSLv2", "SSLv3", ...PROTOCOL_VERSIONS.map(({ name }) => name)].map((name, rank) => [name, rank]));

/** Whether a suite exists in one of the versions from `min` to `max`. */
export function isSuiteInRange({ minVersion, maxVersion }: CipherSuite, min: ProtocolVersion, max: ProtocolVersion): boolean {
  return RANKS.get(minVersion)! <= RANKS.get(max)! && RANKS.get(maxVersion)! >= RANKS.get(min)!;
}

export const isTls13Suite = ({ minVersion }: CipherSuite) => minVersion === "TLSv1.3";

const NEEDS_CALLBACK = new Set(["PSK", "RSA_PSK", "DHE_PSK", "ECDHE_PSK", "SRP"]);

/** The suites that pass the security level and need no pre-shared key or SRP, which these options do not set up. */
export function permittedSuites({ suites, securityLevel, runtime }: TlsContext): readonly CipherSuite[] {
  return suites.filter((suite) => !NEEDS_CALLBACK.has(suite.keyExchange) && isSuiteAllowedAtLevel(suite, securityLevel, runtime.openssl));
}

/** The signature algorithms that pass the security level. */
export function permittedAlgorithms({ signatureAlgorithms, securityLevel, runtime }: TlsContext): readonly SignatureAlgorithm[] {
  return signatureAlgorithms.filter((algorithm) => isSignatureAllowedAtLevel(algorithm, securityLevel, runtime));
}

/** The groups usable in one version. */
export function usableGroups({ side, groups, securityLevel, runtime }: TlsContext, version: ProtocolVersion): readonly Group[] {
  const minds = side === "client" || runtime.traits.has("checksGroupsOfServers");
  return groups.groups.filter((group) => (minds ? isGroupUsable(group, version, securityLevel, runtime.openssl) : isStrongEnough(group.securityBits, securityLevel)));
}

/** What a context can do in one version, whoever the peer is. */
export interface VersionMeans {
  readonly version: ProtocolVersion;
  /** For ECDHE, or in TLS 1.3 any key exchange. */
  readonly groups: readonly Group[];
  /** The kinds of certificate that can sign a handshake; for TLS 1.3, `any`. */
  readonly signers: ReadonlySet<string>;
}

const CERTIFICATE_KINDS = ["RSA", "ECDSA", "DSS"];

function signersOf(context: TlsContext, version: ProtocolVersion): readonly string[] {
  if (isBelowTls12(version)) return CERTIFICATE_KINDS.filter((kind) => canSignBelowTls12(kind, context.securityLevel, context.runtime.openssl));
  const isTls13 = version === "TLSv1.3";
  const signing = permittedAlgorithms(context).filter((algorithm) => canSign(algorithm, isTls13 ? "TLSv1.3" : "TLSv1.2"));
  return signing.map((algorithm) => (isTls13 ? "any" : authenticationOf(algorithm)!));
}

export function meansOf(context: TlsContext, version: ProtocolVersion): VersionMeans {
  return { version, groups: usableGroups(context, version), signers: new Set(signersOf(context, version)) };
}

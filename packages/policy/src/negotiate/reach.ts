import type { CipherSuite } from "../cipher-suites.js";
import { CIPHER_SUITES } from "../cipher-suites.js";
import type { Group } from "../groups.js";
import type { ProtocolVersion } from "../protocol-versions.js";
import { compareProtocolVersions, PROTOCOL_VERSIONS, protocolVersionsBetween } from "../protocol-versions.js";
import { secureOption } from "../secure-options.js";
import { isStrongEnough, isVersionAllowedAtLevel } from "../security-level.js";
import type { SignatureAlgorithm } from "../signature-algorithms.js";
import type { TlsContext } from "./context.js";
import { isGroupUsable } from "./groups.js";
import { authenticationOf, canSign, canSignBelowTls12 } from "./signature-algorithms.js";

const DISABLING_BITS: ReadonlyMap<ProtocolVersion, number> = new Map(
  PROTOCOL_VERSIONS.map(({ name, disabledBy }) => [name, secureOption(disabledBy)!.bit]),
);

/** The versions the options ask for: within the limits and not switched off by a bit. */
export function requestedVersions({ min, max, secureOptions, isPinned }: TlsContext): readonly ProtocolVersion[] {
  if (isPinned) return [min];
  return protocolVersionsBetween(min, max).filter((version) => (secureOptions & DISABLING_BITS.get(version)!) === 0);
}

export const isBelowTls12 = (version: ProtocolVersion) => compareProtocolVersions(version, "TLSv1.2") < 0;

/** The requested versions that the security level and Suite B let through. */
export function enabledVersions(context: TlsContext): readonly ProtocolVersion[] {
  const { securityLevel, suiteB, runtime, isPinned } = context;
  if (isPinned) return requestedVersions(context);
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

const RANKS: ReadonlyMap<string, number> = new Map(
  ["SSLv2", "SSLv3", ...PROTOCOL_VERSIONS.map(({ name }) => name)].map((name, rank) => [name, rank]),
);

// Asked for every suite of every verdict, so looked up by suite and not by its two version names.
const SUITE_RANKS: ReadonlyMap<CipherSuite, readonly [oldest: number, newest: number]> = new Map(
  CIPHER_SUITES.map((suite) => [suite, [RANKS.get(suite.minVersion)!, RANKS.get(suite.maxVersion)!]]),
);

/** The suites that exist in one of the versions from `min` to `max`. */
export function suitesInRange(
  suites: readonly CipherSuite[],
  min: ProtocolVersion,
  max: ProtocolVersion,
): readonly CipherSuite[] {
  const [from, to] = [RANKS.get(min)!, RANKS.get(max)!];
  return suites.filter((suite) => {
    const [oldest, newest] = SUITE_RANKS.get(suite)!;
    return oldest <= to && newest >= from;
  });
}

export const isTls13Suite = ({ minVersion }: CipherSuite) => minVersion === "TLSv1.3";

/** The groups usable in one version. */
export function usableGroups(
  { side, groups, securityLevel, runtime }: TlsContext,
  version: ProtocolVersion,
): readonly Group[] {
  const minds = side === "client" || runtime.traits.has("checksGroupsOfServers");
  return groups.groups.filter((group) =>
    minds
      ? isGroupUsable(group, version, securityLevel, runtime.openssl)
      : isStrongEnough(group.securityBits, securityLevel),
  );
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

/** Whether a key of this side's own can be used with the hash; peers' keys are taken to be able to. */
function hasHash({ side, runtime }: TlsContext, { name }: SignatureAlgorithm): boolean {
  return (
    side === "client" || !name.startsWith("dsa_") || name === "dsa_sha256" || runtime.traits.has("signsAnyDsaHash")
  );
}

function signersOf(context: TlsContext, version: ProtocolVersion): readonly string[] {
  if (isBelowTls12(version))
    return CERTIFICATE_KINDS.filter((kind) => canSignBelowTls12(kind, context.securityLevel, context.runtime.openssl));
  const isTls13 = version === "TLSv1.3";
  const signing = context.signatureAlgorithms.filter(
    (algorithm) => canSign(algorithm, isTls13 ? "TLSv1.3" : "TLSv1.2") && hasHash(context, algorithm),
  );
  return signing.map((algorithm) => (isTls13 ? "any" : authenticationOf(algorithm)!));
}

export function meansOf(context: TlsContext, version: ProtocolVersion): VersionMeans {
  return { version, groups: usableGroups(context, version), signers: new Set(signersOf(context, version)) };
}

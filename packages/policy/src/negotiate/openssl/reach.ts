import { CIPHER_SUITES, type CipherSuite } from "../../parameters/cipher-suites.js";
import type { Group } from "../../parameters/groups.js";
import {
  compareProtocolVersions,
  PROTOCOL_VERSIONS,
  type ProtocolVersion,
  protocolVersionsBetween,
} from "../../parameters/protocol-versions.js";
import { secureOption } from "../../parameters/secure-options.js";
import { isStrongEnough, isVersionAllowedAtLevel } from "../../parameters/security-level.js";
import type { SignatureAlgorithm } from "../../parameters/signature-algorithms.js";
import { isGroupUsable } from "./group-list.js";
import { authenticationOf, canSign, canSignBelowTls12 } from "./signature-algorithm-list.js";
import type { TlsContext } from "./tls-context.js";

const disablingBits: ReadonlyMap<ProtocolVersion, number> = new Map(
  PROTOCOL_VERSIONS.map(({ name, disabledBy }) => [name, secureOption(disabledBy)!.bit]),
);

/** The versions the options ask for: within the limits and not switched off by a bit. */
export function requestedVersions({ min, max, secureOptions, isPinned }: TlsContext): readonly ProtocolVersion[] {
  if (isPinned) return [min];
  return protocolVersionsBetween(min, max).filter((version) => (secureOptions & disablingBits.get(version)!) === 0);
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
  const ranks = versions.map((version) => versionRanks.get(version)!);
  return versions.filter((_, index) => ranks[index]! - ranks[0]! === index);
}

const versionRanks: ReadonlyMap<string, number> = new Map(
  ["SSLv2", "SSLv3", ...PROTOCOL_VERSIONS.map(({ name }) => name)].map((name, rank) => [name, rank]),
);

// Asked for every suite of every verdict, so looked up by suite and not by its two version names.
const suiteRanks: ReadonlyMap<CipherSuite, readonly [oldest: number, newest: number]> = new Map(
  CIPHER_SUITES.map((suite) => [suite, [versionRanks.get(suite.minVersion)!, versionRanks.get(suite.maxVersion)!]]),
);

/** The suites that exist in one of the versions from `min` to `max`. */
export function suitesInRange(
  suites: readonly CipherSuite[],
  min: ProtocolVersion,
  max: ProtocolVersion,
): readonly CipherSuite[] {
  const [from, to] = [versionRanks.get(min)!, versionRanks.get(max)!];
  return suites.filter((suite) => {
    const [oldest, newest] = suiteRanks.get(suite)!;
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
  const isTls13Server = side === "server" && version === "TLSv1.3";
  const list = isTls13Server ? (groups.ofTls13Server ?? groups.groups) : groups.groups;
  return list.filter((group) =>
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

const certificateKinds = ["RSA", "ECDSA", "DSS"];

/** Whether a key of this side's own can be used with the hash; peers' keys are taken to be able to. */
function hasHash({ side, runtime }: TlsContext, { name }: SignatureAlgorithm): boolean {
  return (
    side === "client" || !name.startsWith("dsa_") || name === "dsa_sha256" || runtime.traits.has("signsAnyDsaHash")
  );
}

function signersOf(context: TlsContext, version: ProtocolVersion): readonly string[] {
  if (isBelowTls12(version))
    return certificateKinds.filter((kind) => canSignBelowTls12(kind, context.securityLevel, context.runtime.openssl));
  const isTls13 = version === "TLSv1.3";
  const signing = context.signatureAlgorithms.filter(
    (algorithm) => canSign(algorithm, isTls13 ? "TLSv1.3" : "TLSv1.2") && hasHash(context, algorithm),
  );
  return signing.map((algorithm) => (isTls13 ? "any" : authenticationOf(algorithm)!));
}

export function meansOf(context: TlsContext, version: ProtocolVersion): VersionMeans {
  return { version, groups: usableGroups(context, version), signers: new Set(signersOf(context, version)) };
}

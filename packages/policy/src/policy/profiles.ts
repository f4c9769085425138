import { findCipherSuite } from "../parameters/cipher-suites.js";
import { compareProtocolVersions } from "../parameters/protocol-versions.js";
import { SIGNATURE_ALGORITHMS } from "../parameters/signature-algorithms.js";
import { findGuideline, type Guideline, type GuidelineProfile, guidelines } from "./guidelines.js";
import type { Policy } from "./policy.js";
import type { ProfileName } from "./profile-names.js";

const hybridGroup = "X25519MLKEM768";

const isAcceptable = ({ status }: { status: string }) => status === "recommended" || status === "allowed";

/** Nobody negotiates TLS 1.0 or 1.1 any more (RFC 8996), and of the old suites only those with ECDHE are left (RFC 10015). */
function withoutProhibited({ protocolVersions, cipherSuites, ...profile }: GuidelineProfile): GuidelineProfile {
  const isAllowedVersion = (version: GuidelineProfile["protocolVersions"][number]) =>
    compareProtocolVersions(version, "TLSv1.2") >= 0;
  const isAllowedSuite = (name: string) => findCipherSuite(name)?.keyExchange === "ECDHE";
  return {
    ...profile,
    protocolVersions: protocolVersions.filter(isAllowedVersion),
    cipherSuites: cipherSuites.filter(isAllowedSuite),
  };
}

function toPolicy(name: ProfileName, { title }: Guideline, profile: GuidelineProfile): Policy {
  const published = name === "legacy" ? "old" : name;
  const reference = `${title}, ${published}`;
  const { protocolVersions, ciphersuites, cipherSuites, groups } = profile;
  const isTls13Only = cipherSuites.length === 0;
  return {
    name,
    title: name === "legacy" ? `${reference}, without what RFC 8996 and RFC 10015 prohibit` : reference,
    minVersion: { value: protocolVersions[0]!, reference },
    maxVersion: undefined,
    expectedVersions: { value: ["TLSv1.3"], reference: "RFC 9325, section 3.1.1" },
    ciphersuites: { accepted: ciphersuites, isExhaustive: false, reference },
    cipherSuites: { accepted: cipherSuites, isExhaustive: false, reference },
    groups: { accepted: groups, isExhaustive: false, reference },
    expectedGroups: { value: groups.filter((group) => group === hybridGroup), reference },
    signatureAlgorithms: {
      accepted: SIGNATURE_ALGORITHMS.filter(isAcceptable).map((algorithm) => algorithm.name),
      isExhaustive: false,
      reference: "RFC 9155, section 2",
    },
    minSecurityLevel: { value: 2, reference: "RFC 9325, section 4.5" },
    minDHSize: { value: 2048, reference: "RFC 9325, section 4.5" },
    verification: { value: true, reference: "RFC 9325, section 7.1" },
    ciphers: isTls13Only ? undefined : [...ciphersuites, ...cipherSuites].join(":"),
  };
}

function guidelineFor(name: ProfileName, version: string | undefined): Guideline {
  if (version !== undefined) return findGuideline(version);
  return guidelines.findLast(({ profiles }) => name !== "legacy" || profiles.old)!;
}

/**
 * A recommended policy, derived from a pinned edition of Mozilla's Server Side TLS guideline.
 * `legacy` comes from the guideline's "old" profile, which 6.0 dropped; it never goes below TLS 1.2 and ECDHE.
 * @param version `5.7`, `5.8` or `6.0`; the newest that has the profile when left out.
 * @throws RangeError for a version that is not vendored, or `legacy` of one that has no such profile.
 */
export function profile(name: ProfileName, version?: string): Policy {
  const guideline = guidelineFor(name, version);
  if (name !== "legacy") return toPolicy(name, guideline, guideline.profiles[name]);
  const { old } = guideline.profiles;
  if (!old) throw new RangeError(`${guideline.title} has no profile for legacy clients. Use an older edition.`);
  return toPolicy(name, guideline, withoutProhibited(old));
}

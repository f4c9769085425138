import { findGroup } from "../parameters/groups.js";
import { compareProtocolVersions, type ProtocolVersion } from "../parameters/protocol-versions.js";
import { findSignatureAlgorithm } from "../parameters/signature-algorithms.js";
import { checkPolicyDefinition, nodeOpensslLines, readCiphers } from "./check-policy-definition.js";
import type { AcceptedList, Decision, Policy } from "./policy.js";
import { PolicyError } from "./policy-error.js";
import { DEFAULT_PROFILE, type ProfileName } from "./profile-names.js";
import { profile } from "./profiles.js";

/** An organisation's policy: what it decides otherwise than the profile it extends. The JSON form has the same properties. */
export interface PolicyDefinition {
  /** For editors; ignored. */
  readonly $schema?: string;
  readonly name: string;
  /** The document that messages cite for this policy's own decisions; the name when left out. */
  readonly reference?: string;
  /** `intermediate` when left out. */
  readonly extends?: ProfileName;
  /** The edition of the guideline to extend, so that a new edition changes nothing unasked: `6.0`. */
  readonly guideline?: string;
  readonly minVersion?: ProtocolVersion;
  readonly maxVersion?: ProtocolVersion;
  /** As for Node's `ciphers`; exactly what it selects is accepted. TLS 1.3 names in it replace the TLS 1.3 suites. */
  readonly ciphers?: string;
  /** Exactly these groups are accepted, best first. */
  readonly groups?: readonly string[];
  /** Exactly these signature algorithms are accepted, best first. */
  readonly signatureAlgorithms?: readonly string[];
  /** From 1 to 5. */
  readonly minSecurityLevel?: number;
  /** In bits, 2048 or more. */
  readonly minDHSize?: number;
}

type Overrides = { -readonly [Key in keyof Policy]?: Policy[Key] };

const unique = (names: readonly string[]) => [...new Set(names)];

function cipherOverrides(ciphers: string, reference: string, base: Policy): Overrides {
  const suites = nodeOpensslLines.flatMap((openssl) => {
    const read = readCiphers(ciphers, openssl);
    return read.error ? [] : read.suites;
  });
  const namesOf = (isTls13: boolean) =>
    unique(
      suites.filter(({ maxVersion }) => (maxVersion === "TLSv1.3") === isTls13).map(({ opensslName }) => opensslName!),
    );
  const exactly = (accepted: readonly string[]): AcceptedList => ({ accepted, isExhaustive: true, reference });
  const namesTls13 = ciphers.split(":").some((part) => part.startsWith("TLS_"));
  return {
    ciphers: namesTls13 ? ciphers : [...base.ciphersuites.accepted, ciphers].join(":"),
    ciphersuites: namesTls13 ? exactly(namesOf(true)) : base.ciphersuites,
    cipherSuites: exactly(namesOf(false)),
  };
}

function expectedVersions(
  { expectedVersions: base }: Policy,
  maxVersion: ProtocolVersion | undefined,
): Decision<readonly ProtocolVersion[]> {
  return maxVersion
    ? { ...base, value: base.value.filter((version) => compareProtocolVersions(version, maxVersion) <= 0) }
    : base;
}

function listOverrides(
  { groups, signatureAlgorithms }: PolicyDefinition,
  reference: string,
  { expectedGroups }: Policy,
): Overrides {
  const overrides: Overrides = {};
  if (groups) {
    const accepted = groups.map((name) => findGroup(name, "3.5")!.name);
    overrides.groups = { accepted, isExhaustive: true, reference };
    overrides.expectedGroups = {
      ...expectedGroups,
      value: expectedGroups.value.filter((name) => accepted.includes(name)),
    };
  }
  if (signatureAlgorithms) {
    overrides.signatureAlgorithms = {
      accepted: signatureAlgorithms.map((name) => findSignatureAlgorithm(name, "3.5")!.name),
      isExhaustive: true,
      reference,
    };
  }
  return overrides;
}

function overridesOf(definition: PolicyDefinition, base: Policy): Overrides {
  const { name, reference = name, minVersion, maxVersion, ciphers, minSecurityLevel, minDHSize } = definition;
  const decide = <Value>(value: Value): Decision<Value> => ({ value, reference });
  return {
    name,
    title: `${reference}, extending ${base.title}`,
    ...(minVersion && { minVersion: decide(minVersion) }),
    ...(maxVersion && { maxVersion: decide(maxVersion), expectedVersions: expectedVersions(base, maxVersion) }),
    ...(minSecurityLevel !== undefined && { minSecurityLevel: decide(minSecurityLevel) }),
    ...(minDHSize !== undefined && { minDHSize: decide(minDHSize) }),
    ...listOverrides(definition, reference, base),
    ...(ciphers !== undefined && cipherOverrides(ciphers, reference, base)),
  };
}

/** Suites for TLS 1.2 serve nobody where only TLS 1.3 is accepted, and have to be there where TLS 1.2 is. */
function reconcileCiphers(policy: Policy): Policy {
  if (policy.minVersion.value === "TLSv1.3") return policy;
  if (policy.cipherSuites.accepted.length > 0) return policy;
  throw new PolicyError([
    {
      path: "$.minVersion",
      message:
        "TLS 1.2 is accepted, but no cipher suite for it. Add OpenSSL names such as `ECDHE-ECDSA-AES128-GCM-SHA256` to `ciphers`, or extend `intermediate`.",
    },
  ]);
}

/**
 * Makes an organisation's policy out of a profile and what it decides otherwise.
 * @throws PolicyError naming every problem with its JSON path.
 */
export function definePolicy(definition: PolicyDefinition): Policy {
  return parsePolicy(definition);
}

/**
 * Reads the JSON form of a policy, already parsed.
 * @throws PolicyError naming every problem with its JSON path.
 */
export function parsePolicy(json: unknown): Policy {
  const problems = checkPolicyDefinition(json);
  if (problems.length > 0) throw new PolicyError(problems);
  const definition = json as PolicyDefinition;
  const base = profile(definition.extends ?? DEFAULT_PROFILE, definition.guideline);
  return reconcileCiphers({ ...base, ...overridesOf(definition, base) });
}

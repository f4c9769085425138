import { defaultGroups, findGroup } from "../parameters/groups.js";
import { compareProtocolVersions, type ProtocolVersion } from "../parameters/protocol-versions.js";
import { defaultSignatureAlgorithms, findSignatureAlgorithm } from "../parameters/signature-algorithms.js";
import type { Judgement } from "../parameters/status.js";
import { judgeGroup, judgeSignatureAlgorithm, type Policy } from "../policy/policy.js";
import type { Runtime } from "../runtimes/runtimes.js";

/** Options for `tls.createSecureContext`, and so for `tls.connect`, `https.request`, `https.createServer` and their kin. */
export interface SecureContextOptions {
  minVersion: ProtocolVersion;
  maxVersion?: ProtocolVersion;
  ciphers?: string;
  ecdhCurve?: string;
  sigalgs?: string;
}

const isClean = ({ status }: Judgement) => status === "recommended" || status === "allowed";

/** Throws rather than leave the option out, which would offer what the policy excludes. */
function join(names: readonly string[], option: string, policy: Policy, runtime: Runtime): string {
  if (names.length > 0) return names.join(":");
  throw new RangeError(
    `${runtime.name} has nothing that the policy "${policy.name}" accepts for \`${option}\`. Accept something that OpenSSL ${runtime.openssl} has.`,
  );
}

function groupNames(policy: Policy, { openssl }: Runtime): readonly string[] | undefined {
  const { accepted, isExhaustive } = policy.groups;
  if (isExhaustive) return accepted.filter((name) => findGroup(name, openssl));
  const defaults = defaultGroups(openssl).map(({ name }) => name);
  const clean = defaults.filter((name) => isClean(judgeGroup(policy, name)));
  return clean.length === defaults.length ? undefined : clean;
}

function signatureAlgorithmNames(policy: Policy, { openssl }: Runtime): readonly string[] {
  const { accepted, isExhaustive } = policy.signatureAlgorithms;
  const names = isExhaustive ? accepted : defaultSignatureAlgorithms(openssl).map(({ name }) => name);
  const algorithms = names
    .filter((name) => isClean(judgeSignatureAlgorithm(policy, name)))
    .map((name) => findSignatureAlgorithm(name, "3.5")!);
  return algorithms.map(({ opensslName }) => opensslName).filter((name) => findSignatureAlgorithm(name, openssl));
}

/** A level can stand only beside suites for TLS 1.2: OpenSSL reads it in their list, which must not be empty. */
function withSecurityLevel(ciphers: string, { minSecurityLevel }: Policy, { defaultSecurityLevel }: Runtime): string {
  return minSecurityLevel.value > defaultSecurityLevel ? `${ciphers}:@SECLEVEL=${minSecurityLevel.value}` : ciphers;
}

/**
 * The options that make a runtime keep to a policy; what its defaults already do right is left out, so that they can improve.
 * They are valid on that runtime and its OpenSSL: `negotiate` and `assess` find nothing in them.
 * @throws RangeError where the runtime cannot keep to the policy, such as TLS 1.3 before Node 12.
 */
export function secureContextOptions(policy: Policy, runtime: Runtime): SecureContextOptions {
  const { minVersion, maxVersion } = policy;
  const isOutOfReach =
    !runtime.traits.has("hasVersionOptions") ||
    compareProtocolVersions(minVersion.value, runtime.defaultMaxVersion) > 0;
  if (isOutOfReach)
    throw new RangeError(`${runtime.name} cannot be held to ${minVersion.value} by options. Use Node 12 or newer.`);
  const groups = groupNames(policy, runtime);
  return {
    minVersion: minVersion.value,
    ...(maxVersion && { maxVersion: maxVersion.value }),
    ...(policy.ciphers !== undefined && { ciphers: withSecurityLevel(policy.ciphers, policy, runtime) }),
    ...(groups && { ecdhCurve: join(groups, "ecdhCurve", policy, runtime) }),
    ...(runtime.traits.has("hasSigalgs") && {
      sigalgs: join(signatureAlgorithmNames(policy, runtime), "sigalgs", policy, runtime),
    }),
  };
}

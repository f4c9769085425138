import type { Negotiation, Offers, Side } from "../negotiate/negotiation.js";
import { defaultGroups } from "../parameters/groups.js";
import { secureOption } from "../parameters/secure-options.js";
import type { Judgement, Status } from "../parameters/status.js";
import {
  judgeCipherSuite,
  judgeGroup,
  judgeProtocolVersion,
  judgeSignatureAlgorithm,
  type Policy,
} from "../policy/policy.js";
import type { Runtime } from "../runtimes/runtimes.js";

export type ViolationSubject =
  | "protocol-version"
  | "cipher-suite"
  | "ciphersuite"
  | "group"
  | "signature-algorithm"
  | "security-level"
  | "dh-size"
  | "secure-option"
  | "peer-verification"
  | "host-name-verification";

/** One thing that a negotiation offers against a policy, or lacks, with the document that says so. */
export interface Violation {
  readonly subject: ViolationSubject;
  /** A name for versions, suites, groups, algorithms and bits; a number for levels and sizes; `false` for verification that is off. */
  readonly value: string | number | boolean;
  /** `missing`: the policy expects it and the runtime has it, but the options rule it out. */
  readonly status: "prohibited" | "deprecated" | "missing";
  readonly reference: string;
}

type Bad = Extract<Status, "deprecated" | "prohibited">;

const isBad = (status: Status): status is Bad => status === "deprecated" || status === "prohibited";

function judged(
  subject: ViolationSubject,
  names: readonly string[],
  judge: (name: string) => Judgement,
): readonly Violation[] {
  return names.flatMap((value) => {
    const { status, reference } = judge(value);
    return isBad(status) ? [{ subject, value, status, reference }] : [];
  });
}

function missing(
  subject: ViolationSubject,
  offered: readonly string[],
  expected: readonly string[],
  reference: string,
): readonly Violation[] {
  return expected
    .filter((value) => !offered.includes(value))
    .map((value) => ({ subject, value, status: "missing", reference }));
}

function versions(offers: Offers, policy: Policy): readonly Violation[] {
  return [
    ...offers.protocolVersions.flatMap((value): readonly Violation[] => {
      const { status, reference } = judgeProtocolVersion(policy, value);
      return isBad(status) ? [{ subject: "protocol-version", value, status, reference }] : [];
    }),
    ...missing(
      "protocol-version",
      offers.protocolVersions,
      policy.expectedVersions.value,
      policy.expectedVersions.reference,
    ),
  ];
}

function levels(offers: Offers, policy: Policy, { defaultSecurityLevel }: Runtime): readonly Violation[] {
  const { value: lowest, reference } = policy.minSecurityLevel;
  return offers.securityLevel < Math.min(lowest, defaultSecurityLevel)
    ? [{ subject: "security-level", value: offers.securityLevel, status: "prohibited", reference }]
    : [];
}

function secureOptions(offers: Offers): readonly Violation[] {
  return offers.weakeningSecureOptions.flatMap((value): readonly Violation[] => {
    const weakness = secureOption(value)?.weakness;
    return weakness
      ? [{ subject: "secure-option", value, status: weakness.status, reference: weakness.reference }]
      : [];
  });
}

function verification(offers: Offers, policy: Policy, side: Side): readonly Violation[] {
  if (side === "server") return [];
  const { reference } = policy.verification;
  const off = (subject: ViolationSubject): Violation => ({ subject, value: false, status: "prohibited", reference });
  if (!offers.verifiesPeer) return [off("peer-verification")];
  return offers.verifiesHostName ? [] : [off("host-name-verification")];
}

function groups(offers: Offers, policy: Policy, runtime: Runtime): readonly Violation[] {
  const { value, reference } = policy.expectedGroups;
  const available = defaultGroups(runtime.openssl).map(({ name }) => name);
  const expected = offers.protocolVersions.includes("TLSv1.3") ? value.filter((name) => available.includes(name)) : [];
  return [
    ...judged("group", offers.groups, (name) => judgeGroup(policy, name)),
    ...missing("group", offers.groups, expected, reference),
  ];
}

function dhSize({ minDHSize, dhSize: own, cipherSuites }: Offers, policy: Policy, side: Side): readonly Violation[] {
  const size = side === "client" ? minDHSize : own;
  const { value: lowest, reference } = policy.minDHSize;
  const usesDhe = cipherSuites.some((name) => name.startsWith("DHE-"));
  return usesDhe && typeof size === "number" && size < lowest
    ? [{ subject: "dh-size", value: size, status: "prohibited", reference }]
    : [];
}

/**
 * What a policy has to say against a negotiation, worst kind of thing first; nothing where the options throw or cannot connect, because then nothing is offered.
 * A runtime's own defaults count as the program's: `{}` on a client offers static RSA, which RFC 10015 prohibits.
 */
export function assess(negotiation: Negotiation, policy: Policy, side: Side, runtime: Runtime): readonly Violation[] {
  if (negotiation.outcome !== "offers") return [];
  return [
    ...verification(negotiation, policy, side),
    ...versions(negotiation, policy),
    ...levels(negotiation, policy, runtime),
    ...judged("cipher-suite", negotiation.cipherSuites, (name) => judgeCipherSuite(policy, name)),
    ...judged("ciphersuite", negotiation.ciphersuites, (name) => judgeCipherSuite(policy, name)),
    ...groups(negotiation, policy, runtime),
    ...judged("signature-algorithm", negotiation.signatureAlgorithms, (name) => judgeSignatureAlgorithm(policy, name)),
    ...dhSize(negotiation, policy, side),
    ...secureOptions(negotiation),
  ];
}

import { findCipherSuite } from "../parameters/cipher-suites.js";
import { findGroup } from "../parameters/groups.js";
import {
  compareProtocolVersions,
  type ProtocolVersion,
  protocolVersionFacts,
} from "../parameters/protocol-versions.js";
import { findSignatureAlgorithm } from "../parameters/signature-algorithms.js";
import type { Judgement } from "../parameters/status.js";

/** One decision of a policy with the document it rests on. */
export interface Decision<Value> {
  readonly value: Value;
  readonly reference: string;
}

/** What a policy accepts of one kind. */
export interface AcceptedList {
  /** In order of preference. */
  readonly accepted: readonly string[];
  /** True: whatever is not accepted is prohibited. False: it is judged by its own status. */
  readonly isExhaustive: boolean;
  readonly reference: string;
}

/** What `assess()` holds a negotiation against. All of it is data, so that it can be printed, stored and compared. */
export interface Policy {
  readonly name: string;
  /** The documents the policy rests on, for people. */
  readonly title: string;
  readonly minVersion: Decision<ProtocolVersion>;
  /** Undefined where newer versions are welcome, as they should be. */
  readonly maxVersion: Decision<ProtocolVersion> | undefined;
  /** Versions whose absence is worth a word. */
  readonly expectedVersions: Decision<readonly ProtocolVersion[]>;
  /** TLS 1.3 ciphersuites under their IANA names. */
  readonly ciphersuites: AcceptedList;
  /** Cipher suites for TLS 1.2 under their OpenSSL names. */
  readonly cipherSuites: AcceptedList;
  /** Groups under OpenSSL's names, as `Group.name`. */
  readonly groups: AcceptedList;
  /** Groups whose absence is worth a word where the runtime has them. */
  readonly expectedGroups: Decision<readonly string[]>;
  /** Signature algorithms as `SignatureAlgorithm.name`. */
  readonly signatureAlgorithms: AcceptedList;
  /** The lowest security level a program may ask for; a runtime whose own default is lower is accepted as it is. */
  readonly minSecurityLevel: Decision<number>;
  /** In bits, for DHE in TLS 1.2. */
  readonly minDHSize: Decision<number>;
  /** Certificates and host names are always verified; the reference says by whose demand. */
  readonly verification: Decision<true>;
  /** The accepted suites as a value for Node's `ciphers`; undefined where its default serves, because only TLS 1.3 is accepted. */
  readonly ciphers: string | undefined;
}

const unregistered: Judgement = { status: "deprecated", reference: "not in the IANA registries" };

function judgeListed(list: AcceptedList, name: string, own: Judgement | undefined): Judgement {
  const { status, reference } = own ?? unregistered;
  if (list.accepted.includes(name))
    return { status: status === "recommended" ? status : "allowed", reference: list.reference };
  if (list.isExhaustive && status !== "prohibited") return { status: "prohibited", reference: list.reference };
  return { status, reference };
}

/** A version outside the policy's bounds is prohibited: by its own document where that prohibits it anyway, else by the policy's. */
export function judgeProtocolVersion(policy: Policy, version: ProtocolVersion): Judgement {
  const own = protocolVersionFacts(version);
  const { minVersion, maxVersion } = policy;
  if (own.status === "prohibited") return { status: own.status, reference: own.reference };
  if (compareProtocolVersions(version, minVersion.value) < 0)
    return { status: "prohibited", reference: minVersion.reference };
  if (maxVersion && compareProtocolVersions(version, maxVersion.value) > 0)
    return { status: "prohibited", reference: maxVersion.reference };
  return { status: own.status, reference: own.reference };
}

/** @param name OpenSSL or IANA name of a suite for any TLS version. */
export function judgeCipherSuite(policy: Policy, name: string): Judgement {
  const suite = findCipherSuite(name);
  const isTls13 = suite?.maxVersion === "TLSv1.3";
  return judgeListed(isTls13 ? policy.ciphersuites : policy.cipherSuites, suite?.opensslName ?? name, suite);
}

/** @param name any name that OpenSSL 3.5 accepts in `ecdhCurve`. */
export function judgeGroup(policy: Policy, name: string): Judgement {
  const group = findGroup(name, "3.5");
  return judgeListed(policy.groups, group?.name ?? name, group);
}

/** @param name any name that OpenSSL 3.5 accepts in `sigalgs`. */
export function judgeSignatureAlgorithm(policy: Policy, name: string): Judgement {
  const algorithm = findSignatureAlgorithm(name, "3.5");
  return judgeListed(policy.signatureAlgorithms, algorithm?.name ?? name, algorithm);
}

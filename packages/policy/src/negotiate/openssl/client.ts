import type { CipherSuite } from "../../parameters/cipher-suites.js";
import type { Group } from "../../parameters/groups.js";
import type { ProtocolVersion } from "../../parameters/protocol-versions.js";
import { isStrongEnough, smallestModulus } from "../../parameters/security-level.js";
import type { SignatureAlgorithm } from "../../parameters/signature-algorithms.js";
import type { CannotConnect, Offers, TlsOptionValues } from "../negotiation.js";
import { isGroupUsable } from "./group-list.js";
import { cannotConnect, type ReachedVersion, reachOf, suiteNames, weakeningOptions } from "./outcomes.js";
import {
  enabledVersions,
  isTls13Suite,
  meansOf,
  oldestRun,
  requestedVersions,
  suitesInRange,
  usableGroups,
  type VersionMeans,
} from "./reach.js";
import { authenticationOf, isForVersions } from "./signature-algorithm-list.js";
import { type TlsContext, type Verification } from "./tls-context.js";

/** What a ClientHello would name. */
interface Hello {
  /** Oldest first, without gaps. */
  readonly versions: readonly ProtocolVersion[];
  readonly suites: readonly CipherSuite[];
  readonly groups: readonly Group[];
  readonly algorithms: readonly SignatureAlgorithm[];
}

const newest = (versions: readonly ProtocolVersion[]) => versions.at(-1)!;

/** OpenSSL leaves out suites whose certificate no signature algorithm of the ClientHello could serve. */
function helloSuites(context: TlsContext, versions: readonly ProtocolVersion[]): readonly CipherSuite[] {
  const signers = new Set(context.signatureAlgorithms.map(authenticationOf));
  const isSignable = ({ authentication }: CipherSuite) =>
    authentication === "any" || authentication === "anon" || signers.has(authentication);
  return suitesInRange(context.permittedSuites, versions[0]!, newest(versions)).filter(isSignable);
}

const needsCurve = (suite: CipherSuite) =>
  suite.keyExchange === "ECDHE" || suite.authentication === "ECDSA" || isTls13Suite(suite);

/** Whether the ClientHello has the groups extension: OpenSSL 3 leaves it out below TLS 1.3 when no group is usable. */
function sendsGroups(
  { runtime }: TlsContext,
  suites: readonly CipherSuite[],
  versions: readonly ProtocolVersion[],
  usable: number,
): boolean {
  if (runtime.openssl === "1.1.1") return suites.some(needsCurve);
  return newest(versions) === "TLSv1.3" || (usable > 0 && suites.some(needsCurve));
}

/** Whether the ClientHello has the extension for them: below TLS 1.2 there is nothing to choose. */
const sendsSignatureAlgorithms = (versions: readonly ProtocolVersion[]) =>
  newest(versions) === "TLSv1.2" || newest(versions) === "TLSv1.3";

function helloOf(context: TlsContext): Hello {
  const versions = oldestRun(enabledVersions(context));
  if (versions.length === 0) return { versions, suites: [], groups: [], algorithms: [] };
  const suites = helloSuites(context, versions);
  const usable = new Set(versions.flatMap((version) => usableGroups(context, version)));
  const groups = sendsGroups(context, suites, versions, usable.size)
    ? context.groups.groups.filter((group) => usable.has(group))
    : [];
  const algorithms = sendsSignatureAlgorithms(versions)
    ? context.signatureAlgorithms.filter((algorithm) => isForVersions(algorithm, versions[0]!, context.max))
    : [];
  return { versions, suites, groups, algorithms };
}

/** A reason for which no ClientHello leaves. */
interface HelloCheck {
  readonly code: string;
  readonly causes: readonly (keyof TlsOptionValues)[];
  readonly reason: string;
  readonly fails: (hello: Hello, context: TlsContext) => boolean;
}

const offersTls13 = ({ versions }: Hello) => newest(versions) === "TLSv1.3";
const offersTls12 = ({ versions }: Hello) => newest(versions) === "TLSv1.2" || newest(versions) === "TLSv1.3";
const isUsableInTls13 = (group: Group, { securityLevel, runtime }: TlsContext) =>
  isGroupUsable(group, "TLSv1.3", securityLevel, runtime.openssl);

function hasKeyShare(hello: Hello, context: TlsContext): boolean {
  const { runtime, groups } = context;
  if (runtime.openssl === "1.1.1") return hello.groups.length > 0;
  if (groups.keyShares === undefined || !runtime.traits.has("requiresKeyShare")) return true;
  return groups.keyShares.some((group) => isUsableInTls13(group, context));
}

/** A key share that the ClientHello's own list of groups does not name; servers refuse it, as RFC 8446, section 4.2.8, lets them. */
function sharesUnnamedGroup(
  { versions, groups }: Hello,
  { runtime, groups: list, securityLevel }: TlsContext,
): boolean {
  if (runtime.openssl !== "3.0" || runtime.traits.has("sharesTls13Groups") || newest(versions) !== "TLSv1.3")
    return false;
  const shared = list.groups.find(({ securityBits }) => isStrongEnough(securityBits, securityLevel));
  return shared !== undefined && !groups.includes(shared);
}

/** In the order in which OpenSSL comes upon them. */
const helloChecks: readonly HelloCheck[] = [
  {
    code: "ERR_SSL_CALLED_A_FUNCTION_YOU_SHOULD_NOT_CALL",
    causes: ["secureProtocol"],
    reason: "A server method cannot connect.",
    fails: (_, { worksAs }) => worksAs === "server",
  },
  {
    code: "ERR_SSL_NO_PROTOCOLS_AVAILABLE",
    causes: ["minVersion", "maxVersion", "secureProtocol", "secureOptions", "ciphers"],
    reason: "No protocol version is left.",
    fails: ({ versions }) => versions.length === 0,
  },
  {
    code: "ERR_SSL_NO_CIPHERS_AVAILABLE",
    causes: ["ciphers", "minVersion", "maxVersion", "secureProtocol", "secureOptions", "sigalgs"],
    reason: "No cipher suite is left for the newest protocol version.",
    fails: ({ versions, suites }) => suitesInRange(suites, newest(versions), newest(versions)).length === 0,
  },
  {
    code: "ERR_SSL_NO_SUITABLE_GROUPS",
    causes: ["ecdhCurve", "ciphers"],
    reason: "No group is left for TLSv1.3.",
    fails: (hello, context) =>
      offersTls13(hello) &&
      context.runtime.openssl !== "1.1.1" &&
      !hello.groups.some((group) => isUsableInTls13(group, context)),
  },
  {
    code: "ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM",
    causes: ["sigalgs", "ciphers"],
    reason: "No signature algorithm is left.",
    fails: (hello) => offersTls12(hello) && hello.algorithms.length === 0,
  },
  {
    code: "ERR_SSL_NO_SUITABLE_KEY_SHARE",
    causes: ["ecdhCurve", "ciphers"],
    reason: "No group is left to send a key share for.",
    fails: (hello, context) => offersTls13(hello) && !hasKeyShare(hello, context),
  },
];

// The largest modulus OpenSSL computes with.
const maxDhBits = 10_000;

/** Node refuses a smaller finite-field group after the handshake, in TLS 1.3 too. */
function isLargeEnough({ kind, name }: Group, minDHSize: number): boolean {
  return kind !== "finite-field" || Number(/\d+/.exec(name)![0]) >= minDHSize;
}

// Measured on OpenSSL 1.1.1, 3.0 and 3.5: a client limited to 128 bits answers ERR_SSL_WRONG_CURVE whatever the peer's curve.
const isBarredBySuiteB = ({ opensslName }: CipherSuite, { suiteB }: TlsContext) =>
  (suiteB === "SUITEB128" || suiteB === "SUITEB128C2") && opensslName === "ECDHE-ECDSA-AES256-GCM-SHA384";

/** The suites with which some peer can complete a handshake of a version. A peer with static RSA signs nothing. */
function reachableSuites(
  context: TlsContext,
  suites: readonly CipherSuite[],
  { version, groups, signers }: VersionMeans,
  minDHSize: number,
  { refusesAnonymousPeers }: Verification,
): readonly CipherSuite[] {
  const hasDh = minDHSize <= maxDhBits;
  const hasGroup = groups.some((group) => isLargeEnough(group, minDHSize));
  const canExchange = ({ keyExchange }: CipherSuite) =>
    keyExchange === "RSA" || (keyExchange === "DHE" ? hasDh : hasGroup);
  const canAuthenticate = ({ keyExchange, authentication }: CipherSuite) =>
    keyExchange === "RSA" || (authentication === "anon" ? !refusesAnonymousPeers : signers.has(authentication));
  return suitesInRange(suites, version, version).filter(
    (suite) => canExchange(suite) && canAuthenticate(suite) && !isBarredBySuiteB(suite, context),
  );
}

/** What a client with this context offers. */
export function clientNegotiation(
  context: TlsContext,
  check: Verification,
  minDHSize: number,
  options: TlsOptionValues,
): CannotConnect | Offers {
  const hello = helloOf(context);
  const requested = requestedVersions(context);
  const failed = helloChecks.find(({ fails }) => fails(hello, context));
  if (failed) return cannotConnect(failed.code, options, failed.causes, failed.reason, requested);
  if (sharesUnnamedGroup(hello, context))
    return cannotConnect(
      undefined,
      options,
      ["ecdhCurve"],
      "The key share is for a group that TLSv1.3 cannot use, which servers refuse.",
      requested,
    );
  if (check.refusesHostNames)
    return cannotConnect(
      undefined,
      options,
      ["checkServerIdentity"],
      "`checkServerIdentity` refuses every host name.",
      requested,
    );
  const reached = hello.versions.map((version) => ({
    version,
    suites: reachableSuites(context, hello.suites, meansOf(context, version), minDHSize, check),
  }));
  if (reached.some(({ suites }) => suites.length > 0)) return toOffers(context, hello, reached, check, minDHSize);
  return cannotConnect(
    undefined,
    options,
    ["ciphers", "sigalgs", "ecdhCurve", "minDHSize"],
    "No cipher suite on offer can complete a handshake.",
    requested,
  );
}

function toOffers(
  context: TlsContext,
  hello: Hello,
  reached: readonly ReachedVersion[],
  check: Verification,
  minDHSize: number,
): Offers {
  return {
    outcome: "offers",
    ...reachOf(context, reached),
    ...suiteNames(hello.suites),
    groups: hello.groups.map(({ name }) => name),
    reachableGroups: undefined,
    signatureAlgorithms: hello.algorithms.map(({ name }) => name),
    securityLevel: context.securityLevel,
    verifiesPeer: check.verifiesPeer,
    verifiesHostName: check.verifiesHostName,
    requestsPeerCertificate: check.requestsPeerCertificate,
    prefersOwnOrder: false,
    minDHSize: Math.max(minDHSize, smallestModulus(context.securityLevel)),
    dhSize: undefined,
    weakeningSecureOptions: weakeningOptions(context, "client"),
  };
}

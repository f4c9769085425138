import type { CipherSuite } from "../../parameters/cipher-suites.js";
import type { Group } from "../../parameters/groups.js";
import type { ProtocolVersion } from "../../parameters/protocol-versions.js";
import { secureOption } from "../../parameters/secure-options.js";
import type { CannotConnect, Offers, TlsOptionValues } from "../negotiation.js";
import { cannotConnect, type ReachedVersion, reachOf, suiteNames, weakeningOptions } from "./outcomes.js";
import {
  enabledVersions,
  meansOf,
  oldestRun,
  requestedVersions,
  suitesInRange,
  usableGroups,
  type VersionMeans,
} from "./reach.js";
import { type TlsContext, type Verification } from "./tls-context.js";

const serverPreference = secureOption("SSL_OP_CIPHER_SERVER_PREFERENCE")!.bit;

/** The suites with which some client can complete a handshake of a version, given a certificate that fits. OpenSSL wants a way to sign for static RSA too. */
function reachableSuites(
  { permittedSuites, dhSize }: TlsContext,
  { version, groups, signers }: VersionMeans,
): readonly CipherSuite[] {
  const canExchange = ({ keyExchange }: CipherSuite) =>
    keyExchange === "RSA" || (keyExchange === "DHE" ? dhSize !== undefined : groups.length > 0);
  const canAuthenticate = ({ authentication }: CipherSuite) => authentication === "anon" || signers.has(authentication);
  return suitesInRange(permittedSuites, version, version).filter(
    (suite) => canExchange(suite) && canAuthenticate(suite),
  );
}

/** OpenSSL refuses every handshake where the newest version has no suite in the list, before the security level filters it (`tls_setup_handshake`). */
function hasSuiteForNewest({ suites }: TlsContext, enabled: readonly ProtocolVersion[]): boolean {
  const newest = oldestRun(enabled).at(-1)!;
  return suitesInRange(suites, newest, newest).length > 0;
}

/** What a server with this context accepts, whatever its certificate. */
export function serverNegotiation(
  context: TlsContext,
  check: Verification,
  options: TlsOptionValues,
): CannotConnect | Offers {
  const fail = (causes: readonly (keyof TlsOptionValues)[], reason: string) =>
    cannotConnect(undefined, options, causes, reason, requestedVersions(context));
  if (context.worksAs === "client") return fail(["secureProtocol"], "A client method cannot serve.");
  const enabled = enabledVersions(context);
  if (enabled.length === 0)
    return fail(
      ["minVersion", "maxVersion", "secureProtocol", "secureOptions", "ciphers"],
      "No protocol version is left.",
    );
  if (!hasSuiteForNewest(context, enabled))
    return fail(
      ["ciphers", "maxVersion", "secureProtocol"],
      "No cipher suite is left for the newest protocol version.",
    );
  const reached = enabled.map((version) => ({ version, suites: reachableSuites(context, meansOf(context, version)) }));
  if (reached.some(({ suites }) => suites.length > 0)) return toOffers(context, reached, check);
  return fail(
    ["ciphers", "minVersion", "maxVersion", "secureProtocol", "sigalgs", "ecdhCurve", "dhparam"],
    "No cipher suite can complete a handshake.",
  );
}

const namesOf = (groups: readonly Group[]) => groups.map(({ name }) => name);

function toOffers(context: TlsContext, reached: readonly ReachedVersion[], check: Verification): Offers {
  const suites = new Set(reached.flatMap((version) => version.suites));
  const groupsOf = reached
    .filter((each) => each.suites.length > 0)
    .map(({ version }) => [version, usableGroups(context, version)] as const);
  const groups = new Set(groupsOf.flatMap(([, usable]) => usable));
  const inOrder = new Set([...context.groups.groups, ...groups]);
  return {
    outcome: "offers",
    ...reachOf(context, reached),
    ...suiteNames(context.permittedSuites.filter((suite) => suites.has(suite))),
    groups: namesOf([...inOrder].filter((group) => groups.has(group))),
    reachableGroups: Object.fromEntries(groupsOf.map(([version, usable]) => [version, namesOf(usable)])),
    signatureAlgorithms: context.signatureAlgorithms.map(({ name }) => name),
    securityLevel: context.securityLevel,
    verifiesPeer: check.verifiesPeer,
    verifiesHostName: check.verifiesHostName,
    requestsPeerCertificate: check.requestsPeerCertificate,
    // a list for Suite B has its own order kept (`ssl3_choose_cipher`)
    prefersOwnOrder: (context.secureOptions & serverPreference) !== 0 || context.suiteB !== undefined,
    minDHSize: 0,
    dhSize: context.dhSize,
    weakeningSecureOptions: weakeningOptions(context, "server"),
  };
}

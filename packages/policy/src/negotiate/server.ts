import type { CipherSuite } from "../cipher-suites.js";
import type { CannotConnect, Offers, TlsOptionValues } from "../negotiation.js";
import { secureOption } from "../secure-options.js";
import type { TlsContext } from "./context.js";
import { cannotConnect, weakeningOptions } from "./outcomes.js";
import type { VersionMeans } from "./reach.js";
import { enabledVersions, isSuiteInRange, isTls13Suite, meansOf, permittedAlgorithms, permittedSuites, requestedVersions, usableGroups } from "./reach.js";
import type { Verification } from "./verification.js";

const SERVER_PREFERENCE = secureOption("SSL_OP_CIPHER_SERVER_PREFERENCE")!.bit;

/** Whether some client can complete a handshake of that version with that suite, given a certificate that fits it. A server signs with static RSA suites too, as far as OpenSSL's checks go. */
function isReachable(suite: CipherSuite, { version, hasGroup, signers }: VersionMeans, hasDh: boolean): boolean {
  if (!isSuiteInRange(suite, version, version)) return false;
  if (suite.keyExchange === "DHE" && !hasDh) return false;
  if ((suite.keyExchange === "ECDHE" || isTls13Suite(suite)) && !hasGroup) return false;
  return suite.authentication === "anon" || signers.has(suite.authentication);
}

/** What a server with this context accepts, whatever its certificate. */
export function serverNegotiation(context: TlsContext, check: Verification, options: TlsOptionValues): CannotConnect | Offers {
  const requested = requestedVersions(context);
  const fail = (causes: readonly (keyof TlsOptionValues)[], reason: string) => cannotConnect(undefined, options, causes, reason, requested);
  if (context.worksAs === "client") return fail(["secureProtocol"], "A client method cannot serve.");
  const enabled = enabledVersions(context);
  if (enabled.length === 0) return fail(["minVersion", "maxVersion", "secureProtocol", "secureOptions", "ciphers"], "No protocol version is left.");
  const hasDh = context.dhSize !== undefined;
  const permitted = permittedSuites(context);
  const reached = enabled.map((version) => {
    const means = meansOf(context, version);
    return { version, suites: permitted.filter((suite) => isReachable(suite, means, hasDh)) };
  });
  const reachable = reached.filter(({ suites }) => suites.length > 0).map(({ version }) => version);
  if (reachable.length === 0) return fail(["ciphers", "minVersion", "maxVersion", "secureProtocol", "sigalgs", "ecdhCurve", "dhparam"], "No cipher suite can complete a handshake.");
  const usable = new Set(reached.flatMap(({ suites }) => suites));
  const suites = permitted.filter((suite) => usable.has(suite));
  const groups = new Set(reachable.flatMap((version) => usableGroups(context, version)));
  return {
    outcome: "offers",
    protocolVersions: reachable,
    latentProtocolVersions: requested.filter((version) => !reachable.includes(version)),
    cipherSuites: [...new Set(suites.filter((suite) => !isTls13Suite(suite)).map(({ opensslName }) => opensslName!))],
    ciphersuites: [...new Set(suites.filter(isTls13Suite).map(({ ianaName }) => ianaName))],
    groups: context.groups.groups.filter((group) => groups.has(group)).map(({ name }) => name),
    signatureAlgorithms: permittedAlgorithms(context).map(({ name }) => name),
    securityLevel: context.securityLevel,
    verifiesPeer: check.verifiesPeer,
    verifiesHostName: check.verifiesHostName,
    requestsPeerCertificate: check.requestsPeerCertificate,
    prefersOwnOrder: (context.secureOptions & SERVER_PREFERENCE) !== 0,
    minDHSize: 0,
    dhSize: context.dhSize,
    weakeningSecureOptions: weakeningOptions(context),
  };
}

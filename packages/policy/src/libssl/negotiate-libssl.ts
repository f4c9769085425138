import type { CannotConnect, Offers, Side } from "../negotiate/negotiation.js";
import { clientNegotiation } from "../negotiate/openssl/client.js";
import { cannotConnect } from "../negotiate/openssl/outcomes.js";
import { permitSuites } from "../negotiate/openssl/permit-suites.js";
import { serverNegotiation } from "../negotiate/openssl/server.js";
import { isSignatureAllowedAtLevel } from "../negotiate/openssl/signature-algorithm-list.js";
import type { TlsContext } from "../negotiate/openssl/tls-context.js";
import type { HistoricVersion } from "../parameters/protocol-versions.js";
import { configureLibssl, type LibsslState } from "./configure-libssl.js";
import type { LibsslCallOutcome, LibsslContext } from "./libssl-context.js";
import { hasLibsslMethod } from "./libssl-methods.js";
import type { LibsslRuntime } from "./libssl-runtimes.js";

/** The program does not link: the line has no such method. */
export interface LibsslAbsent {
  readonly outcome: "absent";
}

/** Only in lines that are no longer maintained: nothing newer than SSL. */
export interface LibsslHistoric {
  readonly outcome: "historic";
  readonly version: HistoricVersion;
}

export interface LibsslVerdict {
  /** What each call of the context comes to. */
  readonly outcomes: readonly LibsslCallOutcome[];
  readonly negotiation: LibsslAbsent | LibsslHistoric | CannotConnect | Offers;
}

function toTlsContext(
  state: LibsslState,
  max: TlsContext["max"],
  { method }: LibsslContext,
  side: Side,
  { likeNode }: LibsslRuntime,
): TlsContext {
  const suites = [...state.ciphersuites, ...state.suites];
  const { min, isPinned, options, securityLevel, suiteB, groups } = state;
  const allowed = (algorithm: LibsslState["signatureAlgorithms"][number]) =>
    isSignatureAllowedAtLevel(algorithm, securityLevel, likeNode);
  return {
    runtime: likeNode,
    side,
    min,
    max,
    worksAs: method.side,
    isPinned,
    secureOptions: options,
    suites,
    permittedSuites: permitSuites(suites, securityLevel, likeNode),
    securityLevel,
    suiteB,
    groups,
    signatureAlgorithms: state.signatureAlgorithms.filter(allowed),
    dhSize: undefined,
  };
}

/**
 * What OpenSSL does with a context of TLS on one side: what each call comes to, and what the context then offers.
 * Datagrams are outside its view, as are certificates: a server is judged as if it had one that fits each suite.
 * Held to what 3.0 answers to compiled programs by the tests of this folder.
 */
export function negotiateLibssl(context: LibsslContext, runtime: LibsslRuntime, side: Side): LibsslVerdict {
  const { state, outcomes } = configureLibssl(context, runtime);
  const { method } = context;
  if (!hasLibsslMethod(method, runtime)) return { outcomes, negotiation: { outcome: "absent" } };
  if (method.version === "SSLv2" || method.version === "SSLv3")
    return { outcomes, negotiation: { outcome: "historic", version: method.version } };
  const { max } = state;
  if (max === "SSLv3")
    return { outcomes, negotiation: cannotConnect(undefined, {}, [], "No protocol version is left.", []) };
  const tls = toTlsContext(state, max, context, side, runtime);
  const check = {
    verifiesPeer: state.verifiesPeer && side === "client",
    verifiesHostName: false,
    requestsPeerCertificate: state.verifiesPeer && side === "server",
    refusesHostNames: false,
    refusesAnonymousPeers: false,
  };
  const negotiation = side === "client" ? clientNegotiation(tls, check, 0, {}) : serverNegotiation(tls, check, {});
  return { outcomes, negotiation };
}

import { defaultCiphersuites } from "../cipher-list/node-ciphers.js";
import type { CannotConnect, Offers, Side } from "../negotiate/negotiation.js";
import { clientNegotiation } from "../negotiate/openssl/client.js";
import { defaultGroupList, parseGroupList, suiteBGroupList } from "../negotiate/openssl/group-list.js";
import { cannotConnect } from "../negotiate/openssl/outcomes.js";
import { permitSuites } from "../negotiate/openssl/permit-suites.js";
import { serverNegotiation } from "../negotiate/openssl/server.js";
import {
  isSignatureAllowedAtLevel,
  suiteBSignatureAlgorithms,
  unfilteredSignatureAlgorithms,
} from "../negotiate/openssl/signature-algorithm-list.js";
import type { TlsContext, Verification } from "../negotiate/openssl/tls-context.js";
import { configurePythonContext, type ContextState } from "./configure-context.js";
import type { PythonContext, PythonThrows } from "./python-context.js";
import type { PythonRuntime } from "./python-runtimes.js";

/** What a Python does with a context. The causes of a `CannotConnect` are operations, so its `options` are empty. */
export type PythonNegotiation = PythonThrows | CannotConnect | Offers;

/** None but the default list: Python sets no signature algorithms before 3.15. */
function algorithmsOf({ suiteB, securityLevel }: ContextState, { likeNode }: PythonRuntime) {
  const algorithms = suiteB
    ? suiteBSignatureAlgorithms(suiteB, likeNode.openssl)
    : unfilteredSignatureAlgorithms(likeNode.openssl);
  return algorithms.filter((algorithm) => isSignatureAllowedAtLevel(algorithm, securityLevel, likeNode));
}

function groupsOf({ suiteB, curve }: ContextState, { likeNode }: PythonRuntime): TlsContext["groups"] {
  const { openssl } = likeNode;
  const groups = curve === undefined ? defaultGroupList(openssl) : parseGroupList(curve, openssl)!;
  return suiteB ? suiteBGroupList(suiteB, groups, openssl) : groups;
}

function toTlsContext(state: ContextState, max: TlsContext["max"], side: Side, runtime: PythonRuntime): TlsContext {
  const suites = [...defaultCiphersuites, ...state.suites];
  return {
    runtime: runtime.likeNode,
    side,
    min: state.min,
    max,
    worksAs: state.worksAs,
    isPinned: state.isPinned,
    secureOptions: state.options,
    suites,
    permittedSuites: permitSuites(suites, state.securityLevel, runtime),
    securityLevel: state.securityLevel,
    suiteB: state.suiteB,
    groups: groupsOf(state, runtime),
    signatureAlgorithms: algorithmsOf(state, runtime),
    dhSize: undefined,
  };
}

function verificationOf(
  { verifyMode, checksHostname }: ContextState,
  side: Side,
  { traits }: PythonRuntime,
): Verification {
  const asks = verifyMode !== "CERT_NONE";
  const verifiesHostName = side === "client" && asks && checksHostname;
  return {
    verifiesPeer: side === "client" ? asks : verifyMode === "CERT_REQUIRED",
    verifiesHostName,
    requestsPeerCertificate: side === "server" && asks,
    refusesHostNames: false,
    refusesAnonymousPeers: verifiesHostName && !traits.has("leavesNamesToOpenSsl"),
  };
}

/** Why Python refuses to use a context for one side. */
function refusalOf(
  { checksHostname, worksAs }: ContextState,
  { construction, hasServerHostname = true }: PythonContext,
  side: Side,
  { traits }: PythonRuntime,
): Pick<PythonThrows, "error" | "reason"> | undefined {
  // `ssl.wrap_socket` hands none on
  const hasName = hasServerHostname && construction.call !== "wrap_socket";
  if (checksHostname && (side === "server" || !hasName))
    return { error: "ValueError", reason: "`check_hostname` requires `server_hostname`." };
  if (worksAs !== "both" && worksAs !== side && traits.has("refusesWrongSide"))
    return {
      error: "SSLError",
      reason: `A ${side} socket cannot be made with a PROTOCOL_TLS_${worksAs.toUpperCase()} context.`,
    };
  return undefined;
}

/**
 * What a Python does with a context on one side: raises (the first operation that does), cannot connect, or offers.
 * Operations run in their order, as in the program. Held to handshakes of CPython 3.6 to 3.13 by the oracle (docs/oracle.md);
 * certificates are outside its view, so a server is judged as if it had one that fits each suite, and a context that verifies
 * is taken to know whom to trust.
 */
export function negotiatePython(context: PythonContext, runtime: PythonRuntime, side: Side): PythonNegotiation {
  const state = configurePythonContext(context.construction, context.operations, runtime);
  if ("outcome" in state) return state;
  const refusal = refusalOf(state, context, side, runtime);
  if (refusal) return { outcome: "throws", at: context.operations.length, ...refusal };
  const { max } = state;
  if (max === "SSLv3") return cannotConnect(undefined, {}, [], "No protocol version is left.", []);
  const tls = toTlsContext(state, max, side, runtime);
  const check = verificationOf(state, side, runtime);
  return side === "client" ? clientNegotiation(tls, check, 0, {}) : serverNegotiation(tls, check, {});
}

import { expandCipherList } from "../cipher-list/expand.js";
import { listUnderSuiteB, type SuiteB } from "../cipher-list/syntax.js";
import type { Side } from "../negotiate/negotiation.js";
import type { CipherSuite } from "../parameters/cipher-suites.js";
import { findGroup } from "../parameters/groups.js";
import type { ProtocolVersion } from "../parameters/protocol-versions.js";
import { secureOption } from "../parameters/secure-options.js";
import type {
  PythonConstruction,
  PythonOperation,
  PythonProtocol,
  PythonThrows,
  PythonTlsVersion,
  PythonVerifyMode,
} from "./python-context.js";
import { type PythonRuntime, RESTRICTED_SERVER_CIPHERS } from "./python-runtimes.js";

/** An `SSLContext` as Python leaves it. */
export interface ContextState {
  readonly min: ProtocolVersion;
  readonly max: ProtocolVersion | "SSLv3";
  readonly worksAs: Side | "both";
  /** OpenSSL's method is of one version. */
  readonly isPinned: boolean;
  readonly verifyMode: PythonVerifyMode;
  readonly checksHostname: boolean;
  readonly options: number;
  /** For TLS 1.2 and older, in preference order, before the security level filters them. */
  readonly suites: readonly CipherSuite[];
  readonly suiteB: SuiteB | undefined;
  readonly securityLevel: number;
  /** The one curve of `set_ecdh_curve`; undefined for OpenSSL's own choice. */
  readonly curve: string | undefined;
}

/** What raises, before it is known where. */
export type Failure = Omit<PythonThrows, "outcome" | "at">;

const PINNED: Readonly<Partial<Record<PythonProtocol, ProtocolVersion>>> = {
  TLSv1: "TLSv1",
  TLSv1_1: "TLSv1.1",
  TLSv1_2: "TLSv1.2",
};
const SIDES: Readonly<Partial<Record<PythonProtocol, Side>>> = { TLS_CLIENT: "client", TLS_SERVER: "server" };

// What `SSLContext()` sets besides OpenSSL's workarounds (`_ssl__SSLContext_impl` of Modules/_ssl.c).
const INITIAL_OPTIONS = ["SSL_OP_NO_SSLv3", "SSL_OP_CIPHER_SERVER_PREFERENCE", "SSL_OP_NO_COMPRESSION"]
  .map((name) => secureOption(name)!.bit)
  .reduce((bits, bit) => bits | bit, 0);

const isFailure = (value: object): value is Failure => "error" in value;

function unknownProtocol(protocol: PythonProtocol, { openssl, traits }: PythonRuntime): Failure | undefined {
  const isGone =
    protocol === "SSLv2" ||
    protocol === "SSLv3" ||
    (openssl === "4.0" && PINNED[protocol] !== undefined) ||
    (SIDES[protocol] !== undefined && !traits.has("hasSidedProtocols"));
  return isGone
    ? { error: "AttributeError", reason: `The ssl module has no attribute PROTOCOL_${protocol} there.` }
    : undefined;
}

/** `SSLContext(protocol)`: Python's own list, verification only for `PROTOCOL_TLS_CLIENT`. */
function construct(protocol: PythonProtocol, runtime: PythonRuntime): ContextState | Failure {
  const failure = unknownProtocol(protocol, runtime);
  if (failure) return failure;
  const pinned = PINNED[protocol];
  const verifies = protocol === "TLS_CLIENT";
  const bare: ContextState = {
    min: pinned ?? runtime.defaultMinVersion,
    max: pinned ?? "TLSv1.3",
    worksAs: SIDES[protocol] ?? "both",
    isPinned: pinned !== undefined,
    verifyMode: verifies ? "CERT_REQUIRED" : "CERT_NONE",
    checksHostname: verifies,
    options: INITIAL_OPTIONS,
    suites: [],
    suiteB: undefined,
    securityLevel: runtime.defaultSecurityLevel,
    curve: undefined,
  };
  return setCiphers(bare, runtime.defaultCiphers, runtime);
}

function setCiphers(state: ContextState, list: string, { openssl }: PythonRuntime): ContextState | Failure {
  const expansion = expandCipherList(listUnderSuiteB(list, state.suiteB), openssl);
  // Suite B needs TLS 1.2
  const isOutOfReach = !expansion.error && expansion.suiteB && state.isPinned && state.max !== "TLSv1.2";
  if (expansion.error || isOutOfReach) return { error: "SSLError", reason: "No cipher can be selected." };
  const { suites, securityLevel = state.securityLevel, suiteB } = expansion;
  return { ...state, suites, securityLevel, suiteB: suiteB ?? state.suiteB };
}

function setVerifyMode(state: ContextState, to: PythonVerifyMode): ContextState | Failure {
  if (to === "CERT_NONE" && state.checksHostname)
    return { error: "ValueError", reason: "`verify_mode` cannot be CERT_NONE while `check_hostname` is on." };
  return { ...state, verifyMode: to };
}

function setCheckHostname(state: ContextState, to: boolean, { traits }: PythonRuntime): ContextState | Failure {
  if (!to || state.verifyMode !== "CERT_NONE") return { ...state, checksHostname: to };
  if (!traits.has("turnsVerificationOn"))
    return { error: "ValueError", reason: "`check_hostname` needs CERT_OPTIONAL or CERT_REQUIRED." };
  return { ...state, checksHostname: true, verifyMode: "CERT_REQUIRED" };
}

const VERSIONS: Readonly<Partial<Record<PythonTlsVersion, ProtocolVersion>>> = {
  TLSv1: "TLSv1",
  TLSv1_1: "TLSv1.1",
  TLSv1_2: "TLSv1.2",
  TLSv1_3: "TLSv1.3",
};

// OpenSSL is built without SSLv3: a floor below TLS 1.0 is TLS 1.0, a ceiling there leaves nothing.
const asFloor = (to: PythonTlsVersion): ProtocolVersion =>
  VERSIONS[to] ?? (to === "MAXIMUM_SUPPORTED" ? "TLSv1.3" : "TLSv1");

function asCeiling(to: PythonTlsVersion): ContextState["max"] {
  if (to === "MAXIMUM_SUPPORTED") return "TLSv1.3";
  if (to === "MINIMUM_SUPPORTED") return "TLSv1";
  return VERSIONS[to] ?? "SSLv3";
}

function setVersion(
  state: ContextState,
  set: "minimum_version" | "maximum_version",
  to: PythonTlsVersion,
  { traits }: PythonRuntime,
): ContextState | Failure {
  if (!traits.has("hasVersionAttributes"))
    return { error: "AttributeError", reason: `Python has no \`${set}\` before 3.7.` };
  if (state.isPinned) return { error: "ValueError", reason: `The context's protocol does not support \`${set}\`.` };
  return set === "minimum_version" ? { ...state, min: asFloor(to) } : { ...state, max: asCeiling(to) };
}

function setOptions(state: ContextState, how: "to" | "add" | "clear", bits: number): ContextState {
  const combined = { to: bits | 0, add: state.options | bits, clear: state.options & ~bits };
  return { ...state, options: combined[how] };
}

function setCurve(state: ContextState, curve: string, { openssl }: PythonRuntime): ContextState | Failure {
  const group = findGroup(curve, openssl);
  if (group?.kind !== "elliptic-curve")
    return { error: "ValueError", reason: `\`${curve}\` is no elliptic curve that OpenSSL ${openssl} knows.` };
  return { ...state, curve };
}

function operate(state: ContextState, operation: PythonOperation, runtime: PythonRuntime): ContextState | Failure {
  if ("call" in operation)
    return operation.call === "set_ciphers"
      ? setCiphers(state, operation.list, runtime)
      : setCurve(state, operation.curve, runtime);
  switch (operation.set) {
    case "verify_mode":
      return setVerifyMode(state, operation.to);
    case "check_hostname":
      return setCheckHostname(state, operation.to, runtime);
    case "options":
      return setOptions(state, operation.how, operation.bits);
    default:
      return setVersion(state, operation.set, operation.to, runtime);
  }
}

/** What Lib/ssl.py does in a construction, as a protocol and operations of its own. */
interface Recipe {
  readonly protocol: PythonProtocol;
  readonly operations: readonly PythonOperation[];
}

const check = (to: boolean): PythonOperation => ({ set: "check_hostname", to });
const verify = (to: PythonVerifyMode): PythonOperation => ({ set: "verify_mode", to });

const sidedProtocol = (purpose: string): PythonProtocol => (purpose === "SERVER_AUTH" ? "TLS_CLIENT" : "TLS_SERVER");

type ConstructionOf<Call extends PythonConstruction["call"]> = Extract<PythonConstruction, { readonly call: Call }>;

function defaultContext(
  { purpose = "SERVER_AUTH" }: ConstructionOf<"create_default_context">,
  { traits }: PythonRuntime,
): Recipe {
  const protocol = traits.has("refusesWrongSide") ? sidedProtocol(purpose) : "TLS";
  if (purpose === "SERVER_AUTH") return { protocol, operations: [verify("CERT_REQUIRED"), check(true)] };
  const operations: readonly PythonOperation[] = traits.has("restrictsServerCiphers")
    ? [{ call: "set_ciphers", list: RESTRICTED_SERVER_CIPHERS }]
    : [];
  return { protocol, operations };
}

function unverifiedContext(
  {
    protocol,
    verifyMode,
    checkHostname = false,
    purpose = "SERVER_AUTH",
  }: ConstructionOf<"_create_unverified_context">,
  { traits }: PythonRuntime,
): Recipe {
  const isSided = traits.has("refusesWrongSide");
  const mode = verifyMode ?? (traits.has("unverifiesByDefault") ? "CERT_NONE" : undefined);
  const verifies = mode ? [verify(mode)] : [];
  const asks = checkHostname ? [check(true)] : [];
  const silences = isSided || !checkHostname ? [check(checkHostname)] : [];
  const operations = traits.has("turnsVerificationOn")
    ? [...silences, ...verifies, ...asks]
    : [...verifies, check(checkHostname)];
  return { protocol: protocol ?? (isSided ? sidedProtocol(purpose) : "TLS"), operations };
}

function wrapSocket({ protocol = "TLS", verifyMode = "CERT_NONE", ciphers }: ConstructionOf<"wrap_socket">): Recipe {
  return {
    protocol,
    operations: [verify(verifyMode), ...(ciphers ? [{ call: "set_ciphers", list: ciphers } as const] : [])],
  };
}

function recipeOf(construction: PythonConstruction, runtime: PythonRuntime): Recipe | Failure {
  switch (construction.call) {
    case "SSLContext":
      if (!construction.protocol && !runtime.traits.has("hasSidedProtocols"))
        return { error: "TypeError", reason: "`SSLContext()` needs a protocol before Python 3.6." };
      return { protocol: construction.protocol ?? "TLS", operations: [] };
    case "create_default_context":
      return defaultContext(construction, runtime);
    case "_create_unverified_context":
      return unverifiedContext(construction, runtime);
    case "wrap_socket":
      if (!runtime.traits.has("hasWrapSocket"))
        return { error: "AttributeError", reason: "Python has no `ssl.wrap_socket` from 3.12 on." };
      return wrapSocket(construction);
  }
}

function construction(of: PythonConstruction, runtime: PythonRuntime): ContextState | Failure {
  const recipe = recipeOf(of, runtime);
  if (isFailure(recipe)) return recipe;
  let state = construct(recipe.protocol, runtime);
  for (const operation of recipe.operations) {
    if (isFailure(state)) return state;
    state = operate(state, operation, runtime);
  }
  return state;
}

/** Makes a context and runs the operations on it in their order, up to the first that raises. */
export function configurePythonContext(
  of: PythonConstruction,
  operations: readonly PythonOperation[],
  runtime: PythonRuntime,
): ContextState | PythonThrows {
  let state = construction(of, runtime);
  if (isFailure(state)) return { outcome: "throws", at: -1, ...state };
  for (const [at, operation] of operations.entries()) {
    state = operate(state, operation, runtime);
    if (isFailure(state)) return { outcome: "throws", at, ...state };
  }
  return state;
}

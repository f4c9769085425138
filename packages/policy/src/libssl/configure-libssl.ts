import { expandCipherList } from "../cipher-list/expand.js";
import { defaultCiphersuites, expandCiphersuites } from "../cipher-list/node-ciphers.js";
import { listUnderSuiteB, type SuiteB } from "../cipher-list/syntax.js";
import { defaultGroupList, type GroupList, parseGroupList, suiteBGroupList } from "../negotiate/openssl/group-list.js";
import {
  parseSignatureAlgorithms,
  suiteBSignatureAlgorithms,
  unfilteredSignatureAlgorithms,
} from "../negotiate/openssl/signature-algorithm-list.js";
import type { CipherSuite } from "../parameters/cipher-suites.js";
import { isProtocolVersion, PROTOCOL_VERSIONS, type ProtocolVersion } from "../parameters/protocol-versions.js";
import { secureOption } from "../parameters/secure-options.js";
import type { SignatureAlgorithm } from "../parameters/signature-algorithms.js";
import type { LibsslCall, LibsslCallOutcome, LibsslContext } from "./libssl-context.js";
import type { LibsslRuntime } from "./libssl-runtimes.js";

/** An `SSL_CTX` as its calls leave it. */
export interface LibsslState {
  readonly min: ProtocolVersion;
  /** `SSLv3` where nothing is left of it. */
  readonly max: ProtocolVersion | "SSLv3";
  readonly isPinned: boolean;
  readonly options: number;
  /** For TLS 1.2 and older, before the security level filters them. */
  readonly suites: readonly CipherSuite[];
  readonly ciphersuites: readonly CipherSuite[];
  readonly securityLevel: number;
  readonly suiteB: SuiteB | undefined;
  readonly groups: GroupList;
  readonly signatureAlgorithms: readonly SignatureAlgorithm[];
  readonly verifiesPeer: boolean;
}

const SSL3_VERSION = 0x0300;
const OLDEST: ProtocolVersion = "TLSv1";
const NEWEST: ProtocolVersion = "TLSv1.3";
const INITIAL_OPTIONS = secureOption("SSL_OP_NO_COMPRESSION")!.bit;

const versionOf = (code: number) => PROTOCOL_VERSIONS.find(({ codePoint }) => codePoint === code)?.name;
const isDatagramVersion = (code: number) => code >= 0xfe00 || code === 0x0100;

/** What `SSL_CTX_new` makes of a method of TLS. */
export function initialLibsslState({ method }: Pick<LibsslContext, "method">, runtime: LibsslRuntime): LibsslState {
  const pinned = isProtocolVersion(method.version) ? method.version : undefined;
  const list = expandCipherList("DEFAULT", runtime.openssl);
  return {
    min: pinned ?? OLDEST,
    max: pinned ?? NEWEST,
    isPinned: method.version !== undefined,
    options: INITIAL_OPTIONS,
    suites: list.error ? [] : list.suites,
    ciphersuites: defaultCiphersuites,
    securityLevel: runtime.defaultSecurityLevel,
    suiteB: undefined,
    groups: defaultGroupList(runtime.openssl),
    signatureAlgorithms: unfilteredSignatureAlgorithms(runtime.openssl),
    verifiesPeer: false,
  };
}

type Step = readonly [outcome: LibsslCallOutcome, state: LibsslState];

type CallOf<Set extends LibsslCall["set"]> = Extract<LibsslCall, { readonly set: Set }>;

/** Measured on 1.1.1, 3.0 and 3.5: a context of one version, and one of datagrams, takes every bound and keeps its own. */
function bound(state: LibsslState, { set, to }: CallOf<"min-version" | "max-version">): Step {
  const isFloor = set === "min-version";
  const version = versionOf(to);
  const isKnown = version !== undefined || to === 0 || to === SSL3_VERSION || isDatagramVersion(to);
  if (!isKnown) return ["fails", state];
  if (state.isPinned || isDatagramVersion(to)) return ["ignored", state];
  if (isFloor) return ["sets", { ...state, min: version ?? OLDEST }];
  return ["sets", { ...state, max: version ?? (to === 0 ? NEWEST : "SSLv3") }];
}

/** A list that selects nothing fails and for all that takes the place of the one before, its level too; one that cannot be read leaves the suites (measured). */
function cipherList(state: LibsslState, { to }: CallOf<"cipher-list">, { openssl }: LibsslRuntime): Step {
  const expansion = expandCipherList(listUnderSuiteB(to, state.suiteB), openssl);
  const { securityLevel = state.securityLevel } = expansion;
  if (expansion.error)
    return ["fails", { ...state, securityLevel, suites: expansion.error === "no cipher match" ? [] : state.suites }];
  const { suites, suiteB } = expansion;
  const restricted = suiteB
    ? {
        ...state,
        suiteB,
        groups: suiteBGroupList(suiteB, state.groups, openssl),
        signatureAlgorithms: suiteBSignatureAlgorithms(suiteB, openssl),
      }
    : state;
  // Suite B needs TLS 1.2, and is asked for all the same (`check_suiteb_cipher_list`)
  if (suiteB && state.isPinned && state.max !== "TLSv1.2") return ["fails", restricted];
  return ["sets", { ...restricted, suites, securityLevel }];
}

function ciphersuites(state: LibsslState, { to }: CallOf<"ciphersuites">, { openssl, traits }: LibsslRuntime): Step {
  if (!traits.has("hasTls13")) return ["absent", state];
  if (to === "") return ["sets", { ...state, ciphersuites: [] }];
  const expansion = expandCiphersuites(to, openssl);
  return expansion.error === undefined ? ["sets", { ...state, ciphersuites: expansion.suites }] : ["fails", state];
}

function groups(state: LibsslState, { to }: CallOf<"groups">, { openssl }: LibsslRuntime): Step {
  const list = parseGroupList(to, openssl);
  return list ? ["sets", { ...state, groups: state.suiteB ? state.groups : list }] : ["fails", state];
}

function signatureAlgorithms(
  state: LibsslState,
  { to }: CallOf<"signature-algorithms">,
  { openssl }: LibsslRuntime,
): Step {
  const list = parseSignatureAlgorithms(to, openssl);
  if ("error" in list) return ["fails", state];
  return ["sets", state.suiteB ? state : { ...state, signatureAlgorithms: list.algorithms }];
}

function take(state: LibsslState, call: LibsslCall, runtime: LibsslRuntime): Step {
  switch (call.set) {
    case "min-version":
    case "max-version":
      return runtime.traits.has("hasVersionBounds") ? bound(state, call) : ["absent", state];
    case "options":
      return ["sets", { ...state, options: state.options | call.to }];
    case "cleared-options":
      return ["sets", { ...state, options: state.options & ~call.to }];
    case "cipher-list":
      return cipherList(state, call, runtime);
    case "ciphersuites":
      return ciphersuites(state, call, runtime);
    case "groups":
      return groups(state, call, runtime);
    case "signature-algorithms":
      return signatureAlgorithms(state, call, runtime);
    case "security-level":
      return runtime.traits.has("hasVersionBounds")
        ? ["sets", { ...state, securityLevel: call.to }]
        : ["absent", state];
    case "verification":
      return ["sets", { ...state, verifiesPeer: call.to }];
  }
}

/** Makes a context and runs its calls in their order; one that fails or is ignored may change something for all that. */
export function configureLibssl(
  context: LibsslContext,
  runtime: LibsslRuntime,
): { readonly state: LibsslState; readonly outcomes: readonly LibsslCallOutcome[] } {
  const outcomes: LibsslCallOutcome[] = [];
  let state = initialLibsslState(context, runtime);
  for (const call of context.calls) {
    const [outcome, next] = take(state, call, runtime);
    outcomes.push(outcome);
    state = next;
  }
  return { state, outcomes };
}

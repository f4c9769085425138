import type { SuiteB } from "../cipher-list-syntax.js";
import type { CipherSuite } from "../cipher-suites.js";
import type { Side, Throws } from "../negotiation.js";
import type { ProcessDefaults } from "../process-settings.js";
import { compareProtocolVersions } from "../protocol-versions.js";
import type { ProtocolVersion } from "../protocol-versions.js";
import type { Runtime } from "../runtimes.js";
import type { SignatureAlgorithm } from "../signature-algorithms.js";
import type { CipherLists } from "./cipher-lists.js";
import { cipherLists } from "./cipher-lists.js";
import type { ContextOptions } from "./context-options.js";
import type { DhSize } from "./dh-parameters.js";
import { dhSizeOf } from "./dh-parameters.js";
import type { GroupList } from "./groups.js";
import { defaultGroupList, parseGroupList, suiteBGroupList } from "./groups.js";
import type { ProtocolRange } from "./protocol-range.js";
import { protocolRange } from "./protocol-range.js";
import { secureOptionBits } from "./secure-option-bits.js";
import { isSignatureAllowedAtLevel, parseSignatureAlgorithms, suiteBSignatureAlgorithms, unfilteredSignatureAlgorithms } from "./signature-algorithms.js";
import { invalidValueCode, print, throws } from "./throws.js";

/** An `SSL_CTX` as Node leaves it after `createSecureContext`. */
export interface TlsContext {
  readonly runtime: Runtime;
  readonly side: Side;
  readonly min: ProtocolVersion;
  readonly max: ProtocolVersion;
  readonly worksAs: Side | "both";
  readonly secureOptions: number;
  /** In preference order, before the security level filters them. */
  readonly suites: readonly CipherSuite[];
  /** Of these, what the security level and the want of callbacks leave. */
  readonly permittedSuites: readonly CipherSuite[];
  readonly securityLevel: number;
  readonly suiteB: SuiteB | undefined;
  readonly groups: GroupList;
  /** In preference order, those that pass the security level. */
  readonly signatureAlgorithms: readonly SignatureAlgorithm[];
  readonly dhSize: DhSize;
}

const isFailure = (value: object): value is Throws => "outcome" in value;

/** Node moves a limit where `ciphers` leaves TLS 1.2 or TLS 1.3 without a suite and the other version is possible. */
function adjustRange({ min, max }: ProtocolRange, lists: CipherLists): Pick<ProtocolRange, "min" | "max"> {
  const reachesTls13 = max === "TLSv1.3" && compareProtocolVersions(min, "TLSv1.3") < 0;
  return {
    min: lists.raisesToTls13 && reachesTls13 ? "TLSv1.3" : min,
    max: lists.lowersToTls12 && reachesTls13 ? "TLSv1.2" : max,
  };
}

/** `sigalgs` as an explicit list, undefined for the default. */
function readSignatureAlgorithms(sigalgs: unknown, runtime: Runtime): { readonly algorithms: readonly SignatureAlgorithm[] | undefined } | Throws {
  const { traits, openssl } = runtime;
  if (!traits.has("hasSigalgs") || sigalgs === undefined || (sigalgs === null && traits.has("acceptsNullOptions"))) return { algorithms: undefined };
  if (typeof sigalgs !== "string") return throws("ERR_INVALID_ARG_TYPE", ["sigalgs"], `\`sigalgs\` must be a string, not ${print(sigalgs)}.`);
  if (sigalgs === "") return throws(invalidValueCode(runtime), ["sigalgs"], "`sigalgs` is empty.");
  const list = parseSignatureAlgorithms(sigalgs, openssl);
  if (!("error" in list)) return list;
  const code = list.error === "nothing left" ? "ERR_SSL_PASSED_INVALID_ARGUMENT" : undefined;
  return throws(code, ["sigalgs"], `OpenSSL ${openssl} does not accept \`sigalgs\` ${print(sigalgs)}.`);
}

/** `ecdhCurve` with its default in place, undefined where an old release passes nothing on. */
function completeCurve(ecdhCurve: unknown, { ecdhCurve: initial }: ProcessDefaults, { traits }: Runtime): unknown {
  if (traits.has("validatesContextOptions")) return ecdhCurve === undefined ? initial || "auto" : ecdhCurve;
  return ecdhCurve === undefined ? initial : ecdhCurve || "auto";
}

function readGroups(ecdhCurve: unknown, defaults: ProcessDefaults, runtime: Runtime): GroupList | Throws {
  const value = completeCurve(ecdhCurve, defaults, runtime);
  if (typeof value !== "string") return throws("ERR_INVALID_ARG_TYPE", ["ecdhCurve"], `\`ecdhCurve\` must be a string, not ${print(value)}.`);
  if (value === "auto") return defaultGroupList(runtime.openssl);
  const code = runtime.traits.has("validatesContextOptions") ? "ERR_CRYPTO_OPERATION_FAILED" : undefined;
  return parseGroupList(value, runtime.openssl) ?? throws(code, ["ecdhCurve"], `OpenSSL ${runtime.openssl} does not accept \`ecdhCurve\` ${print(value)}.`);
}

/** The algorithms in force: Suite B replaces any list, and the security level filters what there is. */
function permitAlgorithms(given: readonly SignatureAlgorithm[] | undefined, { suiteB, securityLevel }: CipherLists, runtime: Runtime): readonly SignatureAlgorithm[] {
  const { openssl } = runtime;
  const algorithms = suiteB ? suiteBSignatureAlgorithms(suiteB, openssl) : (given ?? unfilteredSignatureAlgorithms(openssl));
  return algorithms.filter((algorithm) => isSignatureAllowedAtLevel(algorithm, securityLevel, runtime));
}

/** Configures a context as `createSecureContext` does; of several errors, the one it throws first. */
export function configureContext(options: ContextOptions, side: Side, defaults: ProcessDefaults, runtime: Runtime): TlsContext | Throws {
  const range = protocolRange(options, defaults, runtime);
  if (isFailure(range)) return range;
  const secureOptions = secureOptionBits(options, runtime);
  if (typeof secureOptions !== "number") return secureOptions;
  const lists = cipherLists(options.ciphers, defaults.ciphers, runtime);
  if (isFailure(lists) && runtime.traits.has("setsCiphersFirst")) return lists;
  const { algorithms, ...failure } = { algorithms: undefined, ...readSignatureAlgorithms(options.sigalgs, runtime) };
  if (isFailure(failure)) return failure;
  if (isFailure(lists)) return lists;
  const groups = readGroups(options.ecdhCurve, defaults, runtime);
  if (isFailure(groups)) return groups;
  const dh = dhSizeOf(options.dhparam, lists.securityLevel, runtime);
  if (isFailure(dh)) return dh;
  const { suites, permittedSuites, securityLevel, suiteB } = lists;
  return {
    runtime,
    side,
    ...adjustRange(range, lists),
    worksAs: range.worksAs,
    secureOptions,
    suites,
    permittedSuites,
    securityLevel,
    suiteB,
    groups: suiteB ? suiteBGroupList(suiteB, runtime.openssl) : groups,
    signatureAlgorithms: permitAlgorithms(algorithms, lists, runtime),
    dhSize: dh.dhSize,
  };
}

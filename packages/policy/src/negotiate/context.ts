import type { SuiteB } from "../cipher-list-syntax.js";
import type { CipherSuite } from "../cipher-suites.js";
import type { Side, Throws } from "../negotiation.js";
import type { ProcessDefaults } from "../process-settings.js";
import type { ProtocolVersion } from "../protocol-versions.js";
import { compareProtocolVersions } from "../protocol-versions.js";
import type { Runtime } from "../runtimes.js";
import type { SignatureAlgorithm } from "../signature-algorithms.js";
import type { CipherLists } from "./cipher-lists.js";
import { cipherLists } from "./cipher-lists.js";
import type { ContextOptions } from "./context-options.js";
import type { DhSize } from "./dh-parameters.js";
import { dhSizeOf } from "./dh-parameters.js";
import type { GroupList } from "./groups.js";
import { groupList, suiteBGroupList } from "./groups.js";
import type { ProtocolRange } from "./protocol-range.js";
import { protocolRange } from "./protocol-range.js";
import { secureOptionBits } from "./secure-option-bits.js";
import { isSignatureAllowedAtLevel, signatureAlgorithms, suiteBSignatureAlgorithms } from "./signature-algorithms.js";

/** An `SSL_CTX` as Node leaves it after `createSecureContext`. */
export interface TlsContext {
  readonly runtime: Runtime;
  readonly side: Side;
  readonly min: ProtocolVersion;
  readonly max: ProtocolVersion;
  readonly worksAs: Side | "both";
  /** Made with OpenSSL's method of one version, which asks neither bits nor levels whether it may (`ssl_choose_client_version`). Node never does. */
  readonly isPinned?: boolean;
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

/** The algorithms in force: Suite B replaces any list, and the security level filters what there is. */
function permitAlgorithms(
  given: readonly SignatureAlgorithm[],
  { suiteB, securityLevel }: CipherLists,
  runtime: Runtime,
): readonly SignatureAlgorithm[] {
  const algorithms = suiteB ? suiteBSignatureAlgorithms(suiteB, runtime.openssl) : given;
  return algorithms.filter((algorithm) => isSignatureAllowedAtLevel(algorithm, securityLevel, runtime));
}

/** Configures a context as `createSecureContext` does; of several errors, the one it throws first. */
export function configureContext(
  options: ContextOptions,
  side: Side,
  defaults: ProcessDefaults,
  runtime: Runtime,
): TlsContext | Throws {
  const range = protocolRange(options, defaults, runtime);
  if (isFailure(range)) return range;
  const secureOptions = secureOptionBits(options, runtime);
  if (typeof secureOptions !== "number") return secureOptions;
  const lists = cipherLists(options.ciphers, defaults.ciphers, runtime);
  if (isFailure(lists) && runtime.traits.has("setsCiphersFirst")) return lists;
  const algorithms = signatureAlgorithms(options.sigalgs, runtime);
  if (isFailure(algorithms)) return algorithms;
  if (isFailure(lists)) return lists;
  const groups = groupList(options.ecdhCurve, defaults, runtime);
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

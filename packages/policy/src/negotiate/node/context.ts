import { compareProtocolVersions } from "../../parameters/protocol-versions.js";
import type { SignatureAlgorithm } from "../../parameters/signature-algorithms.js";
import type { Runtime } from "../../runtimes/runtimes.js";
import type { Side, Throws } from "../negotiation.js";
import { suiteBGroupList } from "../openssl/group-list.js";
import { isSignatureAllowedAtLevel, suiteBSignatureAlgorithms } from "../openssl/signature-algorithm-list.js";
import type { TlsContext } from "../openssl/tls-context.js";
import { type CipherLists, cipherLists } from "./cipher-lists.js";
import type { ContextOptions } from "./context-options.js";
import { dhSizeOf } from "./dh-parameters.js";
import { groupList } from "./groups.js";
import type { ProcessDefaults } from "./process-defaults.js";
import { type ProtocolRange, protocolRange } from "./protocol-range.js";
import { secureOptionBits } from "./secure-option-bits.js";
import { signatureAlgorithms } from "./signature-algorithms.js";

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
    groups: suiteB ? suiteBGroupList(suiteB, groups, runtime.openssl) : groups,
    signatureAlgorithms: permitAlgorithms(algorithms, lists, runtime),
    dhSize: dh.dhSize,
  };
}

import type { SignatureAlgorithm } from "../../parameters/signature-algorithms.js";
import type { Runtime } from "../../runtimes/runtimes.js";
import type { Throws } from "../negotiation.js";
import { parseSignatureAlgorithms, unfilteredSignatureAlgorithms } from "../openssl/signature-algorithm-list.js";
import { invalidValueCode, print, throws } from "./throws.js";

/** The algorithms of `sigalgs`, or those of its absence, before the security level filters them. */
export function signatureAlgorithms(sigalgs: unknown, runtime: Runtime): readonly SignatureAlgorithm[] | Throws {
  const { traits, openssl } = runtime;
  const isAbsent =
    sigalgs === undefined || !traits.has("hasSigalgs") || (sigalgs === null && traits.has("acceptsNullOptions"));
  if (isAbsent) return unfilteredSignatureAlgorithms(openssl);
  if (typeof sigalgs !== "string")
    return throws("ERR_INVALID_ARG_TYPE", ["sigalgs"], `\`sigalgs\` must be a string, not ${print(sigalgs)}.`);
  if (sigalgs === "") return throws(invalidValueCode(runtime), ["sigalgs"], "`sigalgs` is empty.");
  const list = parseSignatureAlgorithms(sigalgs, openssl);
  if (!("error" in list)) return list.algorithms;
  const code = list.error === "nothing left" ? "ERR_SSL_PASSED_INVALID_ARGUMENT" : undefined;
  return throws(code, ["sigalgs"], `OpenSSL ${openssl} does not accept \`sigalgs\` ${print(sigalgs)}.`);
}

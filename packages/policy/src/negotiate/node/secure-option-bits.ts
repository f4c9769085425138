import { secureOption } from "../../parameters/secure-options.js";
import type { Runtime } from "../../runtimes/runtimes.js";
import type { Throws } from "../negotiation.js";
import type { ContextOptions } from "./context-options.js";
import { print, throws } from "./throws.js";

const serverPreference = secureOption("SSL_OP_CIPHER_SERVER_PREFERENCE")!.bit;

/** Why Node refuses a value that is given and not zero. */
function failureOf(value: unknown, { traits }: Runtime): Throws | undefined {
  if (!traits.has("validatesContextOptions") || Number.isSafeInteger(value)) return undefined;
  const code = typeof value === "number" ? "ERR_OUT_OF_RANGE" : "ERR_INVALID_ARG_TYPE";
  return throws(code, ["secureOptions"], `\`secureOptions\` must be an integer, not ${print(value)}.`);
}

/**
 * The SSL_OP_* bits of a context. `honorCipherOrder` is joined with `|`, which turns any value of `secureOptions` into an integer
 * before Node checks it: that is why a server takes values that a client throws on.
 */
export function secureOptionBits(
  { secureOptions, honorCipherOrder }: ContextOptions,
  runtime: Runtime,
): number | Throws {
  const value = honorCipherOrder ? (secureOptions as number) | serverPreference : secureOptions;
  if (!value) return 0;
  return failureOf(value, runtime) ?? Number(value) | 0;
}

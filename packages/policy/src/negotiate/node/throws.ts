import type { Runtime } from "../../runtimes/runtimes.js";
import type { Throws, TlsOptionValues } from "../negotiation.js";

export function throws(code: string | undefined, options: readonly (keyof TlsOptionValues)[], reason: string): Throws {
  return { outcome: "throws", code, options, reason };
}

/** The code of an error of OpenSSL or of Node's native part, which carried none before Node 12. */
export function nativeCode(code: string, { traits }: Runtime): string | undefined {
  return traits.has("hasNativeErrorCodes") ? code : undefined;
}

/** The code Node gives a value of the right type that it does not accept. */
export function invalidValueCode({ traits }: Runtime): string {
  return traits.has("hasInvalidArgValueCode") ? "ERR_INVALID_ARG_VALUE" : "ERR_INVALID_OPT_VALUE";
}

/** A value as a message shows it; converting an object could run a program's own code. */
export function print(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

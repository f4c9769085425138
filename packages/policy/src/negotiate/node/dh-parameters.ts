import { isStrongEnough, strengthOfModulus } from "../../parameters/security-level.js";
import type { Runtime } from "../../runtimes/runtimes.js";
import type { Throws } from "../negotiation.js";
import type { DhSize } from "../openssl/tls-context.js";
import { print, throws } from "./throws.js";

const pem = /^-----BEGIN (?:X9\.42 )?DH PARAMETERS-----[^\S\n]*\n([\sA-Za-z0-9+/=]+)^-----END/m;
const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decodeBase64(text: string): readonly number[] {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of text.replace(/[^A-Za-z0-9+/]/g, "")) {
    buffer = (buffer << 6) | base64.indexOf(character);
    bits += 6;
    if (bits >= 8) bytes.push((buffer >> (bits -= 8)) & 0xff);
    buffer &= (1 << bits) - 1;
  }
  return bytes;
}

/** The content of the DER value at `offset`: its first byte and its length. */
function derContent(bytes: readonly number[], offset: number): { start: number; length: number } {
  const first = bytes[offset + 1] ?? 0;
  if (first < 0x80) return { start: offset + 2, length: first };
  const size = first & 0x7f;
  const length = bytes.slice(offset + 2, offset + 2 + size).reduce((sum, byte) => sum * 256 + byte, 0);
  return { start: offset + 2 + size, length };
}

/** Bits of the prime in PKCS #3 parameters: a SEQUENCE that begins with it. */
function modulusBits(der: readonly number[]): number | undefined {
  if (der[0] !== 0x30) return undefined;
  const sequence = derContent(der, 0);
  if (der[sequence.start] !== 0x02) return undefined;
  const { start, length } = derContent(der, sequence.start);
  const leadingZero = der[start] === 0 ? 1 : 0;
  return (length - leadingZero) * 8 - (Math.clz32(der[start + leadingZero] ?? 0) - 24);
}

function textOf(dhparam: unknown): string | undefined {
  if (typeof dhparam === "string") return dhparam;
  return dhparam instanceof Uint8Array ? Array.from(dhparam, (byte) => String.fromCharCode(byte)).join("") : undefined;
}

function isAbsent(dhparam: unknown, { traits }: Runtime): boolean {
  if (!traits.has("validatesContextOptions")) return !dhparam;
  return dhparam === undefined || (dhparam === null && traits.has("acceptsNullOptions"));
}

function failureOf(bits: number, level: number, { traits }: Runtime): Throws | undefined {
  if (bits < 1024)
    return throws(
      "ERR_INVALID_ARG_VALUE",
      ["dhparam"],
      `The modulus of \`dhparam\` has ${bits} bits, fewer than 1024.`,
    );
  if (isStrongEnough(strengthOfModulus(bits), level)) return undefined;
  const code = traits.has("validatesContextOptions") ? "ERR_CRYPTO_OPERATION_FAILED" : undefined;
  return throws(code, ["dhparam"], `The modulus of \`dhparam\` has ${bits} bits, too few for security level ${level}.`);
}

/** What `dhparam` sets up; PEM that cannot be read is dropped without an error, as Node does. */
export function dhSizeOf(dhparam: unknown, level: number, runtime: Runtime): { readonly dhSize: DhSize } | Throws {
  if (isAbsent(dhparam, runtime)) return { dhSize: undefined };
  const text = textOf(dhparam);
  if (text === undefined) {
    if (!runtime.traits.has("validatesContextOptions")) return { dhSize: undefined };
    return throws(
      "ERR_INVALID_ARG_TYPE",
      ["dhparam"],
      `\`dhparam\` must be a string or a buffer, not ${print(dhparam)}.`,
    );
  }
  if (dhparam === "auto" && runtime.traits.has("acceptsDhparamAuto")) return { dhSize: "auto" };
  const bits = modulusBits(decodeBase64(pem.exec(text)?.[1] ?? ""));
  return (bits === undefined ? undefined : failureOf(bits, level, runtime)) ?? { dhSize: bits };
}

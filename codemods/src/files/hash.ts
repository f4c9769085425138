import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal, to tell whether bytes are still the same. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

import type { OpenSslLine } from "../runtimes/openssl-line.js";
import type { ProtocolVersion } from "./protocol-versions.js";

// Strength in bits that each level from 0 to 5 asks for (`ssl_security_default_callback` of OpenSSL).
const minBits = [0, 80, 112, 128, 192, 256] as const;

/** Whether a key, group or signature of that strength passes the level. */
export function isStrongEnough(bits: number, level: number): boolean {
  return bits >= minBits[Math.min(Math.max(level, 0), 5)]!;
}

// The first level that refuses the version. OpenSSL 3.2 moved both to level 1.
const refusedFrom: Readonly<Record<"TLSv1" | "TLSv1.1", number>> = { TLSv1: 3, "TLSv1.1": 4 };

/** Whether OpenSSL offers the version at all at a security level; whether a handshake then succeeds also depends on signatures. */
export function isVersionAllowedAtLevel(version: ProtocolVersion, level: number, openssl: OpenSslLine): boolean {
  if (version !== "TLSv1" && version !== "TLSv1.1") return true;
  return level < (openssl === "1.1.1" || openssl === "3.0" ? refusedFrom[version] : 1);
}

// NIST SP 800-57 part 1: the size of a Diffie-Hellman modulus or RSA key that is as strong as that many bits.
const modulusStrengths = [
  [15360, 256],
  [7680, 192],
  [3072, 128],
  [2048, 112],
  [1024, 80],
] as const;

/** Strength of a Diffie-Hellman modulus in bits. */
export function strengthOfModulus(size: number): number {
  return modulusStrengths.find(([least]) => size >= least)?.[1] ?? 0;
}

/** The smallest Diffie-Hellman modulus of a security level, in bits; below 1024 not even level 0 goes. */
export function smallestModulus(level: number): number {
  return modulusStrengths.findLast(([, strength]) => isStrongEnough(strength, level))![0];
}

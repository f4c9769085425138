import { type Judgement, type Offers, type Runtime, secureOptionsIn } from "tls-policy";
import type { Verdict } from "./verdicts.js";

/** An `SSL_OP_*` bit that weakens the connections it is set for. */
export interface WeakBit extends Judgement {
  readonly name: string;
  readonly bit: number;
  /** What the bit does, as a verb phrase. */
  readonly effect: string;
}

/** Bits that do nothing but let peers in that have no secure renegotiation (RFC 5746): whoever sets one has such a peer. */
export const bitsForOldPeers: ReadonlySet<string> = new Set([
  "SSL_OP_LEGACY_SERVER_CONNECT",
  "SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION",
]);

/** Bits that weaken a connection only in certain company. */
const weaknessesInCompany: Readonly<Record<string, Judgement>> = {
  SSL_OP_NO_TLSv1_2: { status: "prohibited", reference: "RFC 8996" },
  SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS: { status: "deprecated", reference: "RFC 7457, section 2.3" },
};

const effectsInCompany: Readonly<Record<string, string>> = { SSL_OP_NO_TLSv1_2: "leaves nothing newer than TLSv1.1" };

const matters: Readonly<Record<string, (offers: Offers, runtime: Runtime) => boolean>> = {
  SSL_OP_NO_TLSv1_3: (_offers, { traits }) => traits.has("hasTls13"),
  SSL_OP_NO_TLSv1_2: ({ protocolVersions }) => !protocolVersions.includes("TLSv1.3"),
  SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS: ({ protocolVersions }) => protocolVersions.includes("TLSv1"),
};

/** The bits of `secureOptions` that weaken one of the connections. */
export function weakBitsIn(bits: number, verdicts: readonly Verdict[]): readonly WeakBit[] {
  return secureOptionsIn(bits).flatMap(({ name, bit, effect, side: reader, weakness = weaknessesInCompany[name] }) => {
    const readers = verdicts.filter(({ side }) => reader === undefined || side === reader);
    const isWeak =
      weakness &&
      readers.some(
        ({ negotiation, runtime }) =>
          negotiation.outcome === "offers" && (matters[name]?.(negotiation, runtime) ?? true),
      );
    return isWeak ? [{ name, bit, effect: effectsInCompany[name] ?? effect, ...weakness }] : [];
  });
}

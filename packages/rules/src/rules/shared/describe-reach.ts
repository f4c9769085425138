import { describeRuntimes, type ProtocolVersion, type Runtime } from "tls-policy";
import type { Verdict } from "./verdicts.js";

/** Where a protocol version can really be negotiated: ", reachable on Node 12-16, latent on Node 18-26"; empty when that is everywhere. */
export function describeReach(verdicts: readonly Verdict[], version: ProtocolVersion): string {
  const reachable = runtimesOf(verdicts, (offers) => offers.protocolVersions.includes(version));
  const latent = runtimesOf(verdicts, (offers) => offers.latentProtocolVersions.includes(version)).filter(
    (runtime) => !reachable.includes(runtime),
  );
  if (latent.length === 0) return "";
  const parts = [
    ...(reachable.length > 0 ? [`reachable on ${describeRuntimes(reachable)}`] : []),
    `latent on ${describeRuntimes(latent)}`,
  ];
  return ` (${parts.join(", ")})`;
}

type Offers = Extract<Verdict["negotiation"], { outcome: "offers" }>;

function runtimesOf(verdicts: readonly Verdict[], holds: (offers: Offers) => boolean): readonly Runtime[] {
  const matching = verdicts.filter(({ negotiation }) => negotiation.outcome === "offers" && holds(negotiation));
  return [...new Set(matching.map(({ runtime }) => runtime))];
}

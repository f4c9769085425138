import { describeRuntimes, type Offers, type ProtocolVersion, type Runtime, type RuntimeVerdict } from "tls-policy";

/** Where a protocol version can really be negotiated: ", reachable on Node 12-16, latent on Node 18-26"; empty when that is everywhere. */
export function describeReach(verdicts: readonly RuntimeVerdict[], version: ProtocolVersion): string {
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

function runtimesOf(verdicts: readonly RuntimeVerdict[], holds: (offers: Offers) => boolean): readonly Runtime[] {
  const matching = verdicts.filter(({ negotiation }) => negotiation.outcome === "offers" && holds(negotiation));
  return [...new Set(matching.map(({ runtime }) => runtime))];
}

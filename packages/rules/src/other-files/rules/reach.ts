import {
  describeRuntimes,
  negotiateOver,
  type ProcessSettings,
  type ProtocolVersion,
  type RuntimeVerdict,
} from "tls-policy";
import type { Settings } from "../../settings.js";

/** ", reachable on Node 12-16, latent on Node 18-26": where clients with these process settings can negotiate a version; empty when that is everywhere. */
export function describeReach(version: ProtocolVersion, { runtimes }: Settings, process: ProcessSettings): string {
  const verdicts = negotiateOver({}, runtimes, "client", process);
  const reachable = verdicts.filter((verdict) => hasVersion(verdict, "protocolVersions", version));
  const latent = verdicts.filter((verdict) => hasVersion(verdict, "latentProtocolVersions", version));
  if (latent.length === 0) return "";
  const parts = [reachable.length > 0 && `reachable on ${named(reachable)}`, `latent on ${named(latent)}`];
  return ` (${parts.filter(Boolean).join(", ")})`;
}

function hasVersion(
  { negotiation }: RuntimeVerdict,
  list: "protocolVersions" | "latentProtocolVersions",
  version: ProtocolVersion,
): boolean {
  return negotiation.outcome === "offers" && negotiation[list].includes(version);
}

function named(verdicts: readonly RuntimeVerdict[]): string {
  return describeRuntimes(verdicts.map(({ runtime }) => runtime));
}

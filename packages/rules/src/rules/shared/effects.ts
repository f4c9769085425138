import { assess, negotiate, type Negotiation, type Runtime, type Side, type TlsOptionValues } from "tls-policy";
import type { Settings } from "../../settings.js";

/** What a change of options makes of the connections, over all runtimes in range: `weaker` when a policy has more to say against them, or when they fail. */
export type Effect = "none" | "stricter" | "weaker";

export function effectOf(before: TlsOptionValues, after: TlsOptionValues, side: Side, settings: Settings): Effect {
  const effects = settings.runtimes.map((runtime) => effectOn(runtime, before, after, side, settings));
  return (["weaker", "stricter"] as const).find((effect) => effects.includes(effect)) ?? "none";
}

function effectOn(
  runtime: Runtime,
  before: TlsOptionValues,
  after: TlsOptionValues,
  side: Side,
  { policy }: Settings,
): Effect {
  const [was, is] = [negotiate(before, runtime, side), negotiate(after, runtime, side)];
  if (JSON.stringify(was) === JSON.stringify(is)) return "none";
  if (is.outcome !== "offers") return was.outcome === "offers" ? "weaker" : "none";
  const objectionsTo = (negotiation: Negotiation) =>
    assess(negotiation, policy, side, runtime).map(
      (violation) => `${violation.subject} ${violation.value} ${violation.status}`,
    );
  const known = new Set(objectionsTo(was));
  return objectionsTo(is).every((objection) => known.has(objection)) ? "stricter" : "weaker";
}

import { attacksOn, type NamedAttack, type Runtime } from "tls-policy";
import type { Verdict } from "tls-rules";

/** A named attack that the options leave room for. */
export interface OpenAttack extends NamedAttack {
  /** Whether the edit leaves none; undefined where there is no edit. */
  readonly endsWithEdit: boolean | undefined;
}

/** The attacks for which options leave room on a release in range. Those for which libraries have countermeasures are told only where the edit ends them. */
export function attacksOf(
  now: readonly Verdict[],
  edited: readonly Verdict[] | undefined,
  inRange: readonly Runtime[],
): readonly OpenAttack[] {
  const left = edited && new Set(attacksIn(edited, inRange).map(({ name }) => name));
  return attacksIn(now, inRange)
    .map((attack) => ({ ...attack, endsWithEdit: left && !left.has(attack.name) }))
    .filter(({ hasCountermeasures, endsWithEdit }) => !hasCountermeasures || endsWithEdit);
}

function attacksIn(verdicts: readonly Verdict[], inRange: readonly Runtime[]): readonly NamedAttack[] {
  const found = verdicts.flatMap(({ runtime, negotiation }) =>
    negotiation.outcome === "offers" && inRange.includes(runtime) ? attacksOn(negotiation) : [],
  );
  return [...new Map(found.map((attack) => [attack.name, attack])).values()];
}

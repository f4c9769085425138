import { assess, negotiateOver, type RuntimeVerdict, type Violation } from "tls-policy";
import type { Settings } from "../../../settings.js";
import type { GivenFlag } from "./given-flag.js";

/** What clients without options do on every runtime when the process has only this flag. */
export function verdictsWith({ settings, word }: GivenFlag): readonly RuntimeVerdict[] {
  return negotiateOver({}, settings.runtimes, "client", { flags: [word] });
}

/** What the policy has to say against it. */
export function violationsIn(verdicts: readonly RuntimeVerdict[], { policy }: Settings): readonly Violation[] {
  return verdicts.flatMap(({ negotiation, runtime }) => assess(negotiation, policy, "client", runtime));
}

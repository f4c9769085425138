import { type AttackName, attacksOn, type LibsslVerdict, type Negotiation, type PythonNegotiation } from "tls-policy";
import type { PlaceInProgram, Rule } from "../../define-rule.js";
import type { Settings } from "../../settings.js";
import type { TlsOptions } from "../../source/sites/tls-options.js";
import { verdictsOf } from "./verdicts.js";
import { verdictsWith } from "./violations.js";

/** Those that old protocol versions leave room for. */
export const versionAttacks = ["DROWN", "POODLE", "BEAST"] as const satisfies readonly AttackName[];

/** Those that the suites of a list leave room for. */
export const suiteAttacks = [
  "SWEET32",
  "RC4 biases",
  "FREAK",
  "Logjam",
  "ROBOT",
  "Lucky Thirteen",
  "Raccoon",
] as const satisfies readonly AttackName[];

/** What Node does, Python, or OpenSSL for a program that calls it. */
type Outcome = Negotiation | PythonNegotiation | LibsslVerdict["negotiation"];

const known = new WeakMap<Outcome, readonly AttackName[]>();

/** The published attacks for which any of the outcomes leaves room; of those that are asked for. */
export function attacksAmong(
  asked: readonly AttackName[],
  outcomes: readonly { readonly negotiation: Outcome }[],
): readonly AttackName[] {
  return asked.filter((name) => outcomes.some(({ negotiation }) => attacksBy(negotiation).includes(name)));
}

/** The attacks of a rule for which options leave room where they have the value that is reported. */
export function attacksAt(
  at: PlaceInProgram,
  options: TlsOptions,
  { meta: { attacks = [] } }: Rule,
  settings: Settings,
): readonly AttackName[] {
  if (attacks.length === 0) return [];
  const verdicts = verdictsOf(options, settings);
  return attacksAmong(attacks, "write" in at ? verdictsWith(at, verdicts) : verdicts);
}

function attacksBy(negotiation: Outcome): readonly AttackName[] {
  if (negotiation.outcome !== "offers" && negotiation.outcome !== "historic") return [];
  const before = known.get(negotiation);
  if (before) return before;
  const names = attacksOn(negotiation).map(({ name }) => name);
  known.set(negotiation, names);
  return names;
}

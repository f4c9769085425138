import { assess, describeRuntimes, type Negotiation, type Policy, type Runtime, type Violation, type ViolationSubject } from "tls-policy";
import type { Settings } from "./settings.js";
import type { OptionValue } from "./source/sites/tls-options.js";
import type { Verdict } from "./verdicts.js";

/** What a policy has to say against a connection, and the runtime that would make it. */
export interface RuntimeViolation extends Violation {
  readonly runtime: Runtime;
}

/** The verdicts in which an option has this value. */
export function verdictsWith(value: OptionValue, verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ chosen }) => chosen.has(value.option) && chosen.get(value.option)!.value === value.value);
}

/** What a policy has to say against the verdicts, of these kinds of things. */
export function violationsIn(verdicts: readonly Verdict[], policy: Policy, ...subjects: readonly ViolationSubject[]): readonly RuntimeViolation[] {
  return verdicts.flatMap((verdict) =>
    assessed(verdict, policy).flatMap((violation) => (subjects.includes(violation.subject) ? [{ ...violation, runtime: verdict.runtime }] : [])),
  );
}

/** Each rule asks about its own kind of thing, of the same negotiations. */
const assessments = new WeakMap<Negotiation, { readonly policy: Policy; readonly runtime: Runtime; readonly violations: readonly Violation[] }>();

function assessed({ negotiation, side, runtime }: Verdict, policy: Policy): readonly Violation[] {
  const known = assessments.get(negotiation);
  if (known?.policy === policy && known.runtime === runtime) return known.violations;
  const violations = assess(negotiation, policy, side, runtime);
  assessments.set(negotiation, { policy, runtime, violations });
  return violations;
}

/** The worst of what is offered: everything that one document says the same of. */
interface Offence {
  readonly status: "prohibited" | "deprecated";
  readonly reference: string;
  /** Names as the policy spells them. */
  readonly names: readonly string[];
  readonly runtimes: readonly Runtime[];
}

/** Undefined where nothing is offered against the policy. */
export function worstOffence(violations: readonly RuntimeViolation[]): Offence | undefined {
  const status = (["prohibited", "deprecated"] as const).find((candidate) => violations.some((violation) => violation.status === candidate));
  const first = violations.find((violation) => violation.status === status);
  if (!status || !first) return;
  const { reference } = first;
  const same = violations.filter((violation) => violation.status === status && violation.reference === reference);
  return { status, reference, names: [...new Set(same.map(({ value }) => String(value)))], runtimes: same.map(({ runtime }) => runtime) };
}

/** " on Node 12-16" where only some of the runtimes in range are meant, else nothing. */
export function onSome(runtimes: readonly Runtime[], settings: Settings): string {
  return settings.runtimes.every((runtime) => runtimes.includes(runtime)) ? "" : ` on ${describeRuntimes(runtimes)}`;
}

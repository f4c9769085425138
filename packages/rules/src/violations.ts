import { assess, describeRuntimes, type Policy, type Runtime, type Violation, type ViolationSubject } from "tls-policy";
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

/** What a policy has to say against the verdicts, of one kind of thing. */
export function violationsIn(verdicts: readonly Verdict[], policy: Policy, subject: ViolationSubject): readonly RuntimeViolation[] {
  return verdicts.flatMap(({ negotiation, side, runtime }) =>
    assess(negotiation, policy, side, runtime).flatMap((violation) => (violation.subject === subject ? [{ ...violation, runtime }] : [])),
  );
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

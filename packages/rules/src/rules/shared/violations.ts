import {
  assess,
  describeRuntimes,
  type Negotiation,
  type Policy,
  type Runtime,
  type RuntimeVerdict,
  type Side,
  type Violation,
  type ViolationSubject,
} from "tls-policy";
import type { Level } from "../../finding.js";
import type { OptionName } from "../../option-names.js";
import type { Settings } from "../../settings.js";
import type { OptionValue } from "../../source/sites/tls-options.js";
import type { SiteVerdict, Verdict } from "./verdicts.js";

/** What a policy has to say against a connection, and the runtime that would make it. */
export interface RuntimeViolation extends Violation {
  readonly runtime: Runtime;
}

/** The verdicts in which an option has this value. */
export function verdictsWith<Of extends Verdict>(value: OptionValue, verdicts: readonly Of[]): readonly Of[] {
  return verdicts.filter(({ chosen }) => chosen.has(value.option) && chosen.get(value.option)!.value === value.value);
}

/** What one side does on a runtime. */
interface SideVerdict extends RuntimeVerdict {
  readonly side: Side;
}

/** What a policy has to say against the verdicts, of these kinds of things. */
export function violationsIn(
  verdicts: readonly SideVerdict[],
  policy: Policy,
  ...subjects: readonly ViolationSubject[]
): readonly RuntimeViolation[] {
  return verdicts.flatMap((verdict) => {
    const assessed = assessmentOf(verdict, policy);
    return subjects.flatMap((subject) => assessed.get(subject) ?? []);
  });
}

/** What a policy has to say against the verdicts and has not to say where an option is left out. */
export function violationsBeyondSilence(
  verdicts: readonly SiteVerdict[],
  option: OptionName,
  policy: Policy,
  ...subjects: readonly ViolationSubject[]
): readonly RuntimeViolation[] {
  return verdicts.flatMap((verdict) => {
    const silent = new Set(violationsIn([verdict.without(option)], policy, ...subjects).map(({ value }) => value));
    return violationsIn([verdict], policy, ...subjects).filter(({ value }) => !silent.has(value));
  });
}

type Assessment = ReadonlyMap<ViolationSubject, readonly RuntimeViolation[]>;

/** Each rule asks about its own kind of thing, of the same negotiations. */
const assessments = new WeakMap<
  Negotiation,
  { readonly policy: Policy; readonly runtime: Runtime; readonly assessment: Assessment }
>();

function assessmentOf({ negotiation, side, runtime }: SideVerdict, policy: Policy): Assessment {
  const known = assessments.get(negotiation);
  if (known?.policy === policy && known.runtime === runtime) return known.assessment;
  const assessment = bySubject(assess(negotiation, policy, side, runtime), runtime);
  assessments.set(negotiation, { policy, runtime, assessment });
  return assessment;
}

function bySubject(violations: readonly Violation[], runtime: Runtime): Assessment {
  const groups = new Map<ViolationSubject, RuntimeViolation[]>();
  for (const violation of violations) {
    const known = groups.get(violation.subject);
    if (known) known.push({ ...violation, runtime });
    else groups.set(violation.subject, [{ ...violation, runtime }]);
  }
  return groups;
}

/** Something that is offered, as a document judges it. */
interface Judged {
  readonly value: Violation["value"];
  readonly status: string;
  readonly reference: string;
  readonly runtime: Runtime;
}

/** The worst of what is offered: everything that one document says the same of. */
export interface Offence {
  readonly status: "prohibited" | "deprecated";
  readonly reference: string;
  /** Names as the policy spells them. */
  readonly names: readonly string[];
  readonly runtimes: readonly Runtime[];
}

/** Undefined where nothing is offered against the policy. */
export function worstOffence(judged: readonly Judged[]): Offence | undefined {
  const status = (["prohibited", "deprecated"] as const).find((candidate) =>
    judged.some((each) => each.status === candidate),
  );
  const first = judged.find((each) => each.status === status);
  if (!status || !first) return;
  const { reference } = first;
  const same = judged.filter((each) => each.status === status && each.reference === reference);
  return {
    status,
    reference,
    names: [...new Set(same.map(({ value }) => String(value)))],
    runtimes: same.map(({ runtime }) => runtime),
  };
}

/** How much an offence weighs. */
export function levelOf(status: Offence["status"]): Level {
  return status === "prohibited" ? "error" : "warning";
}

/** Three by name. */
export function enumerate(names: readonly string[]): string {
  const rest = names.length - 3;
  return rest > 0 ? `${names.slice(0, 3).join(", ")} and ${rest} more` : names.join(", ");
}

/** " on Node 12-16" where only some of the runtimes in range are meant, else nothing. */
export function onSome(runtimes: readonly Runtime[], settings: Settings): string {
  return settings.runtimes.every((runtime) => runtimes.includes(runtime)) ? "" : ` on ${describeRuntimes(runtimes)}`;
}

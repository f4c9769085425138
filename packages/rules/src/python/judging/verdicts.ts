import {
  assess,
  negotiatePython,
  type Policy,
  type PythonNegotiation,
  type PythonOperation,
  type PythonRuntime,
  type Side,
  type Violation,
  type ViolationSubject,
} from "tls-policy";
import type { ConstructionAlternative } from "../sites/constructions.js";

/** What one Python does with a context. */
export interface PyVerdict {
  readonly python: PythonRuntime;
  readonly side: Side;
  readonly negotiation: PythonNegotiation;
}

const known = new WeakMap<readonly PythonRuntime[], Map<string, readonly PyVerdict[]>>();
// programs make the same contexts again and again
const mostKnown = 500;

/** What each Python in range does with a context that is made and changed like this; a client where the code does not tell. */
export function verdictsOn(
  pythons: readonly PythonRuntime[],
  { made }: ConstructionAlternative,
  operations: readonly PythonOperation[],
  side: Side = "client",
): readonly PyVerdict[] {
  const context = { construction: made, operations };
  const key = `${side} ${JSON.stringify(context)}`;
  const before = known.get(pythons) ?? new Map<string, readonly PyVerdict[]>();
  const verdicts =
    before.get(key) ?? pythons.map((python) => ({ python, side, negotiation: negotiatePython(context, python, side) }));
  if (before.size >= mostKnown) before.clear();
  known.set(pythons, before.set(key, verdicts));
  return verdicts;
}

export interface PyViolation extends Violation {
  readonly python: PythonRuntime;
}

/** What the policy has to say of these subjects. */
export function violationsOf(
  verdicts: readonly PyVerdict[],
  policy: Policy,
  ...subjects: readonly ViolationSubject[]
): readonly PyViolation[] {
  return verdicts.flatMap((verdict) =>
    assessed(verdict, policy)
      .filter(({ subject, status }) => subjects.includes(subject) && status !== "missing")
      .map((violation) => ({ ...violation, python: verdict.python })),
  );
}

const judged = new WeakMap<PyVerdict, { readonly policy: Policy; readonly violations: readonly Violation[] }>();

/** Several rules ask about the same verdict, each for its own subject. */
function assessed(verdict: PyVerdict, policy: Policy): readonly Violation[] {
  const { negotiation, side, python } = verdict;
  if (negotiation.outcome === "throws") return [];
  const before = judged.get(verdict);
  if (before?.policy === policy) return before.violations;
  const violations = assess(negotiation, policy, side, python.likeNode);
  judged.set(verdict, { policy, violations });
  return violations;
}

/** ` on Python 3.6-3.9`, with the build where one build alone is meant; nothing where all Pythons in range are. */
export function onSomePythons(some: readonly PythonRuntime[], all: readonly PythonRuntime[]): string {
  const wanted = new Set(some);
  if (all.every((python) => wanted.has(python))) return "";
  const own = some.filter(({ flavour }) => flavour === "python.org");
  const others = some.filter((python) => own.every(({ from }) => from !== python.from));
  const named = own.length > 0 ? ` on Python ${releasesOf(own)}` : "";
  const builds = others.length > 0 ? `on distributions' builds of Python ${releasesOf(others)}` : "";
  return named && builds ? `${named}, and ${builds}` : named || (builds && ` ${builds}`);
}

/** `3.7-3.9`, `3.10 and newer`, `2.7 and 3.12`: what follows one another without a gap is one. */
function releasesOf(pythons: readonly PythonRuntime[]): string {
  const runs: { from: string; python: PythonRuntime }[] = [];
  for (const python of new Map(pythons.map((each) => [each.from, each])).values()) {
    const last = runs.at(-1);
    if (last?.python.before === python.from) last.python = python;
    else runs.push({ from: python.from, python });
  }
  return runs.map(({ from, python }) => runOf(from, python)).join(" and ");
}

function runOf(from: string, { from: last, before, releases }: PythonRuntime): string {
  if (before === undefined) return `${from} and newer`;
  const end = /(?:-|Python )([\d.]+)$/.exec(releases)?.[1] ?? last;
  return end === from ? from : `${from}-${end}`;
}

/** The worst of what is offered: everything that one document says the same of. */
export function worstOf(violations: readonly PyViolation[]) {
  const status = violations.some((violation) => violation.status === "prohibited") ? "prohibited" : "deprecated";
  const first = violations.find((violation) => violation.status === status);
  if (!first) return undefined;
  const same = violations.filter((violation) => violation.status === status && violation.reference === first.reference);
  return {
    status,
    reference: first.reference,
    names: [...new Set(same.map(({ value }) => String(value)))],
    pythons: same.map(({ python }) => python),
  } as const;
}

/** Names in a sentence, three of them at most. */
export function enumerate(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}

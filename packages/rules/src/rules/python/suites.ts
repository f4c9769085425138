import type { PythonContext } from "../../define-rule.js";
import { narrowedList, replaceLiteral, strengthened } from "../../python/edits/cipher-list.js";
import { narrowedElements } from "../../python/edits/joined-list.js";
import { replacement } from "../../python/edits/lines.js";
import { enumerate, type PyViolation, verdictsOn, violationsOf, worstOf } from "../../python/judging/verdicts.js";
import { placeOf, type PythonProgram } from "../../python/python-program.js";
import { type ContextSite, operationsWith } from "../../python/sites/contexts.js";
import type { Step } from "../../python/sites/steps.js";
import { attacksAmong, suiteAttacks } from "../shared/attacks.js";
import { cited } from "../shared/citation.js";

/** What the rule about suites says of lists, in whatever language. */
export const weakListMessages = {
  prohibited:
    "`{{option}}` offers {{suites}}, which {{reference}} prohibits. Offer suites with forward secrecy and authenticated encryption only.",
  deprecated:
    "`{{option}}` offers {{suites}}, which {{reference}} deprecates. Offer suites with forward secrecy and authenticated encryption only.",
} as const;

type Context = PythonContext<typeof weakListMessages, "upgrade">;

/** Lists of the ssl module that offer weak suites. */
export function checkListedSuites({ contexts }: PythonProgram, context: Context): void {
  for (const site of contexts) {
    for (const step of site.steps.filter(({ name }) => name === "set_ciphers")) {
      if (step.alternatives.length === 0)
        context.undecided(step.writtenAs ?? step.name, placeOf(step.value, step.guards));
      checkList(site, step, context);
    }
  }
}

function checkList(site: ContextSite, step: Step, { program, settings, report }: Context): void {
  const { module, pythons } = program;
  for (const { operation, value } of step.alternatives) {
    if (!("call" in operation) || operation.call !== "set_ciphers") continue;
    const isCall = site.construction?.name === "wrap_socket";
    const made = (isCall ? undefined : site.construction?.alternatives[0]) ?? anyContext;
    const verdicts = verdictsOn(pythons, made, operationsWith(site, step, operation), site.side);
    const violations = violationsOf(verdicts, settings.policy, "cipher-suite");
    const offence = worstOf(violations);
    if (!offence) continue;
    const others = operationsWith(site, step, undefined).filter(
      (each) => !("call" in each && each.call === "set_ciphers"),
    );
    const silent = verdictsOn(pythons, made, others, site.side);
    const beyond = worstOf(beyondSilence(violations, violationsOf(silent, settings.policy, "cipher-suite")));
    // a list by keywords that offers no more than Python does without it
    const narrowed = narrowedList(operation.list, settings.policy, pythons);
    if (!beyond && !narrowed?.isOfWeakItems) continue;
    const list = strengthened(operation.list, narrowed, settings.policy);
    const edit =
      list &&
      value &&
      (value.at.type === "call"
        ? narrowed && narrowedElements(value.at, narrowed, module)
        : (replaceLiteral(value, list) ?? wholeValue(step.value, value.at, list, module.text)));
    report({
      at: { ...placeOf(step.value, [...site.guards, ...step.guards], value), isLikely: !site.construction },
      messageId: offence.status,
      data: {
        option: step.writtenAs ?? step.name,
        suites: enumerate(offence.names),
        reference: cited(offence.reference),
      },
      level: beyond?.status === "prohibited" ? "error" : "warning",
      grade: "upgrade",
      mend: edit ? { edits: [edit], remedy: "Offers the policy's cipher suites." } : undefined,
      attacks: attacksAmong(suiteAttacks, verdicts),
    });
  }
}

/** What a list offers on a Python that this Python would not offer without it. */
function beyondSilence(said: readonly PyViolation[], silent: readonly PyViolation[]): readonly PyViolation[] {
  const known = new Map(said.map(({ python }) => [python, new Set<unknown>()]));
  for (const { python, value } of silent) known.get(python)?.add(value);
  return said.filter(({ python, value }) => !known.get(python)!.has(value));
}

const anyContext = { made: { call: "SSLContext", protocol: "TLS" }, protocol: undefined } as const;

/** A list that is written in several pieces is written anew, where it stands in the call itself. */
function wholeValue(argument: Parameters<typeof replacement>[0], at: unknown, list: string, text: string) {
  if (argument !== at) return undefined;
  const isBytes = /^b/i.test(text.slice(...argument.range));
  return replacement(argument, `${isBytes ? "b" : ""}"${list}"`);
}

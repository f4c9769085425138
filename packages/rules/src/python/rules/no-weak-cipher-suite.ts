import { cited } from "../../rules/shared/citation.js";
import { replaceLiteral, strengthened } from "../edits/cipher-list.js";
import { replacement } from "../edits/lines.js";
import { definePythonRule } from "../judging/rule.js";
import { enumerate, verdictsOn, violationsOf, worstOf } from "../judging/verdicts.js";
import { operationsWith } from "../sites/contexts.js";

export default definePythonRule({
  name: "no-weak-cipher-suite",
  messages: {
    prohibited:
      "`{{option}}` offers {{suites}}, which {{reference}} prohibits. Offer suites with forward secrecy and authenticated encryption only.",
    deprecated:
      "`{{option}}` offers {{suites}}, which {{reference}} deprecates. Offer suites with forward secrecy and authenticated encryption only.",
    undecided: "`{{option}}` may offer weak cipher suites; the code does not tell.",
  },
  check({ contexts, settings, pythons, module, report }) {
    for (const site of contexts) {
      for (const step of site.steps.filter(({ name }) => name === "set_ciphers")) {
        const option = site.construction?.name === "wrap_socket" ? "ciphers" : step.name;
        if (step.alternatives.length === 0)
          report({ at: step.value, messageId: "undecided", data: { option }, level: "note", guards: step.guards });
        for (const { operation, value } of step.alternatives) {
          if (!("call" in operation) || operation.call !== "set_ciphers") continue;
          const isCall = site.construction?.name === "wrap_socket";
          const made = (isCall ? undefined : site.construction?.alternatives[0]) ?? anyContext;
          const verdicts = verdictsOn(pythons, made, operationsWith(site, step, operation), site.side);
          const offence = worstOf(violationsOf(verdicts, settings.policy, "cipher-suite"));
          if (!offence) continue;
          const list = strengthened(operation.list, settings.policy, pythons);
          const edit =
            list && value && (replaceLiteral(value, list) ?? wholeValue(step.value, value.at, list, module.text));
          report({
            at: step.value,
            messageId: offence.status,
            data: { option, suites: enumerate(offence.names), reference: cited(offence.reference) },
            level: offence.status === "prohibited" ? "error" : "warning",
            guards: [...site.guards, ...step.guards, ...(value?.guards ?? [])],
            isDefault: value?.isDefault ?? false,
            mend: edit ? { grade: "upgrade", edits: [edit], remedy: "Offers the policy's cipher suites." } : undefined,
          });
        }
      }
    }
  },
});

const anyContext = { made: { call: "SSLContext", protocol: "TLS" }, protocol: undefined } as const;

/** A list that is written in several pieces is written anew, where it stands in the call itself. */
function wholeValue(argument: Parameters<typeof replacement>[0], at: unknown, list: string, text: string) {
  if (argument !== at) return undefined;
  const isBytes = /^b/i.test(text.slice(...argument.range));
  return replacement(argument, `${isBytes ? "b" : ""}"${list}"`);
}

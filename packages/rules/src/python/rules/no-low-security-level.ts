import { withoutSecurityLevel } from "../../edits/cipher-list.js";
import { replaceLiteral } from "../edits/cipher-list.js";
import { removalOf } from "../edits/lines.js";
import { definePythonRule, type PyMend, type PyRuleContext } from "../judging/rule.js";
import type { PyValue } from "../program/values.js";
import { statementOf, type Step } from "../sites/steps.js";

export default definePythonRule({
  name: "no-low-security-level",
  messages: {
    lowered:
      "`set_ciphers` lowers OpenSSL's security level to {{level}}, which allows keys, signatures and versions that RFC 9325 (section 4.5) rules out. Remove `@SECLEVEL={{level}}`.",
  },
  check(context) {
    for (const { construction, guards, steps } of context.contexts) {
      for (const step of steps) {
        for (const { operation, value } of step.alternatives) {
          const level = "call" in operation && operation.call === "set_ciphers" ? levelIn(operation.list) : undefined;
          if (level === undefined || level >= context.settings.policy.minSecurityLevel.value) continue;
          context.report({
            at: step.value,
            messageId: "lowered",
            data: { level: String(level) },
            level: "error",
            isLikely: !construction,
            guards: [...guards, ...step.guards, ...(value?.guards ?? [])],
            isDefault: value?.isDefault ?? false,
            mend: raise(step, value, operation as { readonly list: string }, context),
          });
        }
      }
    }
  },
});

function levelIn(list: string): number | undefined {
  const level = /@SECLEVEL=(\d)(?!.*@SECLEVEL)/s.exec(list)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** `DEFAULT` alone is what Python's own list is better than. */
function raise(
  step: Step,
  value: PyValue | undefined,
  { list }: { readonly list: string },
  { module }: PyRuleContext,
): PyMend | undefined {
  const rest = withoutSecurityLevel(list);
  const remedy = "Leaves the security level to OpenSSL.";
  if (rest !== "" && rest !== "DEFAULT") {
    const edit = value && replaceLiteral(value, rest);
    return edit && { grade: "upgrade", edits: [edit], remedy };
  }
  const statement = statementOf(step);
  const edit = statement && removalOf(statement, module);
  return edit && { grade: "upgrade", edits: [edit], remedy };
}

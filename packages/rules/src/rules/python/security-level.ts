import type { PythonContext } from "../../define-rule.js";
import { withoutSecurityLevel } from "../../edits/cipher-list.js";
import { replaceLiteral } from "../../python/edits/cipher-list.js";
import { removalOf } from "../../python/edits/lines.js";
import { verdictsOn } from "../../python/judging/verdicts.js";
import type { PyModule } from "../../python/program/module.js";
import type { PyValue } from "../../python/program/values.js";
import { graded, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";
import { operationsWith } from "../../python/sites/contexts.js";
import { statementOf, type Step } from "../../python/sites/steps.js";
import { attacksAmong } from "../shared/attacks.js";

/** What the rule about the security level says of lists in Python. */
export const listLevelMessages = {
  listLowers:
    "`{{option}}` lowers OpenSSL's security level to {{level}}, which allows keys, signatures and versions that RFC 9325 (section 4.5) rules out. Remove `@SECLEVEL={{level}}`.",
} as const;

/** Lists of the ssl module that lower the level. */
export function checkListLevels(
  { contexts, module, pythons }: PythonProgram,
  { settings, report }: PythonContext<typeof listLevelMessages, "upgrade">,
): void {
  for (const site of contexts) {
    const { construction, guards, steps, side } = site;
    for (const step of steps) {
      for (const { operation, value } of step.alternatives) {
        if (!("call" in operation) || operation.call !== "set_ciphers") continue;
        const level = levelIn(operation.list);
        if (level === undefined || level >= settings.policy.minSecurityLevel.value) continue;
        report({
          at: { ...placeOf(step.value, [...guards, ...step.guards], value), isLikely: !construction },
          messageId: "listLowers",
          data: { option: step.writtenAs ?? step.name, level: String(level) },
          level: "error",
          attacks: attacksAmong(
            ["BEAST", "Logjam"],
            (construction?.alternatives ?? []).flatMap((alternative) =>
              verdictsOn(pythons, alternative, operationsWith(site, step, operation), side),
            ),
          ),
          ...graded(raise(step, value, operation.list, module)),
        });
      }
    }
  }
}

/** The level that a list sets last. */
export function levelIn(list: string): number | undefined {
  const level = /@SECLEVEL=(\d)(?!.*@SECLEVEL)/s.exec(list)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** `DEFAULT` alone is what Python's own list is better than. */
function raise(step: Step, value: PyValue | undefined, list: string, module: PyModule): PyMend<"upgrade"> | undefined {
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

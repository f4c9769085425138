import { gradesOf, isProgramRule, type Rule } from "tls-rules";
import { ruleFacts } from "../reports/rule-facts.js";

/** What a program may want to know of a rule. Every field is always there. */
export function ruleJson(rule: Rule) {
  const { name, meta } = rule;
  const { description, level, references, weaknesses, attacks, severity, helpUri, whoMayStop } = ruleFacts(name);
  return {
    ...{ name, description, level },
    preset: meta.preset ?? null,
    grades: gradesOf(rule),
    eslint: isProgramRule(rule) ? `tls/${name}` : null,
    transform: meta.transform ?? null,
    messages: meta.messages,
    ...{ weaknesses, attacks, references: references.map(({ text, url }) => ({ text, url: url ?? null })) },
    severity: severity ?? null,
    help: helpUri ?? null,
    whoMayStop: whoMayStop ?? null,
  };
}

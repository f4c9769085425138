import { type Rule, rules } from "tls-rules";

/** The rule of a name. Throws an Error when there is none, which means that the transforms are out of date. */
export function ruleNamed(name: string): Rule {
  const rule = rules.find((candidate) => candidate.name === name);
  if (!rule)
    throw new Error(`There is no rule ${name}. Run \`pnpm generate\` to bring the transforms in line with the rules.`);
  return rule;
}

import type { Rule as EslintRule } from "eslint";
import { askedRules } from "./asked-rules.js";
import { name, version } from "./package-meta.js";
import { toEslintRule } from "./to-eslint-rule.js";

/** The rules under a second name, which report what is no error: in tests, behind a guard, deprecated. */
export interface WarningsPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: "tls-warnings" };
  readonly rules: Record<string, EslintRule.RuleModule>;
}

const plugin: WarningsPlugin = {
  meta: { name: `${name}/warnings`, version, namespace: "tls-warnings" },
  rules: Object.fromEntries(
    askedRules.map((rule) => [rule.name, toEslintRule(rule, ({ level }) => level !== "error")]),
  ),
};

export { plugin as default, plugin as "module.exports" };

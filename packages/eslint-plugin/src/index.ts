import type { Rule as EslintRule } from "eslint";
import { askedRules } from "./asked-rules.js";
import { type Configs, createConfigs } from "./configs.js";
import { name, version } from "./package-meta.js";
import { toEslintRule } from "./to-eslint-rule.js";

/** The plugin as ESLint and oxlint take it. */
export interface TlsPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: "tls" };
  readonly rules: Record<string, EslintRule.RuleModule>;
  readonly configs: Configs;
}

const base = {
  meta: { name, version, namespace: "tls" } as const,
  rules: Object.fromEntries(askedRules.map((rule) => [rule.name, toEslintRule(rule)])),
};

// the configs name this very object, because ESLint refuses two objects under one plugin name
const plugin: TlsPlugin = Object.assign(base, { configs: createConfigs(base) });

export type { Configs } from "./configs.js";
export type { RuleOptions } from "./rule-options.js";
export { plugin as default, plugin as "module.exports" };

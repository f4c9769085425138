import type { ESLint, Linter } from "eslint";
import { rules, type Rule } from "tls-rules";
import type { RuleOptions } from "./rule-options.js";

/** A type alias, because ESLint's `Plugin` takes configs by index signature, which interfaces lack. */
export type Configs = {
  /** Errors and warnings of the rules that every program should pass. */
  readonly recommended: Linter.Config;
  /** All rules, with notes on what cannot be decided from the code. */
  readonly strict: Linter.Config;
  /** All rules at their defaults. */
  readonly all: Linter.Config;
  /** `recommended`, judged by the legacy profile: the first step of a staged upgrade. */
  readonly legacy: Linter.Config;
};

const recommendedRules = rules.filter((rule) => rule.meta.preset === "recommended");

/** The flat configs, derived from what each rule says of itself. */
export function createConfigs(plugin: ESLint.Plugin): Configs {
  const plugins = { tls: plugin };
  const recommended = severities(recommendedRules);
  return {
    recommended: { name: "tls/recommended", plugins, rules: recommended },
    strict: { name: "tls/strict", plugins, rules: severities(rules, { level: "note" }) },
    all: { name: "tls/all", plugins, rules: severities(rules) },
    legacy: { name: "tls/legacy", plugins, rules: recommended, settings: { tls: { profile: "legacy" } } },
  };
}

function severities(selected: readonly Rule[], options?: RuleOptions): Linter.RulesRecord {
  return Object.fromEntries(
    selected.map(({ name, meta }) => {
      const severity = meta.type === "problem" ? "error" : "warn";
      return [`tls/${name}`, options ? [severity, options] : severity];
    }),
  );
}

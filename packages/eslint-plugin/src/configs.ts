import type { ESLint, Linter } from "eslint";
import type { Rule } from "tls-rules";
import { fileKinds } from "tls-rules/other-files/candidates";
import { programRules, settingRules } from "./asked-rules.js";
import type { RuleOptions } from "./rule-options.js";
import warnings from "./warnings.js";

/** A type alias, because ESLint's `Plugin` takes configs by index signature, which interfaces lack. */
export type Configs = {
  /** The rules that every program should pass: what the policy prohibits as errors, what is a warning on the command line as one. */
  readonly recommended: Linter.Config;
  /** All rules, with notes on what cannot be decided from the code as warnings. */
  readonly strict: Linter.Config;
  /** All rules at their defaults. */
  readonly all: Linter.Config;
  /** `recommended`, judged by the legacy profile: the first step of a staged upgrade. */
  readonly legacy: Linter.Config;
  /** `recommended` for TypeScript files with types, which it asks typescript-eslint's parser for; a file without them is an error. */
  readonly typed: Linter.Config;
  /** The scripts and variables of package.json; needs `@eslint/json` under the name `json`. */
  readonly "package-json": Linter.Config;
  /** The variables and commands of workflows, compose and GitLab files; needs `eslint-plugin-yml` under the name `yml`. */
  readonly yaml: Linter.Config;
};

const typescriptFiles = ["**/*.{ts,cts,mts,tsx}"];

const yamlFiles = fileKinds.flatMap((kind) => ("yaml" in kind ? kind.yaml.globs : []));

const recommendedRules = programRules.filter((rule) => rule.meta.preset === "recommended");

/** The flat configs, derived from what each rule says of itself. */
export function createConfigs(plugin: ESLint.Plugin): Configs {
  const plugins = { tls: plugin, [warnings.meta.namespace]: warnings };
  const recommended = severities(recommendedRules);
  const ofSettings = severities(settingRules.filter(({ meta }) => meta.preset !== "strict"));
  return {
    recommended: { name: "tls/recommended", plugins, rules: recommended },
    strict: { name: "tls/strict", plugins, rules: severities(programRules, { level: "note" }) },
    all: { name: "tls/all", plugins, rules: severities(programRules) },
    legacy: { name: "tls/legacy", plugins, rules: recommended, settings: { tls: { profile: "legacy" } } },
    typed: {
      name: "tls/typed",
      files: [...typescriptFiles],
      plugins,
      languageOptions: { parserOptions: { projectService: true } },
      rules: recommended,
      settings: { tls: { types: "required" } },
    },
    "package-json": {
      name: "tls/package-json",
      files: ["**/package.json"],
      plugins,
      language: "json/json",
      rules: ofSettings,
    },
    yaml: { name: "tls/yaml", files: yamlFiles, plugins, language: "yml/yaml", rules: ofSettings },
  };
}

/** Errors by the rules' own names, and what is none by those of their twins. */
function severities(selected: readonly Rule[], lightest?: RuleOptions): Linter.RulesRecord {
  return Object.fromEntries(
    selected.flatMap(({ name }): [string, Linter.RuleEntry][] => [
      [`tls/${name}`, ["error", { level: "error" } satisfies RuleOptions]],
      [`${warnings.meta.namespace}/${name}`, lightest ? ["warn", lightest] : "warn"],
    ]),
  );
}

import { isProgramRule, type ProgramRule, type Rule, rules } from "tls-rules";

/** OpenSSL's configuration has no language in ESLint. */
const unread: ReadonlySet<string> = new Set(["openssl-command"]);

/** The rules that are asked about the variables and commands of other files, in the languages that ESLint has. */
export const settingRules: readonly Rule[] = rules.filter(({ checkSetting = {} }) =>
  Object.keys(checkSetting).some((kind) => !unread.has(kind)),
);

/** The rules that are asked about programs. */
export const programRules: readonly ProgramRule[] = rules.filter(isProgramRule);

/** All rules of the plugin. */
export const askedRules: readonly Rule[] = rules.filter((rule) => settingRules.includes(rule) || isProgramRule(rule));

import type { Rule as EslintRule } from "eslint";
import type { Rule } from "tls-rules";
import { documentationUrl } from "./package-meta.js";
import { optionsSchema } from "./settings-of.js";

/** What ESLint and editors are told of a rule. */
export function metaOf({ name, meta }: Rule): EslintRule.RuleMetaData {
  const { type, description, preset, grades, cwe, messages } = meta;
  const weaknesses = cwe.map((number) => `CWE-${number}`);
  const docs = { description, recommended: preset === "recommended", url: documentationUrl(name), cwe: weaknesses };
  return {
    type,
    // the configs are for whatever is linted, and a rule says nothing of a language that it does not read: ESLint from 10.2 on would refuse the whole configuration
    languages: ["*"],
    docs,
    ...(grades.includes("fix") && { fixable: "code" }),
    // in a test, and where not all who read an option are in sight, a fix waits to be asked for
    hasSuggestions: grades.length > 0,
    messages: { ...withConditions(messages), remedy: "{{remedy}}" },
    schema: optionsSchema,
    defaultOptions: [{}],
  };
}

/** A message may be about code behind a condition, which it then ends with. */
function withConditions(messages: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(messages).map(([id, message]) => [id, `${message}{{when}}`]));
}

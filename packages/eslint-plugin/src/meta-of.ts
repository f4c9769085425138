import type { Rule as EslintRule } from "eslint";
import type { Definition } from "./definition.js";
import { documentationUrl } from "./package-meta.js";
import { optionsSchema } from "./settings-of.js";

/** What ESLint and editors are told of a rule. */
export function metaOf({ name, program, otherFile }: Definition): EslintRule.RuleMetaData {
  const { description, grades } = (program?.meta ?? otherFile)!;
  return {
    type: program?.meta.type ?? "problem",
    docs: { description, recommended: program?.meta.preset === "recommended", url: documentationUrl(name) },
    ...(grades.includes("fix") && { fixable: "code" }),
    hasSuggestions: grades.some((grade) => grade !== "fix"),
    messages: { ...otherFile?.messages, ...program?.meta.messages, remedy: "{{remedy}}" },
    schema: optionsSchema,
    defaultOptions: [{}],
  };
}

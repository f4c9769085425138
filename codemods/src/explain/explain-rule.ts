import { rules, type Rule } from "tls-rules";
import { otherFileRules, type OtherFileRule } from "tls-rules/other-files";
import { UsageError } from "../usage-error.js";
import { gradeMeanings } from "./print-explanation.js";

/** What a rule finds, on whose authority, what its edits change and how to suppress it. Throws a UsageError for a name that is no rule. */
export function explainRule(name: string): string {
  const rule = rules.find((candidate) => candidate.name === name);
  const other = otherFileRules.find((candidate) => candidate.name === name);
  if (rule) return [...explained(name, { ...rule.meta, messages: messagesOf(rule, other) }), `ESLint: tls/${name} (${rule.meta.preset}) · jscodeshift: transforms/${rule.meta.transform}`, suppression(name)].join("\n");
  if (other) return [...explained(name, other), suppression(name)].join("\n");
  throw new UsageError(`There is no rule \`${name}\`.`, "`tls-codemod list` prints all of them; FILE:LINE explains what is found there.");
}

/** Some rules speak of programs and of the files around them. */
function messagesOf({ meta }: Rule, other: OtherFileRule | undefined): Readonly<Record<string, string>> {
  return { ...other?.messages, ...meta.messages };
}

function explained(name: string, { description, messages, grades, references }: Pick<OtherFileRule, "description" | "messages" | "grades" | "references">): readonly string[] {
  return [
    `${name}: ${description[0]!.toUpperCase()}${description.slice(1)}.`,
    "",
    "It says:",
    ...Object.values(messages).map((message) => `  - ${message.replaceAll(/\{\{\w+\}\}/g, "…")}`),
    "",
    "Its edits:",
    ...grades.map((grade) => `  - ${grade}: ${gradeMeanings[grade]}`),
    "",
    "On the authority of:",
    ...references.map((reference) => `  - ${reference}`),
    "",
  ];
}

function suppression(name: string): string {
  return `Suppress one finding with a comment above it: @tls-codemod-ignore ${name} -- reason`;
}

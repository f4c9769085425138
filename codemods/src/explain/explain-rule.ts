import { gradesOf, isProgramRule, type Rule, rules } from "tls-rules";
import { meant } from "../failures/did-you-mean.js";
import { UsageError } from "../failures/usage-error.js";
import { attackMeaning, attackTitle } from "../reports/attack-words.js";
import { ruleFacts } from "../reports/rule-facts.js";
import { hanging, unbroken } from "../terminal/columns.js";
import { gradeMeanings } from "./print-explanation.js";

/** What a rule finds, on whose authority, what its edits change and how to suppress it, within a terminal's columns where they are known. Throws a UsageError for a name that is no rule. */
export function explainRule(name: string, columns?: number): string {
  return linesFor(name)
    .flatMap((line) => written(line, columns))
    .join("\n");
}

/** An item of a list goes on below its own text. */
function written(line: string, columns: number | undefined): readonly string[] {
  const lead = line.startsWith(item) ? item : "";
  return hanging(lead, line.slice(lead.length), columns);
}

const item = "  - ";

function linesFor(name: string): readonly string[] {
  const rule = ruleNamed(name);
  return [...explained(rule), ...doorsOf(rule), suppression(rule.name)];
}

/** Throws a UsageError for a name that is no rule. */
export function ruleNamed(name: string): Rule {
  const rule = rules.find((candidate) => candidate.name === name);
  if (rule) return rule;
  throw new UsageError(`There is no rule \`${name}\`.`, [
    ...meant(
      name,
      rules.map((candidate) => candidate.name),
    ),
    "`tls-codemod list` prints all of them; FILE:LINE explains what is found there.",
  ]);
}

function doorsOf(rule: Rule): readonly string[] {
  if (!isProgramRule(rule)) return [];
  const { preset, transform } = rule.meta;
  return [`ESLint: tls/${rule.name} (${preset}) · jscodeshift: transforms/${transform}`];
}

function explained(rule: Rule): readonly string[] {
  const { description, messages, references } = rule.meta;
  const grades = gradesOf(rule);
  const { weaknesses, attacks } = ruleFacts(rule.name);
  return [
    `${rule.name}: ${description[0]!.toUpperCase()}${description.slice(1)}.`,
    "",
    "It says:",
    ...Object.values(messages).map((message) => `${item}${message.replaceAll(/\{\{\w+\}\}/g, "…")}`),
    "",
    "Its edits:",
    ...(grades.length > 0 ? grades.map((grade) => `${item}${grade}: ${gradeMeanings[grade]}`) : [`${item}none`]),
    "",
    ...(weaknesses.length > 0 ? ["It is an instance of:", ...weaknesses.map(({ text }) => `${item}${text}`), ""] : []),
    ...(attacks.length > 0
      ? [
          "Published attacks that a finding may leave room for:",
          ...attacks.map((attack) => `${item}${attackTitle(attack)}: ${attackMeaning(attack)}`),
          "",
        ]
      : []),
    "On the authority of:",
    ...references.map((reference) => `${item}${reference}`),
    "",
  ];
}

function suppression(name: string): string {
  return `Suppress one finding with a comment above it: ${unbroken(`@tls-codemod-ignore ${name} -- reason`)}`;
}

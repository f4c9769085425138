import type { ReportingDescriptor } from "sarif";
import type { ReportFinding } from "../../report.js";
import { knownRules, type RuleFacts, ruleFacts } from "../../rule-facts.js";

/** All rules of this version, and those of other versions that findings name. */
export function descriptorsFor(findings: readonly Pick<ReportFinding, "rule">[]): ReportingDescriptor[] {
  const names = new Set([...knownRules.keys(), ...findings.map(({ rule }) => rule)]);
  return [...names].sort().map((name) => descriptorOf(ruleFacts(name)));
}

function descriptorOf(facts: RuleFacts): ReportingDescriptor {
  const { name, description, helpUri, level, weaknesses, severity } = facts;
  return {
    id: name,
    shortDescription: { text: description.replaceAll("`", "") || name },
    ...(description !== "" && { fullDescription: { text: description } }),
    help: helpOf(facts),
    ...(helpUri && { helpUri }),
    defaultConfiguration: { level },
    properties: {
      tags: [
        ...(severity === undefined ? [] : ["security"]),
        "tls",
        ...weaknesses.map(({ id }) => `external/cwe/${id.toLowerCase()}`),
      ],
      precision: "high",
      ...(severity !== undefined && { "security-severity": severity.toFixed(1) }),
    },
  };
}

function helpOf({ name, description, references, weaknesses, whoMayStop, helpUri }: RuleFacts): {
  text: string;
  markdown: string;
} {
  const suppression = `Accept one finding with a comment above it: @tls-codemod-ignore ${name} -- reason`;
  const text = [
    description,
    whoMayStop && `Who may stop connecting after the edit: ${whoMayStop}`,
    weaknesses.length > 0 && `Weakness: ${weaknesses.map((weakness) => weakness.text).join("; ")}`,
    references.length > 0 && `On the authority of: ${references.map((reference) => reference.text).join("; ")}`,
    suppression,
  ];
  const markdown = [
    description,
    whoMayStop && `**Who may stop connecting after the edit:** ${whoMayStop}`,
    weaknesses.length > 0 &&
      `**Weakness:** ${weaknesses.map((weakness) => `[${weakness.text}](${weakness.url})`).join("; ")}`,
    references.length > 0 &&
      `**On the authority of:** ${references.map((reference) => (reference.url ? `[${reference.text}](${reference.url})` : reference.text)).join("; ")}`,
    suppression.replace(/@.*/, "`$&`"),
    helpUri && `[More](${helpUri})`,
  ];
  return { text: paragraphs(text), markdown: paragraphs(markdown) };
}

function paragraphs(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join("\n\n");
}

import { NAMED_ATTACKS, type NamedAttack } from "tls-policy";
import { isProgramRule, type Rule, rules, type Weakness, weaknesses } from "tls-rules";
import { toolVersion } from "../loading/tool-version.js";
import { whoMayStop } from "./who-may-stop.js";

/** Where people find this program. */
export const homepage = "https://github.com/tls-codemod/tls-codemod";

export interface Reference {
  readonly text: string;
  readonly url: string | undefined;
}

/** An entry of the Common Weakness Enumeration. */
export interface RuleWeakness extends Reference {
  /** `CWE-295`. */
  readonly id: string;
}

/** What reports say of a rule besides its findings. */
export interface RuleFacts {
  readonly name: string;
  /** A sentence. */
  readonly description: string;
  /** `error` for what is wrong, `warning` for what could be better. */
  readonly level: "error" | "warning";
  readonly references: readonly Reference[];
  /** What its findings are instances of, the nearest first. */
  readonly weaknesses: readonly RuleWeakness[];
  /** The published attacks that a finding may leave room for. */
  readonly attacks: readonly NamedAttack[];
  /** CVSS v3.1 base score; undefined where nobody gains from what it finds. */
  readonly severity: number | undefined;
  readonly helpUri: string | undefined;
  /** A sentence on who can no longer connect after its edits; undefined for a rule that is not known. */
  readonly whoMayStop: string | undefined;
}

/** The rules that this version knows, by name. */
export const knownRules: ReadonlyMap<string, RuleFacts> = new Map(rules.map((rule) => [rule.name, factsOfRule(rule)]));

/** The facts of a rule, also of one that another version of this program has reported. */
export function ruleFacts(name: string): RuleFacts {
  return (
    knownRules.get(name) ?? {
      name,
      description: "",
      level: "error",
      references: [],
      weaknesses: [],
      attacks: [],
      severity: undefined,
      helpUri: undefined,
      whoMayStop: undefined,
    }
  );
}

function factsOfRule(rule: Rule): RuleFacts {
  const { name, meta } = rule;
  const references = meta.references.map(toReference);
  return {
    name,
    description: sentence(meta.description),
    level: meta.type === "problem" ? "error" : "warning",
    references,
    weaknesses: meta.cwe.map(toWeakness),
    attacks: NAMED_ATTACKS.filter(({ name: attack }) => meta.attacks?.includes(attack)),
    severity: severityOf(rule),
    helpUri: isProgramRule(rule) ? pageOf(name) : references.find(({ url }) => url)?.url,
    whoMayStop: whoMayStop[name],
  };
}

/** All packages of this project are released with one version. */
function pageOf(rule: string): string {
  return `https://unpkg.com/eslint-plugin-tls@${toolVersion}/docs/rules/${rule}.md`;
}

function toWeakness(number: keyof typeof weaknesses): RuleWeakness {
  const id = `CWE-${number}`;
  return {
    id,
    text: `${id}: ${weaknesses[number].name}`,
    url: `https://cwe.mitre.org/data/definitions/${number}.html`,
  };
}

function severityOf({ meta: { cwe } }: Rule): number | undefined {
  const scores = cwe.flatMap((number) => (weaknesses[number] as Weakness).score ?? []);
  return scores.length > 0 ? Math.max(...scores) : undefined;
}

function toReference(text: string): Reference {
  const [, number, section] = /^RFC (\d+)(?:, section ([\w.]+))?$/.exec(text) ?? [];
  if (number)
    return { text, url: `https://www.rfc-editor.org/rfc/rfc${number}${section ? `#section-${section}` : ""}` };
  return { text, url: text.startsWith("https://") ? text : undefined };
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

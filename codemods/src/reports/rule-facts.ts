import { isProgramRule, type Rule, rules } from "tls-rules";
import { toolVersion } from "../loading/tool-version.js";
import { whoMayStop } from "./who-may-stop.js";

/** Where people find this program. */
export const homepage = "https://github.com/tls-codemod/tls-codemod";

export interface Reference {
  readonly text: string;
  readonly url: string | undefined;
}

/** What reports say of a rule besides its findings. */
export interface RuleFacts {
  readonly name: string;
  /** A sentence. */
  readonly description: string;
  /** `error` for what is wrong, `warning` for what could be better. */
  readonly level: "error" | "warning";
  readonly references: readonly Reference[];
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
    helpUri: isProgramRule(rule) ? pageOf(name) : references.find(({ url }) => url)?.url,
    whoMayStop: whoMayStop[name],
  };
}

/** All packages of this project are released with one version. */
function pageOf(rule: string): string {
  return `https://unpkg.com/eslint-plugin-tls@${toolVersion}/docs/rules/${rule}.md`;
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

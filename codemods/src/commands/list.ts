import { gradesOf, isProgramRule, type Rule, rules } from "tls-rules";
import { exitCodes } from "../failures/exit-codes.js";
import type { Host } from "../terminal/host.js";
import { show } from "../terminal/show.js";

/** Prints every rule with the grades of its edits; those for programs first, with their preset and transform too. */
export async function list({ stdout }: Host): Promise<number> {
  for (const rule of [...rules.filter(isProgramRule), ...rules.filter((other) => !isProgramRule(other))]) {
    show(stdout, `${rule.name}\n  ${rule.meta.description}\n  ${traitsOf(rule)}\n`);
  }
  return exitCodes.ok;
}

function traitsOf(rule: Rule): string {
  const edits = `edits ${gradesOf(rule).join(", ") || "none"}`;
  if (!isProgramRule(rule)) return `in the files around programs · ${edits}`;
  return `preset ${rule.meta.preset} · ${edits} · ESLint tls/${rule.name} · transform ${rule.meta.transform}`;
}

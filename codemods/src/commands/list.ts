import { gradesOf, isProgramRule, type Rule, rules } from "tls-rules";
import { ruleJson } from "../explain/rule-json.js";
import { exitCodes } from "../failures/exit-codes.js";
import { gradeMeanings } from "../reports/grade-meanings.js";
import { hanging, terminalColumns } from "../terminal/columns.js";
import type { Host } from "../terminal/host.js";
import { printJson } from "../terminal/print-json.js";
import { send, show } from "../terminal/show.js";

/** Prints every rule with the grades of its edits; those for programs first, with their preset and transform too. As JSON it is what `explain --json` says of each. */
export async function list({ stdout }: Host, json = false): Promise<number> {
  const all = [...rules.filter(isProgramRule), ...rules.filter((other) => !isProgramRule(other))];
  if (json) {
    await send(stdout, [`${printJson(all.map(ruleJson), 2)}\n`]);
    return exitCodes.ok;
  }
  const columns = terminalColumns(stdout);
  const indented = (text: string) => hanging("  ", text, columns).join("\n");
  for (const rule of all)
    show(stdout, `${rule.name}\n${indented(rule.meta.description)}\n${indented(traitsOf(rule))}\n`);
  show(stdout, `\n${[presets, grades].map((line) => hanging("", line, columns).join("\n")).join("\n")}\n`);
  return exitCodes.ok;
}

/** What the words of the list mean. */
const presets =
  "preset: the smallest of ESLint's configurations that has the rule; recommended for every repository, strict with what could be better.";
const grades = Object.entries(gradeMeanings)
  .map(([grade, meaning]) => `${grade}: ${meaning}`)
  .join(" · ");

function traitsOf(rule: Rule): string {
  const edits = `edits ${gradesOf(rule).join(", ") || "none"}`;
  if (!isProgramRule(rule)) return `in the files around programs · ${edits}`;
  return `preset ${rule.meta.preset} · ${edits} · ESLint tls/${rule.name} · transform ${rule.meta.transform}`;
}

import { attacksOfAll, attackTitle, countermeasureCaveat } from "../../attack-words.js";
import type { ReportFinding } from "../../report.js";
import { code, codeBlock, plain, prose } from "./escape.js";

/** Where a finding is, what it says, and the lines that its edits change. */
export function changeItem(finding: ReportFinding): string {
  const { before, after, message, grade } = finding;
  const said = [prose(message), ...attackAdvice(finding)].join(" ");
  return `${placeOf(finding)}: ${said} _${grade}_\n\n${after === undefined ? "" : `${codeBlock("diff", [...marked("-", before), ...marked("+", after)])}\n\n`}`;
}

/** A box to tick, with what would help. */
export function taskItem(finding: ReportFinding): string {
  const { rule, message, remedy, grade, guard } = finding;
  const advice = [
    ...(grade === "ask" && remedy !== "" ? [`\`fix --ask\` would do this: ${prose(remedy)}`] : []),
    ...attackAdvice(finding),
    ...(guard === undefined ? [] : [`It stands behind the condition ${code(guard)}, so it is not edited.`]),
  ];
  return `- [ ] ${placeOf(finding)} ${code(rule)}: ${[prose(message), ...advice].join(" ")}\n`;
}

function attackAdvice({ attacks }: ReportFinding): readonly string[] {
  if (attacks.length === 0) return [];
  const names = attacks.map((attack) => plain(`${attackTitle(attack)}${attack.hasCountermeasures ? " *" : ""}`));
  return [`It leaves room for ${names.join(", ")}.`];
}

/** What the mark at an attack says, where one has it. */
export function markOf(findings: readonly ReportFinding[]): string {
  return attacksOfAll(findings).some(({ hasCountermeasures }) => hasCountermeasures)
    ? `\\* ${countermeasureCaveat[0]!.toUpperCase()}${countermeasureCaveat.slice(1)}.\n\n`
    : "";
}

export function acceptedItem(finding: ReportFinding): string {
  const { rule, status, reason } = finding;
  return `- ${placeOf(finding)} ${code(rule)}: ${status === "baseline" ? "in the baseline" : "suppressed"}${reason === undefined ? "" : `, ${prose(reason)}`}\n`;
}

export function fileItem({ path, reason }: { readonly path: string; readonly reason: string }): string {
  return `- ${code(path)} ${prose(reason)}\n`;
}

export function placeOf({ path, line }: { readonly path: string; readonly line: number }): string {
  return code(`${path}:${line}`);
}

function marked(sign: string, text: string): readonly string[] {
  return text === "" ? [] : text.split(/\r\n?|\n/).map((line) => `${sign}${line}`);
}

import type { ReportFinding } from "../../report.js";
import { code, codeBlock, prose } from "./escape.js";

/** Where a finding is, what it says, and the lines that its edits change. */
export function changeItem(finding: ReportFinding): string {
  const { before, after, message, grade } = finding;
  return `${placeOf(finding)}: ${prose(message)} _${grade}_\n\n${after === undefined ? "" : `${codeBlock("diff", [...marked("-", before), ...marked("+", after)])}\n\n`}`;
}

/** A box to tick, with what would help. */
export function taskItem(finding: ReportFinding): string {
  const { rule, message, remedy, grade, guard } = finding;
  const advice = [
    ...(grade === "ask" && remedy !== "" ? [`\`fix --ask\` would do this: ${prose(remedy)}`] : []),
    ...(guard === undefined ? [] : [`It stands behind the condition ${code(guard)}, so it is not edited.`]),
  ];
  return `- [ ] ${placeOf(finding)} ${code(rule)}: ${[prose(message), ...advice].join(" ")}\n`;
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

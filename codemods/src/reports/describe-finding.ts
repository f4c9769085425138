import type { Paint } from "./paint.js";
import type { ReportFinding } from "./report.js";
import { printable } from "./words.js";

export type Describable = Pick<ReportFinding, "line" | "column" | "level" | "rule" | "message" | "grade" | "status" | "guard" | "reason" | "fixable" | "before" | "after" | "excerpt">;

/** One finding for a terminal: its verdict, and what its edits do or where it stands. */
export function describeFinding(finding: Describable, paint: Paint): string {
  const { line, column, level, rule, message, grade, status, guard, reason } = finding;
  const colored = { error: paint.red, warning: paint.yellow, note: paint.dim }[level](level);
  const label = status === "new" ? grade : status;
  const lines = [
    `  ${`${line}:${column}`.padEnd(6)} ${colored}  ${rule}  ${printable(message)}  ${paint.cyan(`[${label}]`)}`,
    ...(guard ? [`      behind the condition \`${printable(guard)}\`, so it is not edited`] : []),
    ...(reason ? [`      ${printable(reason)}`] : []),
    ...(finding.fixable && finding.after !== undefined ? changedLines(finding.before, finding.after, paint) : pointedLines(finding, paint)),
  ];
  return `${lines.join("\n")}\n`;
}

function changedLines(before: string, after: string, paint: Paint): readonly string[] {
  const lines = (text: string) => (text === "" ? [] : text.split(/\r\n?|\n/));
  return [...lines(before).map((line) => paint.red(`      - ${printable(line)}`)), ...lines(after).map((line) => paint.green(`      + ${printable(line)}`))];
}

/** The source with carets below the finding; tabs stay tabs, so that the carets stand where they should. */
function pointedLines({ excerpt }: Describable, paint: Paint): readonly string[] {
  if (!excerpt) return [];
  const [start, end] = excerpt.range;
  const indent = excerpt.text.slice(0, start).replaceAll(/[^\t]/g, " ");
  return [`      | ${printable(excerpt.text)}`, `      | ${indent}${paint.yellow("^".repeat(Math.max(1, end - start)))}`];
}

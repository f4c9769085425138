import { createPaint, type Paint } from "../../terminal/paint.js";
import { plural } from "../../terminal/plural.js";
import { printable } from "../../terminal/printable.js";
import type { Report, ReportFinding } from "../report.js";
import type { View } from "./format.js";
import { isShown, shownPath } from "./shown.js";

/** One line for each finding, with its place in front as compilers have it: `a.js:3:12: error no-weak-group: message [upgrade]`. */
export function* render(report: Report, view: View): Iterable<string> {
  const paint = createPaint(view.color);
  const shown = report.findings.filter((finding) => isShown(finding, view));
  for (const finding of shown) yield `${shownPath(finding.path, report, view)}:${lineOf(finding, paint)}\n`;
  for (const { path, line, column, rule, message } of report.markers)
    yield `${shownPath(path, report, view)}:${line}:${column}: ${paint.yellow("todo")} ${printable(rule)}: ${printable(message)}\n`;
  for (const { path, reason } of report.errors)
    yield `${shownPath(path, report, view)}: ${paint.red("failed")}: ${printable(reason)}\n`;
  if (!view.quiet) yield `${plural(shown.length, "finding")}\n`;
}

function lineOf({ line, column, level, rule, message, grade, status }: ReportFinding, paint: Paint): string {
  const colour = level === "error" ? paint.red : level === "warning" ? paint.yellow : paint.dim;
  const state = status === "new" ? grade : status;
  return `${line}:${column}: ${colour(level)} ${printable(rule)}: ${printable(message)} [${state}]`;
}

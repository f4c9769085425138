import { createPaint } from "../../terminal/paint.js";
import { grouped, plural } from "../../terminal/plural.js";
import type { Report } from "../report.js";
import type { View } from "./format.js";
import { countsOf, rulesByWeight, worstFirst } from "./rules-by-weight.js";
import { isShown } from "./shown.js";

/** How much there is of what: a line for each level, then one for each rule, the rules with most errors first. */
export function* render(report: Report, view: View): Iterable<string> {
  const paint = createPaint(view.color);
  const shown = report.findings.filter((finding) => isShown(finding, view));
  const files = new Set(shown.map(({ path }) => path)).size;
  yield `${paint.bold(`${plural(shown.length, "finding")} in ${plural(files, "file")}`)}\n`;
  const all = countsOf(shown);
  const width = Math.max(0, ...worstFirst.map((level) => grouped(all[level]).length));
  for (const level of worstFirst)
    if (all[level] > 0)
      yield `  ${grouped(all[level]).padStart(width)} ${plural(all[level], level).replace(/^\S+ /, "")}\n`;
  const lines = rulesByWeight(shown);
  if (lines.length > 0) yield "\n";
  for (const line of lines) yield `  ${line}\n`;
  if (report.errors.length > 0) yield `\n${paint.red(`${plural(report.errors.length, "file")} could not be read`)}\n`;
}

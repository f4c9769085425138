import { groupBy } from "../../../collections/group-by.js";
import { hanging } from "../../../terminal/columns.js";
import type { Paint } from "../../../terminal/paint.js";
import { plural } from "../../../terminal/plural.js";
import { printable } from "../../../terminal/printable.js";
import type { Report } from "../../report.js";
import type { View } from "../format.js";
import { shownPath } from "../shown.js";

const label = "changed:";

/** What `fix` has changed, a line for each file: what it mended there. */
export function* fixedFiles(report: Report, view: View, paint: Paint): Iterable<string> {
  if (report.command !== "fix" || view.quiet || report.changed.length === 0) return;
  const fixedIn = groupBy(
    report.findings.filter(({ status }) => status === "fixed"),
    ({ path }) => path,
  );
  yield "\n";
  for (const { path } of report.changed) {
    const findings = fixedIn(path);
    const rules = [...new Set(findings.map(({ rule }) => rule))].map(printable).join(", ");
    const told = findings.length === 0 ? "marked" : `${plural(findings.length, "finding")}: ${rules}`;
    const lines = hanging(
      `${label} ${shownPath(path, report, view)}  `,
      told,
      view.columns,
      " ".repeat(label.length + 1),
    );
    yield `${lines.join("\n").replace(label, paint.green)}\n`;
  }
}

import { groupBy } from "../../../collections/group-by.js";
import { hanging } from "../../../terminal/columns.js";
import type { Paint } from "../../../terminal/paint.js";
import { printable } from "../../../terminal/printable.js";
import { describeFinding } from "../../describe-finding.js";
import type { Report, ReportFinding, ReportMarker } from "../../report.js";
import type { View } from "../format.js";
import { shownPath } from "../shown.js";
import { type Run, runsIn, runsOfEdits } from "./changed-runs.js";
import type { FileFindings } from "./chosen-findings.js";
import { shortMessage } from "./short-message.js";

/** The findings, file by file. A message is in full where it is printed first; after `fix` only what is left is named, not shown again. */
export function* fileBlocks(
  report: Report,
  files: readonly FileFindings[],
  view: View,
  paint: Paint,
): Iterable<string> {
  const said = new Set<string>();
  const patches = new Map(report.changed.map(({ path, patch }) => [path, patch]));
  const markersIn = groupBy(report.markers, ({ path }) => path);
  const isBrief = report.command === "fix" && !view.verbose;
  for (const { path, findings } of files) {
    const texts = bodiesOf(findings, patches.get(path) ?? "").map(({ finding, shows }) => {
      const message = isBrief || isSaid(finding, said) ? shortMessage(finding.message) : finding.message;
      return describeFinding({ ...finding, message }, paint, { columns: view.columns, shows: !isBrief && shows });
    });
    const markers = markersIn(path).map((marker) => describeMarker(marker, view.columns, paint));
    yield `\n${paint.underline(shownPath(path, report, view))}\n${[...texts, ...markers].join(view.columns === undefined || isBrief ? "" : "\n")}`;
  }
}

function isSaid({ rule, messageId }: ReportFinding, said: Set<string>): boolean {
  const key = `${rule}/${messageId}`;
  const isKnown = said.has(key);
  said.add(key);
  return isKnown;
}

interface Body {
  readonly finding: ReportFinding;
  /** Whether its lines are shown below it, which the last of several with the same lines does. */
  readonly shows: boolean;
}

/** Edits of neighbouring lines are shown as what all of them together make of these. */
function bodiesOf(findings: readonly ReportFinding[], patch: string): readonly Body[] {
  const runs = patch === "" ? [] : runsIn(patch);
  const bodies = findings.map((finding) => {
    const { fixable, before, after, edits, line, excerpt } = finding;
    if (!fixable || after === undefined) return { finding, runs: [], key: JSON.stringify([line, excerpt ?? before]) };
    const touched = runsOfEdits(runs, edits);
    const place = touched.length === 0 ? [line, before, after] : touched.map(({ first }) => first);
    return { finding, runs: touched, key: JSON.stringify(place) };
  });
  const last = new Map(bodies.map(({ key }, index) => [key, index]));
  return bodies.map(({ finding, runs: touched, key }, index) =>
    last.get(key) === index ? { finding: withRuns(finding, touched), shows: true } : { finding, shows: false },
  );
}

function withRuns(finding: ReportFinding, runs: readonly Run[]): ReportFinding {
  if (runs.length === 0) return finding;
  const joined = (lines: (run: Run) => readonly string[]) => runs.flatMap(lines).join("\n");
  return { ...finding, before: joined(({ before }) => before), after: joined(({ after }) => after) };
}

/** What a comment in the file says; its message is there in full. */
function describeMarker({ line, column, rule, message }: ReportMarker, columns: number | undefined, paint: Paint) {
  const lead = `  ${`${line}:${column}`.padEnd(6)} ${todo}  `;
  const sentence = `${printable(rule)}  ${printable(shortMessage(message))}`;
  return `${hanging(lead, sentence, columns, "      ").join("\n").replace(todo, paint.yellow)}\n`;
}

const todo = "todo";

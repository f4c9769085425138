import type { Grade } from "tls-rules";
import { defaultNodeRange } from "tls-rules/node-releases";
import type { NodeRange } from "../../config/node-range.js";
import { columnsOf, wrapWords } from "../../terminal/columns.js";
import { createPaint, type Paint } from "../../terminal/paint.js";
import { plural } from "../../terminal/plural.js";
import { printable } from "../../terminal/printable.js";
import { describeFinding } from "../describe-finding.js";
import { gradeMeanings } from "../grade-meanings.js";
import { nextSteps, type Step } from "../next-steps.js";
import { repositoryLines } from "../pretty-repositories.js";
import type { Report, ReportMarker } from "../report.js";
import type { View } from "./format.js";
import { isShown, shownPath } from "./shown.js";

/** For people: what was found, what `fix` would make of it or has made of it, and what to type next. */
export function* render(report: Report, view: View): Iterable<string> {
  const paint = createPaint(view.color);
  if (!view.quiet) yield* header(report, view, paint);
  yield* fileBlocks(report, view, paint);
  yield* unreadFiles(report, view, paint);
  if (!view.quiet) yield* staleLines(report, view, paint);
  if (!view.quiet) yield* repositoryLines(report, view, paint);
  if (!view.quiet) yield* footer(report, view, paint);
}

function* header(
  { tool, policy, shard, totals, repositories, elapsedMilliseconds, notes }: Report,
  { columns }: View,
  paint: Paint,
): Iterable<string> {
  const judge = policy.file ? `policy ${printable(policy.file)}` : `profile ${printable(policy.profile)}`;
  const parts = [
    printable(`${tool.name} ${tool.version}`),
    judge,
    describeNode(policy.node),
    ...(shard ? [`shard ${shard.index}/${shard.count}`] : []),
  ];
  yield `${paint.bold(parts[0]!)} · ${parts.slice(1).join(" · ")}\n`;
  const { seen, failed, skipped } = totals.files;
  const time = elapsedMilliseconds === undefined ? "" : ` in ${Math.max(0.1, elapsedMilliseconds / 1000).toFixed(1)} s`;
  const where = repositories.length > 1 ? ` in ${plural(repositories.length, "repository")}` : "";
  yield paint.dim(
    `scanned ${plural(seen, "file")}${where}${time} · ${totals.parsed} parsed · ${failed} failed · ${skipped} skipped\n`,
  );
  for (const note of notes)
    yield `${paint.yellow("note:")} ${wrapWords(printable(note), columns && columns - 6).join("\n      ")}\n`;
}

const byDefault = `Node ${defaultNodeRange} (default, see --node)`;

function describeNode(node: readonly NodeRange[]): string {
  const ranges = [...new Set(node.map(describeRange))];
  return ranges.length > 3 ? `${ranges.length} Node ranges` : ranges.join(", ") || byDefault;
}

function describeRange({ range, source }: NodeRange): string {
  if (range === undefined) return byDefault;
  return `Node ${printable(range)}${source === "option" ? "" : ` (${source})`}`;
}

function* fileBlocks(report: Report, view: View, paint: Paint): Iterable<string> {
  const blocks = new Map<string, string[]>();
  const add = (path: string, text: string) => blocks.set(path, [...(blocks.get(path) ?? []), text]);
  for (const finding of report.findings.filter((candidate) => isShown(candidate, view)))
    add(finding.path, describeFinding(finding, paint, view.columns));
  for (const marker of report.markers) add(marker.path, describeMarker(marker, paint));
  for (const [path, texts] of blocks)
    yield `\n${paint.underline(shownPath(path, report, view))}\n${texts.join(view.columns === undefined ? "" : "\n")}`;
}

function describeMarker({ line, column, rule, message }: ReportMarker, paint: Paint): string {
  return `  ${`${line}:${column}`.padEnd(6)} ${paint.yellow("todo")}  ${printable(rule)}  ${printable(message)}\n`;
}

const fewNames = 5;

function* unreadFiles(report: Report, view: View, paint: Paint): Iterable<string> {
  const { errors, skipped } = report;
  if (errors.length > 0) yield "\n";
  for (const { path, reason } of errors)
    yield `${paint.red("failed:")} ${shownPath(path, report, view)} ${printable(reason)}\n`;
  if (view.quiet || skipped.length === 0) return;
  yield "\n";
  const named = view.verbose || skipped.length <= fewNames ? skipped : skipped.slice(0, fewNames);
  for (const { path, reason } of named)
    yield `${paint.dim("skipped:")} ${shownPath(path, report, view)} ${printable(reason)}\n`;
  if (named.length < skipped.length)
    yield paint.dim(`and ${skipped.length - named.length} more that were skipped; --verbose names them\n`);
}

function* staleLines(report: Report, view: View, paint: Paint): Iterable<string> {
  const { staleBaseline } = report;
  if (staleBaseline.length > 0) yield "\n";
  const named = view.verbose ? staleBaseline : staleBaseline.slice(0, fewNames);
  for (const { path, rule } of named)
    yield `${paint.dim("stale:")} ${shownPath(path, report, view)} ${printable(rule)} is in the baseline, and not found any more\n`;
  if (named.length < staleBaseline.length)
    yield paint.dim(`and ${staleBaseline.length - named.length} more that are stale; --verbose names them\n`);
}

function* footer(report: Report, view: View, paint: Paint): Iterable<string> {
  yield `\n ${paint.bold(summary(report))}\n`;
  for (const line of wrapWords(legend(report), view.columns && view.columns - 1)) yield `${paint.dim(` ${line}`)}\n`;
  yield* stepLines(nextSteps(report, view.argumentsText), view, paint);
}

/** What the grades of the summary mean. */
function legend({ totals }: Report): string {
  const present = Object.entries(gradeMeanings).filter(([grade]) => totals.grades[grade as Grade] > 0);
  return present.map(([grade, meaning]) => `${grade}: ${meaning}`).join(" · ");
}

/** Commands and their purposes in two columns, or one below the other where they do not fit. */
function* stepLines(steps: readonly Step[], { columns = Infinity }: View, paint: Paint): Iterable<string> {
  const width = Math.max(0, ...steps.map(({ command }) => columnsOf(command)));
  const isNarrow = steps.some(({ purpose }) => width + columnsOf(purpose) + 9 > columns);
  for (const [index, { command, purpose }] of steps.entries()) {
    const gap = isNarrow ? "\n         " : " ".repeat(width - columnsOf(command) + 2);
    yield ` ${index === 0 ? "next:" : "     "} ${command}${gap}${paint.dim(purpose)}\n`;
  }
}

function summary({ command, totals, findings, changed }: Report): string {
  const open = findings.filter(({ status }) => status === "new");
  const files = new Set(open.map(({ path }) => path)).size;
  const found =
    open.length === 0
      ? "nothing left to find"
      : `${plural(open.length, "finding")} ${command === "fix" ? "left " : ""}in ${plural(files, "file")}`;
  const parts = [
    ...(command === "fix"
      ? [`fixed ${plural(totals.findings.fixed, "finding")} in ${plural(changed.length, "file")}`]
      : []),
    command === "check" && open.length === 0 ? "nothing found" : found,
    ...Object.entries(totals.grades).flatMap(([grade, count]) => (count > 0 ? [`${count} ${grade}`] : [])),
    ...(totals.tests > 0 ? [`${totals.tests} in tests`] : []),
    ...(totals.findings.baseline > 0 ? [`${totals.findings.baseline} in baseline`] : []),
    ...(totals.findings.suppressed > 0 ? [`${totals.findings.suppressed} suppressed`] : []),
    ...(totals.markers > 0 ? [plural(totals.markers, "marker")] : []),
  ];
  return parts.join(" · ");
}

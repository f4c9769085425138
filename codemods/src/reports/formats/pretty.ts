import type { Grade, Level } from "tls-rules";
import { defaultNodeRange } from "tls-rules/node-releases";
import { groupBy } from "../../collections/group-by.js";
import type { NodeRange } from "../../config/node-range.js";
import { columnsOf, wrapWords } from "../../terminal/columns.js";
import { createPaint, type Paint } from "../../terminal/paint.js";
import { plural } from "../../terminal/plural.js";
import { printable } from "../../terminal/printable.js";
import { gradeMeanings } from "../grade-meanings.js";
import { levelMeanings } from "../level-meanings.js";
import { nextSteps, type Step } from "../next-steps.js";
import { repositoryLines } from "../pretty-repositories.js";
import type { Report, ReportFinding, SkippedFile } from "../report.js";
import type { View } from "./format.js";
import { chosenFindings } from "./pretty/chosen-findings.js";
import { fileBlocks } from "./pretty/file-blocks.js";
import { fixedFiles } from "./pretty/fixed-files.js";
import { rulesByWeight, worstFirst } from "./rules-by-weight.js";
import { shownPath } from "./shown.js";

/** For people: what was found, what `fix` would make of it or has made of it, and what to type next. */
export function* render(report: Report, view: View): Iterable<string> {
  const paint = createPaint(view.color);
  if (!view.quiet) yield* header(report, view, paint);
  const { files, leftOut } = chosenFindings(report, view);
  yield* fixedFiles(report, view, paint);
  yield* fileBlocks(report, files, view, paint);
  yield* leftOutLines(leftOut, paint);
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
    ...(policy.level === "note" ? [] : [`level ${policy.level}`]),
    ...(policy.certainty === "likely" ? [] : [policy.certainty]),
    ...(shard ? [`shard ${shard.index}/${shard.count}`] : []),
  ];
  const [first, ...others] = wrapParts(parts, columns);
  yield `${first!.replace(parts[0]!, paint.bold)}\n`;
  for (const line of others) yield `${line}\n`;
  const { seen, failed, skipped } = totals.files;
  const time = elapsedMilliseconds === undefined ? "" : ` in ${Math.max(0.1, elapsedMilliseconds / 1000).toFixed(1)} s`;
  const where = repositories.length > 1 ? ` in ${plural(repositories.length, "repository")}` : "";
  const counts = [`scanned ${plural(seen, "file")}${where}${time}`, `${totals.parsed} parsed`, `${failed} failed`];
  for (const line of wrapParts([...counts, `${skipped} skipped`], columns)) yield paint.dim(`${line}\n`);
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

const fewNames = 5;

function* unreadFiles(report: Report, view: View, paint: Paint): Iterable<string> {
  const { errors, skipped } = report;
  if (errors.length > 0) yield "\n";
  for (const { path, reason } of errors)
    yield `${paint.red("failed:")} ${shownPath(path, report, view)} ${printable(reason)}\n`;
  if (view.quiet || skipped.length === 0) return;
  yield "\n";
  if (view.verbose || skipped.length === 1)
    for (const { path, reason } of skipped)
      yield `${paint.dim("skipped:")} ${shownPath(path, report, view)} ${printable(reason)}\n`;
  else yield `${paint.dim("skipped:")} ${printable(countByKind(skipped))}; --verbose names them\n`;
}

/** A reason says first what a file is, and behind a mark or a preposition more about it. */
function countByKind(skipped: readonly SkippedFile[]): string {
  const kindOf = ({ reason }: SkippedFile) => reason.split(/[:;(,]| that | to /)[0]!.trim();
  const ofKind = groupBy(skipped, kindOf);
  const kinds = [...new Set(skipped.map(kindOf))].sort((a, b) => ofKind(b).length - ofKind(a).length);
  return `${plural(skipped.length, "file")}: ${kinds.map((kind) => `${kind} × ${ofKind(kind).length}`).join(", ")}`;
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
  yield "\n";
  for (const line of wrapParts(summary(report), view.columns && view.columns - 1)) yield ` ${paint.bold(line)}\n`;
  for (const line of wrapParts(legend(report), view.columns && view.columns - 1)) yield `${paint.dim(` ${line}`)}\n`;
  yield* stepLines(nextSteps(report, view), view, paint);
}

/** What the words mean that are there: the levels and grades of the summary, and what only messages say. */
function legend({ command, totals, findings }: Report): readonly string[] {
  const present = [
    ...Object.entries(levelMeanings).filter(([level]) => totals.levels[level as Level] > 0),
    ...Object.entries(gradeMeanings).filter(([grade]) => totals.grades[grade as Grade] > 0),
    ...(totals.markers > 0 ? [["marker", "a comment that `fix --mark` has left for a person"] as const] : []),
  ];
  const isLatent =
    command === "check" && findings.some(({ status, message }) => status === "new" && / latent on /.test(message));
  return [...present, ...(isLatent ? [latent] : [])].map(([word, meaning]) => `${word}: ${meaning}`);
}

const latent = ["latent", "no effect at the security level that the release has by default"] as const;

/** Commands and their purposes in two columns, or one below the other where they do not fit. */
function* stepLines(steps: readonly Step[], { columns = Infinity }: View, paint: Paint): Iterable<string> {
  const width = Math.max(0, ...steps.map(({ command }) => columnsOf(command)));
  const isNarrow = steps.some(({ purpose }) => width + columnsOf(purpose) + 9 > columns);
  for (const [index, { command, purpose }] of steps.entries()) {
    const gap = isNarrow ? "\n         " : " ".repeat(width - columnsOf(command) + 2);
    yield ` ${index === 0 ? "next:" : "     "} ${command}${gap}${paint.dim(purpose)}\n`;
  }
}

function summary({ command, totals, findings, changed }: Report): readonly string[] {
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
    ...worstFirst.flatMap((level) => (totals.levels[level] > 0 ? [plural(totals.levels[level], level)] : [])),
    ...Object.entries(totals.grades).flatMap(([grade, count]) => (count > 0 ? [`${count} ${grade}`] : [])),
    ...(totals.tests > 0 ? [`${totals.tests} in tests`] : []),
    ...(totals.findings.baseline > 0 ? [`${totals.findings.baseline} in baseline`] : []),
    ...(totals.findings.suppressed > 0 ? [`${totals.findings.suppressed} suppressed`] : []),
    ...(totals.markers > 0 ? [plural(totals.markers, "marker")] : []),
  ];
  return parts;
}

/** Parts in lines of at most so many columns, each whole. */
function wrapParts(parts: readonly string[], columns = Infinity): readonly string[] {
  return parts.reduce<readonly string[]>((lines, part) => {
    const last = lines.at(-1);
    const joined = last === undefined ? part : `${last} · ${part}`;
    return last === undefined || columnsOf(joined) > columns ? [...lines, part] : [...lines.slice(0, -1), joined];
  }, []);
}

/** What several repositories hold besides what is printed, by rule. */
function* leftOutLines(leftOut: readonly ReportFinding[], paint: Paint): Iterable<string> {
  if (leftOut.length === 0) return;
  yield `\nand ${plural(leftOut.length, "more finding")}; --verbose prints all, --format concise a line for each\n`;
  for (const line of rulesByWeight(leftOut)) yield paint.dim(`   ${line}\n`);
}

import { join, relative, resolve } from "node:path";
import { makePlan } from "../config/make-plan.js";
import { saidOf } from "../config/node-range.js";
import type { ExplainOptions, ScanOptions } from "../config/run-options.js";
import type { JudgedFinding } from "../engine/judging/judgement.js";
import { exitCodes } from "../failures/exit-codes.js";
import { UsageError } from "../failures/usage-error.js";
import { readText } from "../files/text.js";
import { terminalColumns } from "../terminal/columns.js";
import type { Host } from "../terminal/host.js";
import { createPaint, wantsColor } from "../terminal/paint.js";
import { plural } from "../terminal/plural.js";
import { printJson } from "../terminal/print-json.js";
import { printable } from "../terminal/printable.js";
import { send, show, showLines } from "../terminal/show.js";
import { type Scan, scan } from "./scan.js";

/** A line of a file, and a column where one was named; both count from 1. */
interface LineOfFile {
  readonly file: string;
  readonly line: number;
  readonly column: number | undefined;
}

/** Explains a rule, or what is found at a line of a file. Returns the exit code; throws a UsageError where there is nothing to explain. */
export async function explain(subject: string, options: ExplainOptions, host: Host): Promise<number> {
  const place = placeOf(subject);
  if (place) return explainPlace(place, options, host);
  const { explainRule, ruleNamed } = await import("../explain/explain-rule.js");
  if (options.json) {
    const { ruleJson } = await import("../explain/rule-json.js");
    await send(host.stdout, [`${printJson(ruleJson(ruleNamed(subject)), 2)}\n`]);
  } else show(host.stdout, `${explainRule(subject, terminalColumns(host.stdout))}\n`);
  return exitCodes.ok;
}

function placeOf(subject: string): LineOfFile | undefined {
  const [, file, line, column] = /^(.+?):(\d+)(?::(\d+))?$/s.exec(subject) ?? [];
  return file === undefined
    ? undefined
    : { file, line: Number(line), column: column === undefined ? undefined : Number(column) };
}

async function explainPlace(place: LineOfFile, options: ExplainOptions, host: Host): Promise<number> {
  const scanned = await scan([place.file], { ...wholeFile, ...options }, false, host);
  scanned.close();
  const [failed] = scanned.survey.failed;
  if (failed) {
    showLines(host.stderr, [`failed: ${place.file} ${failed.reason}`]);
    return exitCodes.incomplete;
  }
  const [file] = scanned.survey.judged;
  const found = file?.judged.before.findings ?? [];
  const findings = found.filter((finding) => isAt(finding, place));
  if (!file || findings.length === 0) throw nothingAt(place, found, scanned, host.cwd);
  const project = join(scanned.root, scanned.repositoryOf(file.path));
  await print(
    findings,
    { file: file.file, path: file.path, project, node: saidOf(scanned.nodeRanges.rangeFor(file.file)) },
    options,
    host,
  );
  return exitCodes.ok;
}

const wholeFile: ScanOptions = {
  include: [],
  tests: "include",
  exclude: [],
  gitignore: true,
  maxFileSize: Number.MAX_SAFE_INTEGER,
  jobs: 1,
};

function isAt({ start, end }: JudgedFinding, { line, column }: LineOfFile): boolean {
  if (column === undefined) return start.line <= line && line <= end.line;
  const isAfterStart = start.line < line || (start.line === line && start.column <= column);
  return isAfterStart && (line < end.line || (line === end.line && column < end.column));
}

const nearest = 5;

function nothingAt(
  { file, line, column }: LineOfFile,
  found: readonly JudgedFinding[],
  { survey }: Scan,
  cwd: string,
): UsageError {
  const [skipped] = survey.skipped;
  if (skipped) return new UsageError(`${file} ${skipped.reason}.`);
  const at = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
  const lines = readText(resolve(cwd, file)).replace(/\n$/, "").split("\n").length;
  const reason = line > lines ? `the file has ${plural(lines, "line")}.` : "nothing is found there.";
  return new UsageError(`${at}: ${reason}`, nearestOf(file, line, found));
}

function nearestOf(file: string, line: number, found: readonly JudgedFinding[]): string | readonly string[] {
  if (found.length === 0) return "Nothing is found in the whole file; `tls-codemod check` says what is found where.";
  const near = [...found]
    .sort((a, b) => Math.abs(a.start.line - line) - Math.abs(b.start.line - line))
    .slice(0, nearest);
  const names = near.map(({ rule, start }) => `  ${file}:${start.line}:${start.column}  ${rule}`);
  return [`The file has ${plural(found.length, "finding")}; the nearest:`, ...names];
}

interface FileOfProject {
  readonly file: string;
  readonly path: string;
  readonly project: string;
  readonly node: ReturnType<typeof saidOf>;
}

async function print(
  findings: readonly JudgedFinding[],
  { file, path, project, node }: FileOfProject,
  options: ExplainOptions,
  { stdout, cwd, env }: Host,
): Promise<void> {
  const [{ loadPlan }, { openSslRangeFor }, { pythonRangeFor }, { explainFindings }, { printExplanation }] =
    await Promise.all([
      import("../engine/judging/load-plan.js"),
      import("../engine/neighbours/openssl-range.js"),
      import("../engine/neighbours/python-range.js"),
      import("../explain/explain-place.js"),
      import("../explain/print-explanation.js"),
    ]);
  const plan = loadPlan(await makePlan({ ...wholeFile, ...options }, false, cwd));
  const seen = plan.projectIn(project);
  const { settings } = plan.settingsFor({
    node,
    openssl: openSslRangeFor(file, seen),
    python: pythonRangeFor(file, seen),
  });
  const view = { paint: createPaint(wantsColor(stdout, env, options.color)), columns: terminalColumns(stdout) };
  const explanations = await explainFindings(findings, { file, path, project, settings, plan });
  if (options.json) {
    const told = { file: relative(cwd, file), policy: settings.policy.name, explanations };
    return send(stdout, [`${printJson(told, 2)}\n`]);
  }
  show(stdout, `${view.paint.underline(printable(relative(cwd, file)))}\n`, view.paint);
  show(
    stdout,
    explanations.map((explanation) => printExplanation(explanation, `policy ${settings.policy.name}`, view)).join("\n"),
    view.paint,
  );
}

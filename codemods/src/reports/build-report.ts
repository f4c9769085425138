import type { Grade, Level } from "tls-rules";
import type { JudgedFinding, Verdict } from "../engine/judgement.js";
import type { Failed, JudgedFile, Survey } from "../engine/survey.js";
import { schemaVersion, type FileTotals, type Report, type ReportError, type ReportFinding, type ReportMarker, type Status, type Totals } from "./report.js";

export interface ReportInput extends Pick<Report, "command" | "tool" | "policy" | "repo" | "shard" | "notes" | "root" | "elapsedMilliseconds"> {
  readonly survey: Survey;
  /** Fingerprints that are accepted. */
  readonly baseline: ReadonlySet<string>;
  /** The files that were written; undefined in `check`, where all changes are what `fix` would do. */
  readonly written: ReadonlySet<string> | undefined;
  /** Files that were judged and could not be written. */
  readonly notWritten: readonly Failed[];
}

/** Puts what was found and done in order, and counts it. */
export function buildReport({ survey, baseline, written, notWritten, ...rest }: ReportInput): Report {
  const judged = sortByPath(survey.judged);
  const failed = sortByPath([...survey.failed, ...notWritten]);
  const changed = judged.filter(({ path, judged: { change } }) => change && (written?.has(path) ?? true));
  const findings = judged.flatMap((file) => findingsOf(file, written?.has(file.path) ?? false, baseline));
  const markers = judged.flatMap(({ path, judged: { before, after } }) => markersOf(path, written?.has(path) ? after : before));
  const files = { changed: changed.length, unchanged: survey.plain.length + judged.length - changed.length - notWritten.length, skipped: survey.skipped.length, failed: failed.length };
  const sum = Object.values(files).reduce((total, some) => total + some, 0);
  if (sum !== survey.seen) throw new Error(`${survey.seen} files were seen, but ${sum} are accounted for.`);
  return {
    schemaVersion,
    ...rest,
    totals: totalsOf({ seen: survey.seen, ...files }, judged.length, findings, markers),
    findings,
    markers,
    changed: changed.map(({ path, judged: { change } }) => ({ path, patch: change!.patch })),
    skipped: sortByPath(survey.skipped),
    errors: failed.map(({ path, reason, isUnverified }): ReportError => ({ path, reason, kind: isUnverified ? "unverified" : "failed" })),
    notes: [...new Set([...rest.notes, ...judged.flatMap(({ judged: { notes } }) => notes)])],
  };
}

/** By UTF-16 units, which is the same everywhere. */
function sortByPath<File extends { readonly path: string }>(files: readonly File[]): readonly File[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function findingsOf({ path, judged: { before, after } }: JudgedFile, isWritten: boolean, baseline: ReadonlySet<string>): readonly ReportFinding[] {
  const statusOf = ({ isSuppressed, fingerprint }: JudgedFinding): Status => (isSuppressed ? "suppressed" : baseline.has(fingerprint) ? "baseline" : "new");
  if (!isWritten) return before.findings.map((finding) => reportFinding(path, finding, statusOf(finding)));
  return [
    ...before.findings.filter(({ isMended }) => isMended).map((finding) => reportFinding(path, finding, "fixed")),
    ...after.findings.map((finding) => reportFinding(path, finding, statusOf(finding))),
  ];
}

function reportFinding(path: string, finding: JudgedFinding, status: Status): ReportFinding {
  const { rule, messageId, grade, level, certainty, isMended, range, start, end, message, remedy, guard, change, excerpt, edits, fingerprint, reason } = finding;
  return {
    ...{ rule, messageId, grade, level, certainty, status, fixable: isMended, path, range },
    ...{ line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
    ...{ message, remedy, guard, before: change?.before ?? excerpt.text, after: change?.after, edits, fingerprint, reason, excerpt },
  };
}

function markersOf(path: string, { markers }: Verdict): readonly ReportMarker[] {
  return markers.map(({ rule, message, place }) => ({ path, ...place, rule, message }));
}

function totalsOf(files: FileTotals, parsed: number, findings: readonly ReportFinding[], markers: readonly ReportMarker[]): Totals {
  const open = findings.filter(({ status }) => status === "new");
  return {
    files,
    parsed,
    findings: count<Status>(["new", "baseline", "suppressed", "fixed"], findings.map(({ status }) => status)),
    grades: count<Grade>(["fix", "upgrade", "ask", "manual"], open.map(({ grade }) => grade)),
    levels: count<Level>(["error", "warning", "note"], open.map(({ level }) => level)),
    markers: markers.length,
  };
}

function count<Name extends string>(names: readonly Name[], found: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, found.filter((other) => other === name).length])) as Record<Name, number>;
}

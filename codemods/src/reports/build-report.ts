import { NAMED_ATTACKS } from "tls-policy";
import { groupBy } from "../collections/group-by.js";
import type { JudgedFinding, Remarks } from "../engine/judging/judgement.js";
import type { Failed, JudgedFile, Survey } from "../engine/survey/survey.js";
import { sortByPath, sortNotes } from "./in-order.js";
import {
  type FileTotals,
  type Report,
  type ReportError,
  type ReportFinding,
  type ReportMarker,
  type RepositoryState,
  schemaVersion,
  type Status,
  type Totals,
} from "./report.js";
import { sumTotals, totalsOf } from "./totals.js";

export interface ReportInput extends Pick<
  Report,
  "command" | "tool" | "policy" | "repo" | "shard" | "staleBaseline" | "notes" | "root" | "elapsedMilliseconds"
> {
  readonly survey: Survey;
  readonly repositories: readonly RepositoryInput[];
  /** The name of the repository that a path belongs to. */
  repositoryOf(path: string): string;
  /** Who owns a file, by its path from the root of the run. */
  ownersOf(path: string): readonly string[];
  /** The files that were written; undefined in `check`, where all changes are what `fix` would do. */
  readonly written: ReadonlySet<string> | undefined;
  /** Files that were judged and could not be written. */
  readonly notWritten: readonly Failed[];
}

export interface RepositoryInput {
  readonly name: string;
  /** How many of its files were selected. */
  readonly seen: number;
  readonly state: RepositoryState | undefined;
}

/** Puts what was found and done in order, and counts it. */
export function buildReport(input: ReportInput): Report {
  const { survey, repositories, repositoryOf, ownersOf, written, notWritten, ...rest } = input;
  const judged = sortByPath(survey.judged);
  const failed = sortByPath([...survey.failed, ...notWritten]);
  const changed = judged.filter(({ path, judged: { change } }) => change && (written?.has(path) ?? true));
  const findings = judged.flatMap((file) =>
    findingsOf(file, { repositoryOf, ownersOf }, written?.has(file.path) ?? false),
  );
  const markers = judged.flatMap(({ path, judged: { before, after } }) =>
    markersOf(path, written?.has(path) ? after : before),
  );
  const totals = totalsByRepository(input, { changed, failed, findings, markers });
  return {
    schemaVersion,
    ...rest,
    repositories: repositories.map(({ name, state }) => ({
      name,
      url: state?.url,
      commit: state?.commit,
      dirty: state?.dirty,
      totals: totals.get(name)!,
    })),
    totals: sumTotals([...totals.values()]),
    findings,
    markers,
    changed: changed.map(({ path, judged: { change } }) => ({ path, patch: change!.patch })),
    staleBaseline: sortByPath(rest.staleBaseline),
    skipped: sortByPath(survey.skipped),
    errors: failed.map(({ path, reason, isUnverified }): ReportError => ({
      path,
      reason,
      kind: isUnverified ? "unverified" : "failed",
    })),
    notes: sortNotes([...rest.notes, ...judged.flatMap(({ judged: { notes } }) => notes)]),
  };
}

interface Found extends Pick<Report, "findings" | "markers"> {
  readonly changed: readonly JudgedFile[];
  readonly failed: readonly Failed[];
}

/** Throws an error where a repository's files are not all accounted for. */
function totalsByRepository(
  { survey, repositories, repositoryOf, notWritten }: ReportInput,
  found: Found,
): ReadonlyMap<string, Totals> {
  const grouped = <Item extends { readonly path: string }>(items: readonly Item[]) =>
    groupBy(items, ({ path }) => repositoryOf(path));
  const [judged, changed, skipped, failed] = [
    grouped(survey.judged),
    grouped(found.changed),
    grouped(survey.skipped),
    grouped(found.failed),
  ];
  const [plain, unwritten] = [groupBy(survey.plain, repositoryOf), grouped(notWritten)];
  const [findings, markers] = [grouped(found.findings), grouped(found.markers)];
  return new Map(
    repositories.map(({ name, seen }) => {
      const unchanged = plain(name).length + judged(name).length - changed(name).length - unwritten(name).length;
      const files = accounted(name, {
        seen,
        changed: changed(name).length,
        unchanged,
        skipped: skipped(name).length,
        failed: failed(name).length,
      });
      return [
        name,
        totalsOf({ files, parsed: judged(name).length, findings: findings(name), markers: markers(name).length }),
      ];
    }),
  );
}

function accounted(name: string, files: FileTotals): FileTotals {
  const { seen, changed, unchanged, skipped, failed } = files;
  const sum = changed + unchanged + skipped + failed;
  if (sum !== seen) throw new Error(`${seen} files were seen in ${name}, but ${sum} are accounted for.`);
  return files;
}

function findingsOf(
  { path, judged: { before, after, revealed } }: JudgedFile,
  { repositoryOf, ownersOf }: Pick<ReportInput, "repositoryOf" | "ownersOf">,
  isWritten: boolean,
): readonly ReportFinding[] {
  if (before.findings.length + after.findings.length === 0) return [];
  const place = { path, repository: repositoryOf(path), owners: ownersOf(path) };
  const reported = (finding: JudgedFinding, status: Status) => reportFinding({ ...place, status }, finding);
  const all = [...before.findings, ...revealed].sort((one, other) => one.range[0] - other.range[0]);
  if (!isWritten) return all.map((finding) => reported(finding, statusOf(finding)));
  return [
    // what is gone only because something beside it was edited, nobody has mended
    ...all.filter(({ isMended, edits }) => isMended && edits.length > 0).map((finding) => reported(finding, "fixed")),
    ...after.findings.map((finding) => reported(finding, statusOf(finding))),
  ];
}

function statusOf({ isSuppressed, isAccepted }: JudgedFinding): Status {
  if (isSuppressed) return "suppressed";
  return isAccepted ? "baseline" : "new";
}

function reportFinding(
  place: Pick<ReportFinding, "path" | "repository" | "owners" | "status">,
  finding: JudgedFinding,
): ReportFinding {
  const {
    rule,
    messageId,
    grade,
    level,
    certainty,
    isMended,
    range,
    start,
    end,
    message,
    remedy,
    guard,
    test,
    attacks,
    change,
    excerpt,
    edits,
    fingerprint,
    reason,
  } = finding;
  return {
    ...{ rule, messageId, grade, level, certainty, ...place, test, fixable: isMended, range },
    ...{ line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
    ...{
      message,
      remedy,
      guard,
      attacks: NAMED_ATTACKS.filter(({ name }) => attacks.includes(name)),
      before: change?.before ?? excerpt.text,
      after: change?.after,
      edits,
      fingerprint,
      reason,
      excerpt,
    },
  };
}

function markersOf(path: string, { markers }: Remarks): readonly ReportMarker[] {
  return markers.map(({ rule, message, place }) => ({ path, ...place, rule, message }));
}

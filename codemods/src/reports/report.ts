import type { Certainty, Grade, Level } from "tls-rules";
import type { NodeRange } from "../config/node-range.js";
import type { Excerpt, PlacedEdit } from "../engine/judging/judgement.js";
import type { Shard } from "../selection/shard.js";

/** `new`: open. `baseline`: accepted by fingerprint. `suppressed`: accepted by a comment. `fixed`: this run has mended it. */
export type Status = "new" | "baseline" | "suppressed" | "fixed";

/** Raised when a field of the JSON report goes or changes its meaning; new fields do not raise it. */
export const schemaVersion = 1;

/**
 * Everything one run has to say; each format is a view of this. Lists are in the order of paths and places, so that equal trees give equal reports.
 * Paths are POSIX, from `root`. The place of a finding is in the file as it is now, that of a fixed one in the file as it was.
 */
export interface Report {
  readonly schemaVersion: typeof schemaVersion;
  readonly tool: { readonly name: "tls-codemod"; readonly version: string };
  readonly command: "check" | "fix";
  readonly policy: ReportPolicy;
  /** Of the root of the run; undefined where that is in no repository. */
  readonly repo: RepositoryState | undefined;
  /** Every repository that was read, in the order of names. */
  readonly repositories: readonly ReportRepository[];
  readonly shard: Shard | undefined;
  readonly totals: Totals;
  readonly findings: readonly ReportFinding[];
  readonly markers: readonly ReportMarker[];
  /** What the baseline accepts and is not there any more. */
  readonly staleBaseline: readonly StaleEntry[];
  /** The files that `fix` has changed, or that it would change. */
  readonly changed: readonly ChangedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly errors: readonly ReportError[];
  readonly notes: readonly string[];
  /** Absolute. */
  readonly root: string;
  /** Undefined where the report joins others. */
  readonly elapsedMilliseconds: number | undefined;
}

export interface ReportPolicy {
  readonly profile: string;
  /** The policy file as it was named, which overrules the profile. */
  readonly file: string | undefined;
  readonly node: readonly NodeRange[];
  /** The names of the rules that were asked for; undefined for all. */
  readonly rules: readonly string[] | undefined;
  /** What weighs less, or is less certain, was left out. */
  readonly level: Level;
  readonly certainty: Certainty;
}

export interface RepositoryState {
  readonly url: string | undefined;
  readonly commit: string | undefined;
  /** Undefined where git does not say. */
  readonly dirty: boolean | undefined;
}

/** One repository's part of the run. Without git, or when no format asks for its state, that is undefined. */
export interface ReportRepository {
  /** Its folder from the root of the run, with which its paths begin; `.` for the root itself. */
  readonly name: string;
  readonly url: string | undefined;
  readonly commit: string | undefined;
  readonly dirty: boolean | undefined;
  readonly totals: Totals;
}

/** `seen` is the sum of the four others. */
export interface FileTotals {
  readonly seen: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
}

export interface Totals {
  readonly files: FileTotals;
  readonly parsed: number;
  readonly findings: Readonly<Record<Status, number>>;
  /** Of the findings that are new. */
  readonly grades: Readonly<Record<Grade, number>>;
  readonly levels: Readonly<Record<Level, number>>;
  /** Those of them that stand in tests, fixtures and examples. */
  readonly tests: number;
  readonly markers: number;
}

export interface ReportFinding {
  readonly rule: string;
  readonly messageId: string;
  readonly grade: Grade;
  readonly level: Level;
  readonly certainty: Certainty;
  readonly status: Status;
  /** Whether `fix` with the options of this run does away with it. */
  readonly fixable: boolean;
  readonly path: string;
  /** Whether it stands in a test, a fixture or an example. */
  readonly test: boolean;
  /** Who owns the file by the CODEOWNERS of its repository. */
  readonly owners: readonly string[];
  /** The name of its repository in the report. */
  readonly repository: string;
  /** UTF-16 offsets into the text without its byte order mark. */
  readonly range: readonly [start: number, end: number];
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly remedy: string;
  readonly guard: string | undefined;
  /** The published attacks that what is found leaves room for. */
  readonly attacks: readonly ReportAttack[];
  /** The lines that the edits touch; without edits, the first line of the finding. */
  readonly before: string;
  readonly after: string | undefined;
  readonly edits: readonly PlacedEdit[];
  readonly fingerprint: string;
  readonly reason: string | undefined;
  /** Only in the process that has read the file. */
  readonly excerpt?: Excerpt;
}

export interface ReportAttack {
  readonly name: string;
  readonly advisories: readonly string[];
  /** The end of a sentence that begins "possible with". */
  readonly needs: string;
  /** Whether a library may stand up to it, which its version does not tell. */
  readonly hasCountermeasures: boolean;
  readonly reference: string;
}

export interface StaleEntry {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  readonly fingerprint: string;
}

export interface ReportMarker {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

export interface ChangedFile {
  readonly path: string;
  /** A unified diff; empty unless a format needs it. */
  readonly patch: string;
}

export interface SkippedFile {
  readonly path: string;
  /** What the file is, and behind a mark or a preposition what there is to say of it: `is binary: it holds NUL bytes`. */
  readonly reason: string;
}

/** `unverified`: its edits failed verification, and it was left as it was. */
export interface ReportError extends SkippedFile {
  readonly kind: "failed" | "unverified";
}

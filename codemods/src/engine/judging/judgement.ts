import type { Certainty, Edit, Grade, Level } from "tls-rules";
import type { Dependencies } from "../neighbours/dependencies.js";
import type { Sight } from "../neighbours/project.js";
import type { Place } from "../text/line-index.js";
import type { TypesPlan } from "../types/type-projects.js";

/** A finding as reports show it. Plain data, so that it passes between processes and into files. */
export interface JudgedFinding {
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
  readonly level: Level;
  readonly grade: Grade;
  readonly certainty: Certainty;
  /** Offsets in UTF-16 units into the text without its byte order mark. */
  readonly range: readonly [start: number, end: number];
  readonly start: Place;
  readonly end: Place;
  /** The source around the finding, with the range of the finding inside it. */
  readonly excerpt: Excerpt;
  readonly edits: readonly PlacedEdit[];
  /** The lines that the edits touch, before and after; undefined without edits. */
  readonly change: { readonly before: string; readonly after: string } | undefined;
  readonly remedy: string;
  readonly guard: string | undefined;
  /** Whether it stands in a test, a fixture or an example. */
  readonly test: boolean;
  /** Names of the published attacks that it leaves room for. */
  readonly attacks: readonly string[];
  /** Whether the change of the file does away with it. */
  readonly isMended: boolean;
  /** Whether the baseline accepts it. */
  readonly isAccepted: boolean;
  /** Whether a comment accepts it. */
  readonly isSuppressed: boolean;
  /** Why it is suppressed, or why it is not although a comment asks for it. */
  readonly reason: string | undefined;
  /** Stable while the rule, the path and the text of the line stay the same. */
  readonly fingerprint: string;
}

export interface Excerpt {
  readonly text: string;
  readonly range: readonly [start: number, end: number];
}

export interface PlacedEdit extends Edit {
  readonly start: Place;
  readonly end: Place;
}

/** A `@tls-codemod-todo` comment that is still in the file. */
export interface Marker {
  readonly rule: string;
  readonly message: string;
  readonly place: Place;
}

/** What `fix` does to a file. */
export interface Change {
  /** In the text without its byte order mark. */
  readonly edits: readonly Edit[];
  /** What brings the original back, in ranges of the changed text. */
  readonly inverse: readonly Edit[];
  /** SHA-256 of the bytes to be written. */
  readonly hash: string;
  /** A unified diff with git's headers; empty unless the run asks for it. */
  readonly patch: string;
}

/** What there is to say about one text of a file. */
export interface Remarks {
  readonly findings: readonly JudgedFinding[];
  readonly markers: readonly Marker[];
}

/** A file that was read and understood. */
export interface Judged {
  readonly kind: "judged";
  /** SHA-256 of the bytes that were read. */
  readonly hash: string;
  readonly before: Remarks;
  /** Of the changed file; the same as `before` without a change. */
  readonly after: Remarks;
  /** What comes to light when other edits are made, and is mended then: with the places where it stands before them. */
  readonly revealed: readonly JudgedFinding[];
  readonly change: Change | undefined;
  /** Whether a comment of this tool can stand beside what is found. */
  readonly canBeMarked: boolean;
  /** What the user should know about how the file was judged. */
  readonly notes: readonly string[];
  /** The files around it that had a say in it. */
  readonly dependencies: Dependencies;
}

/**
 * What came of one file. `plain`: there is nothing in it that a rule could find, so it was not parsed.
 * `isUnverified`: its edits would not have given what they have to.
 */
export type Judgement =
  | Judged
  | { readonly kind: "plain" }
  | { readonly kind: "skipped"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string; readonly isUnverified: boolean };

/** What is the same for all files of a run. Plain data, because it is sent to worker processes. */
export interface Plan {
  /** As tls-rules' `SettingsInput`; `policy` is the parsed JSON of a policy file. */
  readonly profile: string;
  readonly policy: unknown;
  readonly python: string | undefined;
  /** Undefined for what build files say. */
  readonly openssl: string | undefined;
  /** Findings below it are left out. */
  readonly level: Level;
  readonly certainty: Certainty;
  /** Names of rules; undefined for all. */
  readonly rules: readonly string[] | undefined;
  readonly grades: readonly Grade[];
  /** Whether to leave a comment at what needs a person. */
  readonly marks: boolean;
  readonly patches: boolean;
  /** Which neighbours of a file are read. */
  readonly sight: Sight;
  /** Undefined for no types. */
  readonly types: TypesPlan | undefined;
}

/**
 * What a person has said of a finding: to apply its edits, to put other lines in place of those that they touch,
 * to accept it with a comment that gives the reason, or to leave a marker for somebody else.
 */
export type Decision = true | string | { readonly accept: string } | { readonly mark: true };

/** One file to judge. */
export interface Task {
  readonly file: string;
  /** POSIX path from the root of the run. */
  readonly path: string;
  /** POSIX path from the root of its repository, which fingerprints are made of. */
  readonly pathInRepository: string;
  /** The folder of its repository, in which its neighbours are looked for. */
  readonly project: string;
  /** The Node range of the file's project, and the words for where it says so; undefined for the default. */
  readonly node: { readonly range: string; readonly said: string } | undefined;
  /** Fingerprints of findings that the baseline accepts: they are neither edited nor marked. */
  readonly accepted: readonly string[];
  /** Where given, only what these say is done, by `decisionKey`. */
  readonly decisions: Readonly<Record<string, Decision>> | undefined;
  /** Edits of neighbours, and of the file itself, that are agreed on but not on the disk yet; by file. */
  readonly edited?: Readonly<Record<string, readonly Edit[]>> | undefined;
}

/** Names a finding of the text as it was read, across passes of editing. */
export function decisionKey(rule: string, messageId: string, start: number): string {
  return `${rule}/${messageId}@${start}`;
}

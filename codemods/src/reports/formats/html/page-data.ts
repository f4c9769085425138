/** What the page is given; all text is shown as text. */
export interface PageData {
  readonly command: "check" | "fix";
  readonly title: string;
  /** One sentence, which is there without scripts too. */
  readonly summary: string;
  /** Facts about the run, each a short phrase. */
  readonly facts: readonly string[];
  readonly notes: readonly string[];
  readonly files: string;
  readonly findings: readonly PageFinding[];
  readonly rules: readonly PageRule[];
  /** Empty where there is only one. */
  readonly repositories: readonly PageRepository[];
  readonly markers: readonly PageEntry[];
  readonly stale: readonly PageEntry[];
  readonly unread: readonly PageEntry[];
}

/**
 * What is to be done about a finding. `ready`: `fix` does away with it. `person`: somebody has to decide or act.
 * `untold`: the code does not tell. `fixed`: this run did it. `accepted`: in the baseline or suppressed.
 */
export type Outcome = "ready" | "person" | "untold" | "fixed" | "accepted";

/** The heaviest first. */
export const levels = ["error", "warning", "note"] as const;

export type Level = (typeof levels)[number];

/** No owner, who is an address or begins with `@`. */
export const nobody = "nobody";

export interface PageFinding {
  readonly rule: string;
  readonly level: Level;
  readonly grade: string;
  readonly certainty: string;
  readonly outcome: Outcome;
  readonly code: "tests" | "programs";
  readonly repository: string;
  /** Who owns the file, in one text; `nobody` where it has no owner. */
  readonly owner: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly before: string;
  /** Where in `before` the finding is, when that is known and there is no edit. */
  readonly found?: readonly [start: number, end: number];
  readonly after?: string;
  readonly guard?: string;
  readonly reason?: string;
  /** Published attacks that it leaves room for; none where it is left out. */
  readonly attacks?: readonly PageAttack[];
  /** Where its repository shows the line. */
  readonly address?: string;
}

export interface PageAttack {
  /** With its advisories. */
  readonly title: string;
  readonly meaning: string;
  readonly url: string;
}

export interface PageReference {
  readonly text: string;
  readonly url?: string;
}

export interface PageRule {
  readonly name: string;
  readonly description: string;
  readonly whoMayStop: string;
  readonly references: readonly PageReference[];
  readonly weaknesses: readonly PageReference[];
  readonly page?: string;
}

export interface PageRepository {
  readonly name: string;
  readonly address?: string;
  readonly commit?: string;
  readonly open: Readonly<Record<Level, number>>;
  readonly fixed: number;
  readonly accepted: number;
  readonly files: { readonly seen: number; readonly skipped: number; readonly failed: number };
}

export interface PageEntry {
  readonly kind: string;
  readonly path: string;
  readonly text: string;
}

/** What the page is given; all text is shown as text. */
export interface PageData {
  readonly title: string;
  /** Facts about the run, each a short phrase. */
  readonly facts: readonly string[];
  readonly notes: readonly string[];
  readonly totals: readonly PageTotal[];
  readonly findings: readonly PageFinding[];
  readonly rules: readonly PageRule[];
  readonly unread: readonly PageFile[];
}

export interface PageTotal {
  readonly label: string;
  readonly count: number;
  /** How the count is made up, in words. */
  readonly parts: string;
}

export interface PageFinding {
  readonly rule: string;
  readonly level: Level;
  readonly grade: string;
  readonly certainty: string;
  readonly status: string;
  readonly repository: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
  readonly before: string;
  readonly after?: string;
  readonly guard?: string;
  readonly reason?: string;
}

/** The heaviest first. */
export const levels = ["error", "warning", "note"] as const;

export type Level = (typeof levels)[number];

export interface PageRule {
  readonly name: string;
  readonly description: string;
  readonly whoMayStop: string;
  readonly references: readonly { readonly text: string; readonly url?: string }[];
  readonly page?: string;
}

export interface PageFile {
  readonly path: string;
  readonly reason: string;
  readonly kind: string;
}

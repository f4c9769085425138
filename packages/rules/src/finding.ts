/** A replacement of `text.slice(range[0], range[1])`; offsets are UTF-16 units into the text without a byte order mark. */
export interface Edit {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

/**
 * What applying the edits changes.
 * - `fix`: the program means the same on every supported runtime.
 * - `upgrade`: it changes who can connect, towards the policy.
 * - `ask`: whether it works depends on facts outside the code.
 * - `manual`: there is no edit; a person has to act.
 */
export type Grade = MendableGrade | "manual";

export const mendableGrades = ["fix", "upgrade", "ask"] as const;

export type MendableGrade = (typeof mendableGrades)[number];

/** `proven`: the options reach a known TLS call. `likely`: key and value are unmistakable, the call is out of sight. */
export type Certainty = (typeof certainties)[number];

export const certainties = ["proven", "likely"] as const;

/** `note` is for what cannot be decided from the code, and for weak code behind the user's own guard. */
export type Level = (typeof levels)[number];

/** The lightest first. */
export const levels = ["note", "warning", "error"] as const;

/** One verdict about one place, with the text edits that mend it. The edits of one finding are applied together or not at all. */
export interface Finding {
  readonly rule: string;
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly message: string;
  readonly range: readonly [start: number, end: number];
  readonly grade: Grade;
  readonly level: Level;
  readonly certainty: Certainty;
  /** The condition that decides whether the code runs, when it reads like the user's own choice. */
  readonly guard: string | undefined;
  /** Whether it stands in a test, a fixture or an example. */
  readonly test: boolean;
  /** Empty exactly when `grade` is `manual`. */
  readonly edits: readonly Edit[];
  /** One sentence that says what the edits do; empty when there are none. */
  readonly remedy: string;
  /** Names of the published attacks that what is found leaves room for, as tls-policy's `NAMED_ATTACKS` has them. */
  readonly attacks: readonly string[];
}

/** The exit codes of every command. */
export const exitCodes = {
  ok: 0,
  /** The condition of --fail-on is met. */
  conditionMet: 1,
  /** Wrong usage, a path that matches nothing, or a mistake of this program. */
  usage: 2,
  /** Some files could not be processed; the others were. */
  incomplete: 3,
  /** Refused, because work could be lost. */
  refused: 4,
  /** A result failed verification, and the file was left as it was. */
  unverified: 5,
  interrupted: 130,
  terminated: 143,
} as const;

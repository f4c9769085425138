/** An option set, shrunk, on which the verdict and the release differ. */
export interface Disagreement {
  readonly set: { readonly side: string; readonly options: object; readonly settings: object };
  readonly differences: readonly { readonly what: string; readonly expected: unknown; readonly observed: unknown }[];
  readonly seed: number;
}

export interface OracleTask {
  /** Path of a Node binary. */
  readonly executable: string;
  /** Its release number. */
  readonly version: string;
  /** How many option sets. */
  readonly runs: number;
  readonly seed: number;
}

/** Compares `negotiate` with one Node release over generated option sets; goes on after a disagreement, up to ten. */
export function runOracle(
  task: OracleTask,
): Promise<{ readonly sets: number; readonly comparisons: number; readonly disagreements: readonly Disagreement[] }>;

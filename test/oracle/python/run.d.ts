/** A use of a context, shrunk, on which the verdict and the Python differ. */
export interface PythonDisagreement {
  readonly use: { readonly side: string; readonly construction: object; readonly operations: readonly object[] };
  readonly differences: readonly { readonly what: string; readonly expected: unknown; readonly observed: unknown }[];
  readonly seed: number;
}

export interface PythonOracleTask {
  /** Path of a Python, 3.6 or newer. */
  readonly executable: string;
  /** How many contexts. */
  readonly runs: number;
  readonly seed: number;
}

/** Compares `negotiatePython` with one Python over generated contexts; goes on after a disagreement, up to ten. */
export function runPythonOracle(task: PythonOracleTask): Promise<{
  readonly about: { readonly release: string; readonly openssl: string };
  readonly runtime: { readonly name: string };
  readonly contexts: number;
  readonly comparisons: number;
  readonly disagreements: readonly PythonDisagreement[];
}>;

/** One thing wrong with a policy definition. */
export interface PolicyProblem {
  /** JSON path of the value: `$.groups[1]`. */
  readonly path: string;
  /** What is wrong and what to do, as sentences. */
  readonly message: string;
}

/** A policy definition that cannot be used; names every problem, not only the first. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
  readonly problems: readonly PolicyProblem[];

  constructor(problems: readonly PolicyProblem[]) {
    super(`The policy is not valid.\n${problems.map(({ path, message }) => `  ${path}: ${message}`).join("\n")}`);
    this.problems = problems;
  }
}

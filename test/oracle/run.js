import fc from "fast-check";
import { Examiner } from "./examine.js";
import { optionSet } from "./option-sets.js";

const MAX_DISAGREEMENTS = 10;

/**
 * Compares `negotiate` with one Node release over generated option sets. After a disagreement, shrunk, the run goes on with other sets.
 * @param {import("./run.js").OracleTask} task
 */
export async function runOracle({ executable, version, runs, seed }) {
  const examiner = new Examiner(executable, version);
  const disagreements = [];
  let sets = 0;
  const property = fc.asyncProperty(optionSet, async (set) => {
    const differences = await examiner.examine(set);
    if (differences.length > 0) throw Object.assign(new Error("disagreement"), { differences });
  });
  try {
    for (let from = seed; sets < runs && disagreements.length < MAX_DISAGREEMENTS; from++) {
      const result = await fc.check(property, { numRuns: runs - sets, seed: from, reporter: undefined });
      sets += result.numRuns;
      if (!result.failed) break;
      if (!result.errorInstance?.differences) throw result.errorInstance;
      disagreements.push({ set: result.counterexample[0], differences: result.errorInstance.differences, seed: from });
    }
    return { sets, comparisons: examiner.comparisons, disagreements };
  } finally {
    await examiner.close();
  }
}

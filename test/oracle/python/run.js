import fc from "fast-check";
import { contextUse } from "./contexts.js";
import { PythonExaminer } from "./examine.js";

const MAX_DISAGREEMENTS = 10;

/**
 * Compares `negotiatePython` with one Python over generated contexts. After a disagreement, shrunk, the run goes on with others.
 * @param {import("./run.js").PythonOracleTask} task
 */
export async function runPythonOracle({ executable, runs, seed }) {
  const examiner = new PythonExaminer(executable);
  const disagreements = [];
  let contexts = 0;
  const property = fc.asyncProperty(contextUse, async (use) => {
    const differences = await examiner.examine(use);
    if (differences.length > 0) throw Object.assign(new Error("disagreement"), { differences });
  });
  try {
    await examiner.start();
    for (let from = seed; contexts < runs && disagreements.length < MAX_DISAGREEMENTS; from++) {
      const result = await fc.check(property, { numRuns: runs - contexts, seed: from, reporter: undefined });
      contexts += result.numRuns;
      if (!result.failed) break;
      if (!result.errorInstance?.differences) throw result.errorInstance;
      disagreements.push({ use: result.counterexample[0], differences: result.errorInstance.differences, seed: from });
    }
    return {
      about: examiner.about,
      runtime: examiner.runtime,
      contexts,
      comparisons: examiner.comparisons,
      disagreements,
    };
  } finally {
    await examiner.close();
  }
}

import { expect, it } from "vitest";
import { runOracle } from "./run.js";

const RUNS = 300;
const SEED = 20_261_123;

it(`agrees with this Node on ${RUNS} option sets, seed ${SEED}`, async () => {
  const { sets, comparisons, disagreements } = await runOracle({
    executable: process.execPath,
    version: process.versions.node,
    runs: RUNS,
    seed: SEED,
  });
  expect(disagreements).toEqual([]);
  expect(sets).toBe(RUNS);
  expect(comparisons).toBeGreaterThan(RUNS);
});

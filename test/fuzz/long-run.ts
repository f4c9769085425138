import { test } from "vitest";
import { type Defect, filesBesidesPrograms, hunt, programs, pythonPrograms } from "./hunt.js";

/** Started by `pnpm fuzz`. */
const { TLS_CODEMOD_FUZZ_MINUTES, TLS_CODEMOD_FUZZ_SEED } = process.env;
const time = Number(TLS_CODEMOD_FUZZ_MINUTES) * 60_000;
const seed = Number(TLS_CODEMOD_FUZZ_SEED);

const shares = [
  ["programs", programs, 0.75],
  ["programs in Python", pythonPrograms, 0.1],
  ["files besides programs", filesBesidesPrograms, 0.15],
] as const;

test.each(shares)("%s hold every law", { timeout: 0 }, (name, quarry, share) => {
  const end = Date.now() + time * share;
  const defects: Defect[] = [];
  const count = hunt<never>(quarry as never, {
    seed,
    until: () => Date.now() > end,
    tell: (defect) => {
      defects.push(defect);
      console.log(`\n##### ${defect.law} (seed ${defect.seed}, ${defect.path})\n${defect.text}\n${defect.detail}`);
    },
  });
  console.log(`${count} ${name}, ${defects.length} defects, seed ${seed}`);
  if (defects.length > 0) throw new Error(`${defects.length} defects`);
});

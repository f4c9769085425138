import fc from "fast-check";
import { examine } from "./check/examine.js";
import type { Fault } from "./check/faults.js";
import { examineOther } from "./other-files/check.js";
import { otherFiles } from "./other-files/grammar.js";
import { programShapes } from "./programs/grammar.js";
import { printProgram } from "./programs/print.js";
import { examinePython } from "./python/check.js";
import { printPython, pythonShapes } from "./python/grammar.js";

/** Something to be mended, and the laws of its mending. */
export interface Quarry<Shape> {
  readonly shapes: fc.Arbitrary<Shape>;
  readonly print: (shape: Shape) => { readonly path: string; readonly text: string };
  readonly faults: (shape: Shape) => readonly Fault[];
}

const quarry = <Shape>(is: Quarry<Shape>): Quarry<Shape> => is;

export const programs = quarry({
  shapes: programShapes,
  print: printProgram,
  faults: (shape) => examine(printProgram(shape), shape.flags),
});

export const filesBesidesPrograms = quarry({ shapes: otherFiles, print: (file) => file, faults: examineOther });

export const pythonPrograms = quarry({
  shapes: pythonShapes,
  print: printPython,
  faults: (shape) => examinePython(printPython(shape)),
});

/** A law that does not hold, with the smallest text that shows it. */
export interface Defect {
  readonly law: string;
  readonly seed: number;
  readonly path: string;
  readonly text: string;
  readonly detail: string;
}

const chunkSize = 40;
const defectsPerLaw = 4;

/** Goes on after a defect; of one law not more than a few are told. Answers how many texts were examined, those of the search for the smallest included. */
export function hunt<Shape>(
  { shapes, print, faults }: Quarry<Shape>,
  { seed, until, tell }: { seed: number; until: () => boolean; tell: (defect: Defect) => void },
): number {
  const told = new Map<string, number>();
  const isOpen = ({ law }: Fault) => (told.get(law) ?? 0) < defectsPerLaw;
  let count = 0;
  const property = fc.property(shapes, (shape) => {
    count++;
    return !faults(shape).some(isOpen);
  });
  for (let at = seed; !until(); at++) {
    const { counterexample } = fc.check(property, { seed: at, numRuns: chunkSize });
    if (!counterexample) continue;
    const [shape] = counterexample;
    const { law, detail } = faults(shape).find(isOpen)!;
    told.set(law, (told.get(law) ?? 0) + 1);
    tell({ law, seed: at, ...print(shape), detail });
  }
  return count;
}

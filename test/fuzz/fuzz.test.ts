import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesBesidesPrograms, programs, pythonPrograms, type Quarry } from "./hunt.js";

/** The same texts in every run; `pnpm fuzz` looks at others, for as long as it is told to. */
const seed = 20_260_101;

describe(`Whatever the text (seed ${seed})`, () => {
  it("a program is mended by every law", () => holds(programs, 40), 600_000);

  it("a program in Python is mended by every law", () => holds(pythonPrograms, 60), 600_000);

  it("a file besides programs is mended by every law", () => holds(filesBesidesPrograms, 40), 600_000);
});

/** Fails with the smallest text that breaks a law. */
function holds<Shape>({ shapes, print, faults }: Quarry<Shape>, numRuns: number): void {
  const property = fc.property(shapes, (shape) => {
    const { path, text } = print(shape);
    const described = faults(shape).map(({ law, detail }) => `${law}\n--- ${path}\n${text}\n${detail}`);
    expect(described.join("\n\n")).toBe("");
  });
  fc.assert(property, { seed, numRuns });
}

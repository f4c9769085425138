import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectEdits } from "../../src/edits/apply-edits.js";
import type { Edit, Finding } from "../../src/finding.js";

const found = (...edits: readonly Edit[]) => ({ edits }) as unknown as Finding;
const edit = (start: number, end: number, text = ""): Edit => ({ range: [start, end], text });

const overlap = (a: Edit, b: Edit) => (a.range[0] < b.range[1] && b.range[0] < a.range[1]) || a.range[0] === b.range[0];
const isSame = (a: Edit, b: Edit) => JSON.stringify(a) === JSON.stringify(b);

describe("selectEdits", () => {
  it("takes all edits of a finding or none", () => {
    const [first, second, third] = [
      found(edit(0, 4), edit(8, 9)),
      found(edit(5, 6), edit(8, 9, "x")),
      found(edit(10, 12)),
    ];
    expect(selectEdits([first, second, third]).applied).toEqual([first, third]);
  });

  it("takes edits once that two findings share", () => {
    const [first, second] = [found(edit(0, 4), edit(5, 6)), found(edit(0, 4), edit(5, 6))];
    expect(selectEdits([first, second])).toEqual({ applied: [first, second], edits: [edit(0, 4), edit(5, 6)] });
  });

  it("takes what is a part of another finding with it", () => {
    const [first, second] = [found(edit(0, 4), edit(5, 6)), found(edit(5, 6))];
    expect(selectEdits([first, second])).toEqual({ applied: [first, second], edits: [edit(0, 4), edit(5, 6)] });
  });

  it.each([
    ["that does more than the one before it", found(edit(0, 4), edit(9, 10))],
    ["that stands between the edits of the one before it", found(edit(6, 7))],
    ["that touches the one before it", found(edit(8, 9))],
  ])("leaves a finding to the next round %s, as ESLint does", (_name, second) => {
    const first = found(edit(0, 4), edit(7, 8));
    expect(selectEdits([first, second]).applied).toEqual([first]);
  });

  it("gives edits in order that do not overlap, and leaves out only findings that overlap with one before them", () => {
    const any = fc
      .tuple(fc.nat(30), fc.nat(4), fc.constantFrom("", "x"))
      .map(([start, length, text]) => edit(start, start + length, text));
    fc.assert(
      fc.property(
        fc.array(
          any.map((each) => found(each)),
          { maxLength: 20 },
        ),
        (findings) => {
          const { applied, edits } = selectEdits(findings);
          expect(edits).toEqual([...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]));
          for (const [index, one] of edits.entries())
            expect(edits.slice(index + 1).some((other) => overlap(one, other))).toBe(false);
          for (const finding of findings) {
            const [own] = finding.edits;
            const isFree = !edits.some((other) => overlap(own!, other) && !isSame(own!, other));
            expect(applied.includes(finding)).toBe(isFree && edits.some((other) => isSame(own!, other)));
          }
        },
      ),
    );
  });

  it("takes a million findings as fast as they are read", () => {
    const findings = Array.from({ length: 1_000_000 }, (_, index) => found(edit(index * 2, index * 2 + 1)));
    expect(selectEdits(findings).edits).toHaveLength(1_000_000);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps, selectEdits } from "../../src/edits/apply-edits.js";
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

  it("takes findings and edits in the order of the text, in whatever order they are told", () => {
    const [first, second] = [found(edit(3, 4), edit(0, 1)), found(edit(9, 10), edit(6, 7))];
    const inOrder = [edit(0, 1), edit(3, 4), edit(6, 7), edit(9, 10)];
    expect(selectEdits([second, first])).toEqual({ applied: [first, second], edits: inOrder });
  });

  it("takes the shorter of two that begin at one place", () => {
    const [long, short] = [found(edit(0, 9)), found(edit(0, 4))];
    expect(selectEdits([long, short]).applied).toEqual([short]);
  });

  it("applies nothing of a finding without edits", () => {
    expect(selectEdits([found(), found(edit(0, 1))]).applied).toEqual([found(edit(0, 1))]);
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

it.each([
  [edit(0, 4), edit(3, 5), true],
  [edit(0, 4), edit(4, 5), false],
  [edit(4, 5), edit(0, 4), false],
  [edit(2, 2), edit(2, 4), true],
  [edit(2, 2), edit(2, 2), true],
  [edit(1, 3), edit(2, 2), true],
  [edit(0, 1), edit(2, 3), false],
])("edits overlap where one stands in the other, or where both begin at one place: %j, %j", (one, other, expected) => {
  expect([overlaps(one, other), overlaps(other, one)]).toEqual([expected, expected]);
});

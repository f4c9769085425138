import fc from "fast-check";
import { applyEdits, type Edit } from "tls-rules";
import { describe, expect, it } from "vitest";
import { composeEdits, inverseOf, offsetBefore, rangeBefore } from "../../src/engine/text/edit-positions.js";

const text = fc.string({ maxLength: 40 });

/** Sorted edits that do not overlap, somewhere in a text. */
function editsIn(length: number): fc.Arbitrary<readonly Edit[]> {
  return fc.array(fc.tuple(fc.nat(length), fc.string({ maxLength: 5 })), { maxLength: 8 }).map((parts) => {
    const offsets = parts.map(([offset]) => offset).sort((a, b) => a - b);
    const pairs = offsets.flatMap((start, index) =>
      index % 2 === 0 && index + 1 < offsets.length ? [[start, offsets[index + 1]!] as const] : [],
    );
    return pairs
      .map((range, index) => ({ range, text: parts[index]![1] }))
      .filter(({ range }, index, all) => index === 0 || range[0] !== all[index - 1]!.range[1]);
  });
}

const twoRounds = text.chain((before) =>
  editsIn(before.length).chain((first) => {
    const between = applyEdits(before, first);
    return editsIn(between.length).map((second) => ({ before, first, between, second }));
  }),
);

describe("composeEdits", () => {
  it("does in one round what two rounds do", () => {
    fc.assert(
      fc.property(twoRounds, ({ before, first, between, second }) => {
        expect(applyEdits(before, composeEdits(first, between, second))).toBe(applyEdits(between, second));
      }),
    );
  });

  it("touches nothing but what one of the rounds touches", () => {
    // "a, old, b, weak, c" loses "old, ", then "weak" becomes "strong"
    const first: Edit[] = [{ range: [3, 8], text: "" }];
    const between = "a, b, weak, c";
    expect(composeEdits(first, between, [{ range: [6, 10], text: "strong" }])).toEqual([
      { range: [3, 8], text: "" },
      { range: [11, 15], text: "strong" },
    ]);
  });
});

it("a million edits are put together, and asked about, as fast as they are read", () => {
  const count = 1_000_000;
  const every = (shift: number): readonly Edit[] =>
    Array.from({ length: count }, (_, index) => ({
      range: [index * 4 + shift, index * 4 + shift + 1] as const,
      text: "b",
    }));
  const composed = composeEdits(every(0), "bbab".repeat(count), every(2));
  expect(composed).toHaveLength(2 * count);
  expect(offsetBefore(composed, 4 * count)).toBe(4 * count);
  let sum = 0;
  for (let index = 0; index < count; index++) sum += offsetBefore(composed, index * 4 + 3) - index * 4;
  expect(sum).toBe(3 * count);
});

describe("inverseOf", () => {
  it("brings the text back", () => {
    const oneRound = text.chain((before) => editsIn(before.length).map((edits) => ({ before, edits })));
    fc.assert(
      fc.property(oneRound, ({ before, edits }) => {
        expect(applyEdits(applyEdits(before, edits), inverseOf(edits, before))).toBe(before);
      }),
    );
  });
});

describe("offsetBefore", () => {
  const edits: Edit[] = [
    { range: [2, 5], text: "" },
    { range: [8, 10], text: "long" },
    { range: [12, 12], text: "new" },
  ];

  it.each([
    ["before all edits", 1, 1],
    ["what followed a removed part", 2, 5],
    ["between edits", 4, 7],
    ["the start of a replacement", 5, 8],
    ["inside a replacement", 7, 8],
    ["behind a replacement", 9, 10],
    ["behind an insertion", 14, 12],
  ])("%s", (_, after, before) => {
    expect(offsetBefore(edits, after)).toBe(before);
  });
});

describe("rangeBefore", () => {
  const edited = text.chain((before) =>
    editsIn(before.length).chain((edits) => {
      const after = applyEdits(before, edits);
      return fc.tuple(fc.nat(after.length), fc.nat(after.length)).map(([one, other]) => ({
        before,
        edits,
        after,
        range: [Math.min(one, other), Math.max(one, other)] as const,
      }));
    }),
  );

  it("finds the same text where no edit was made, and all of what was replaced where one was", () => {
    fc.assert(
      fc.property(edited, ({ before, edits, after, range }) => {
        const [start, end] = rangeBefore(edits, range);
        const inside = edits.filter((edit) => start <= edit.range[0] && edit.range[1] <= end);
        const shifted = inside.map((edit) => ({
          ...edit,
          range: edit.range.map((at) => at - start) as [number, number],
        }));
        expect(applyEdits(before.slice(start, end), shifted)).toContain(after.slice(...range));
      }),
    );
  });

  it("takes no part of what went right beside it", () => {
    expect(rangeBefore([{ range: [5, 9], text: "" }], [2, 5])).toEqual([2, 5]);
    expect(rangeBefore([{ range: [5, 9], text: "" }], [5, 7])).toEqual([9, 11]);
  });
});

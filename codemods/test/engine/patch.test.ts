import { applyPatch } from "diff";
import fc from "fast-check";
import { applyEdits, type Edit } from "tls-rules";
import { describe, expect, it } from "vitest";
import { patchOf } from "../../src/engine/text/patch.js";

const body = (text: string, edits: readonly Edit[]) => patchOf("a.js", text, edits).split("\n").slice(3).join("\n");

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`).join("");

function editsIn(text: string, cuts: readonly number[], replacements: readonly string[]): readonly Edit[] {
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return ends.flatMap((start, index) =>
    index % 2 === 0
      ? [{ range: [start, ends[index + 1] ?? start] as const, text: replacements[index % replacements.length]! }]
      : [],
  );
}

describe("a patch", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "", "c\r"), { maxLength: 40 })
    .chain((parts) => fc.constantFrom("\n", "").map((end) => parts.join("\n") + end));

  it("makes of the text what the edits make of it", () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
        fc.array(fc.constantFrom("", "x", "y\n", "\n", "p\nq"), { minLength: 1, maxLength: 4 }),
        (before, cuts, replacements) => {
          const edits = editsIn(before, cuts, replacements);
          const patch = patchOf("a.js", before, edits);
          const after = applyEdits(before, edits);
          expect(after === before ? before : applyPatch(before, patch, { autoConvertLineEndings: false })).toBe(after);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("shows three lines around a change, and changes that are near to each other as one", () => {
    const at = (line: number) => lines(line).length;
    const edit = (line: number): Edit => ({ range: [at(line), at(line) + 4], text: "LINE" });
    expect(body(lines(30), [edit(4), edit(11), edit(20)])).toBe(`@@ -2,14 +2,14 @@
 line 1
 line 2
 line 3
-line 4
+LINE 4
 line 5
 line 6
 line 7
 line 8
 line 9
 line 10
-line 11
+LINE 11
 line 12
 line 13
 line 14
@@ -18,7 +18,7 @@
 line 17
 line 18
 line 19
-line 20
+LINE 20
 line 21
 line 22
 line 23
`);
  });

  it("keeps what is the same inside a replaced part", () => {
    const text = "a\nb\nc\n";
    expect(body(text, [{ range: [0, 6], text: "A\nb\nC\n" }])).toBe("@@ -1,3 +1,3 @@\n-a\n+A\n b\n-c\n+C\n");
  });

  it("says where a text ends without a line break", () => {
    expect(body("a\nb", [{ range: [2, 3], text: "c" }])).toBe(
      "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n",
    );
  });

  it("is made of the edits: a hundred thousand changed lines are no more to look for than one", () => {
    const count = 100_000;
    const edits = Array.from({ length: count }, (_, line): Edit => ({ range: [line * 2, line * 2 + 1], text: "b" }));
    const patch = body("a\n".repeat(count), edits);
    expect(patch).toBe(`@@ -1,${count} +1,${count} @@\n${"-a\n".repeat(count)}${"+b\n".repeat(count)}`);
  });
});

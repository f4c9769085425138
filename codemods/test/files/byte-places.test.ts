import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexBytes } from "../../src/files/byte-places.js";

/** By counting from the beginning. */
function counted(text: string, offset: number) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: Buffer.byteLength(lines.at(-1)!) + 1 };
}

describe("places in bytes", () => {
  it("are those that one counts", () => {
    const text = fc
      .array(fc.constantFrom("a", "ü", "文", "😀", "\n", "\r\n"), { maxLength: 30 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.nat(6000), (part, more) => {
        const text = part + "x".repeat(more) + part.repeat(200);
        const placeOf = indexBytes(text);
        const offsets = [0, part.length, part.length + more, text.length].filter(
          (at) => !/^[\udc00-\udfff]/.test(text.slice(at)),
        );
        for (const offset of offsets) expect([offset, placeOf(offset)]).toEqual([offset, counted(text, offset)]);
      }),
    );
  });

  it("are told a hundred thousand times in one long line", () => {
    const placeOf = indexBytes("ü".repeat(3_000_000));
    for (let index = 0; index < 100_000; index++) expect(placeOf(3_000_000 - index).column).toBe(6_000_001 - 2 * index);
  });
});

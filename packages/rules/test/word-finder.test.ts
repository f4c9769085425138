import fc from "fast-check";
import { expect, it } from "vitest";
import { textBytes } from "../src/words/text-bytes.js";
import { createWordFinder } from "../src/words/word-finder.js";

const find = (words: readonly string[], text: string) => {
  const bytes = new TextEncoder().encode(text);
  return createWordFinder(words)(bytes, bytes.length);
};

it.each([
  ["at the start", "ciphers here", true],
  ["at the end", "here ciphers", true],
  ["within other letters", "xxciphersxx", true],
  ["after a part of itself", "cicipcipherciphers", true],
  ["cut off", "cipher", false],
  ["in another case", "CIPHERS", false],
  ["of the other word", "-minVersion-", true],
])("finds a word %s", (_, text, isThere) => {
  expect(find(["ciphers", "minVersion"], text)).toBe(isThere);
});

it("refuses words that are too short to cover a group of bytes wherever they stand", () => {
  expect(() => createWordFinder(["cipher"])).toThrow('The word "cipher" is shorter than 7 characters.');
});

it("finds words in bytes that start anywhere in their buffer, and none that begins before them", () => {
  const bytes = new TextEncoder().encode("ciphers--ciphers");
  const found = Array.from(bytes.keys(), (from) =>
    createWordFinder(["ciphers"])(bytes.subarray(from), bytes.length - from),
  );
  expect(found).toEqual([...Array(10).fill(true), ...Array(6).fill(false)]);
});

it("looks only at the length given, because buffers are shared between files", () => {
  const bytes = new TextEncoder().encode("short ciphers");
  expect(createWordFinder(["ciphers"])(bytes, 8)).toBe(false);
});

it("says the same as a regular expression", () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "B"), minLength: 7, maxLength: 12 }), {
    minLength: 1,
    maxLength: 5,
  });
  const filler = fc.string({ unit: fc.constantFrom("a", "b", "B", "!", "é"), maxLength: 30 });
  fc.assert(
    fc.property(words, filler, filler, fc.nat(), fc.boolean(), (some, before, after, cut, isWhole) => {
      const word = some[cut % some.length]!;
      const subject = before + (isWhole ? word : word.slice(cut % word.length)) + after;
      expect(find(some, subject)).toBe(new RegExp(some.join("|")).test(subject));
    }),
  );
});

it("offers each word that occurs until one is accepted", () => {
  const { bytes, length } = textBytes("first-word second-word third-word");
  const offered: string[] = [];
  const accepts = (word: string) => offered.push(word) === 2;
  expect(createWordFinder(["third-word", "second-word", "first-word"])(bytes, length, accepts)).toBe(true);
  expect(offered).toEqual(["first-word", "second-word"]);
});

it("reads texts of any length and script, one after the other", () => {
  const find = createWordFinder(["ciphers"]);
  const isIn = (text: string) => {
    const { bytes, length } = textBytes(text);
    return find(bytes, length);
  };
  expect([`${"é€".repeat(40_000)}ciphers`, "é", `${"x".repeat(200_000)}cipher`, "шифр ciphers"].map(isIn)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

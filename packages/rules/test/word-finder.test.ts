import fc from "fast-check";
import { expect, it } from "vitest";
import { textBytes } from "../src/text-bytes.js";
import { createWordFinder } from "../src/word-finder.js";

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
  ["of the other word", "-abcd-", true],
])("finds a word %s", (_, text, isThere) => {
  expect(find(["ciphers", "abcd"], text)).toBe(isThere);
});

it("looks only at the length given, because buffers are shared between files", () => {
  const bytes = new TextEncoder().encode("short ciphers");
  expect(createWordFinder(["ciphers"])(bytes, 8)).toBe(false);
});

it("says the same as a regular expression", () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "B"), minLength: 3, maxLength: 6 }), { minLength: 1, maxLength: 5 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "B", "!", "é"), maxLength: 60 });
  fc.assert(
    fc.property(words, text, (some, subject) => {
      expect(find(some, subject)).toBe(new RegExp(some.join("|")).test(subject));
    }),
  );
});

it("offers each word that occurs until one is accepted", () => {
  const { bytes, length } = textBytes("one two three");
  const offered: string[] = [];
  const accepts = (word: string) => offered.push(word) === 2;
  expect(createWordFinder(["three", "two", "one"])(bytes, length, accepts)).toBe(true);
  expect(offered).toEqual(["one", "two"]);
});

it("reads texts of any length and script, one after the other", () => {
  const find = createWordFinder(["ciphers"]);
  const isIn = (text: string) => {
    const { bytes, length } = textBytes(text);
    return find(bytes, length);
  };
  expect([`${"é€".repeat(40_000)}ciphers`, "é", `${"x".repeat(200_000)}cipher`, "шифр ciphers"].map(isIn)).toEqual([true, false, false, true]);
});

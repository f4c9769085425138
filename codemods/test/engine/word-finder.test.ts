import fc from "fast-check";
import { clients, hasTriggerWord, triggerWords as wordsOfRules } from "tls-rules";
import { expect, it } from "vitest";
import { isCandidate } from "../../src/engine/is-candidate.js";
import { triggerWords } from "../../src/engine/trigger-words.generated.js";
import { createWordFinder } from "../../src/engine/word-finder.js";

const find = (words: readonly string[], text: string) => {
  const bytes = Buffer.from(text);
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
  const bytes = Buffer.from("short ciphers");
  expect(createWordFinder(["ciphers"])(bytes, 8)).toBe(false);
});

it("says the same as a regular expression", () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 5 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 60 });
  fc.assert(
    fc.property(words, text, (some, subject) => {
      expect(find(some, subject)).toBe(new RegExp(some.join("|")).test(subject));
    }),
  );
});

it("the generated words are those of the rules, or else `pnpm generate` is to be run", () => {
  expect(triggerWords).toEqual(wordsOfRules);
});

it("passes over no text that the rules would look at", () => {
  const words = clients.flatMap(({ tlsOptions }) => tlsOptions.flatMap((sink) => Object.keys(sink.vocabulary ?? {})));
  const modules = clients.flatMap((client) => client.modules);
  const texts = modules.flatMap((name) => words.map((word) => `import x from "${name}"; x({ ${word}: false })`));
  expect(texts.filter((text) => hasTriggerWord(text) && !isCandidate("a.js", Buffer.from(text)))).toEqual([]);
});

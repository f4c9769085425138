import { clients, hasTriggerWord, triggerWords as wordsOfRules } from "tls-rules";
import { expect, it } from "vitest";
import { isCandidate } from "../../src/engine/reading/is-candidate.js";
import { triggerWords } from "../../src/engine/reading/trigger-words.generated.js";

it("the generated words are those of the rules, or else `pnpm generate` is to be run", () => {
  expect(triggerWords).toEqual(wordsOfRules);
});

it("passes over no text that the rules would look at", () => {
  const words = clients.flatMap(({ tlsOptions }) => tlsOptions.flatMap((sink) => Object.keys(sink.vocabulary ?? {})));
  const modules = clients.flatMap((client) => client.modules);
  const texts = modules.flatMap((name) => words.map((word) => `import x from "${name}"; x({ ${word}: false })`));
  expect(texts.filter((text) => hasTriggerWord(text) && !isCandidate("a.js", Buffer.from(text)))).toEqual([]);
});

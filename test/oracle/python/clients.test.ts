import { describe, expect, it } from "vitest";
import { judgePython } from "../../../codemods/test/python/judge-python.js";
import { clients } from "../../../packages/rules/src/python/clients/index.js";
import { recipes } from "./clients/recipes.js";

const rules = {
  certificate: /no-disabled-certificate-verification|no-insecure-client-default/,
  host: /no-disabled-hostname-verification/,
};

describe("programs of Python's clients that the oracle runs", () => {
  it.each(recipes)(
    "$client: $asks is found, and mended where that is known",
    async ({ client, code, disables, isForPerson }) => {
      expect(clients.map(({ name }) => name)).toContain(client);
      const { findings, fixed, asked } = await judgePython(code);
      expect(findings.map((finding) => finding.split(" ")[1])).toEqual([expect.stringMatching(rules[disables])]);
      // who is verified is for a person to say
      expect(fixed).toBe(code);
      if (isForPerson) expect(asked).toBe(code);
      else expect((await judgePython(asked)).findings).toEqual([]);
    },
  );
});

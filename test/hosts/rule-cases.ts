import { readdirSync } from "node:fs";
import { vi } from "vitest";
import type { Sample } from "../harness/cases.js";
import type { Cases } from "../harness/test-rule.js";

const folder = new URL("../../packages/rules/test/rules/", import.meta.url);

/** The cases that the tests of all rules hold, each with the rule it is about; the tests themselves are not run. */
export async function collectRuleCases(): Promise<readonly Sample[]> {
  const { sampleOf } = await import("../harness/cases.js");
  const samples: Sample[] = [];
  vi.doMock("../harness/test-rule.js", () => ({
    testRule(_rule: string, { valid, invalid }: Cases) {
      const examples = [
        ...valid.map((example) => (typeof example === "string" ? { name: example, code: example } : example)),
        ...invalid,
      ];
      samples.push(...examples.map(sampleOf));
    },
  }));
  for (const file of readdirSync(folder, { encoding: "utf8", recursive: true }).filter((name) =>
    name.endsWith(".test.ts"),
  ))
    await import(new URL(file, folder).href);
  vi.doUnmock("../harness/test-rule.js");
  return samples;
}

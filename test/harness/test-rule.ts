import { type Rule, rules } from "tls-rules";
import { describe, expect, it } from "vitest";
import { assertFound, assertSilent } from "./assertions.js";
import { caretSnapshot } from "./caret-snapshot.js";
import { type Case, sampleOf } from "./cases.js";
import { engineDoor } from "./doors/engine-door.js";

export type { Case } from "./cases.js";

export interface Cases {
  /** Silent at every level and in every door. */
  readonly valid: readonly (string | Case)[];
  readonly invalid: readonly Case[];
}

/**
 * Runs each case through every door (the engine, ESLint with espree and with typescript-eslint's parser, the jscodeshift transform)
 * and requires the same findings and the same bytes of all; what is found is kept in `__snapshots__/<rule>.txt`.
 */
export function testRule(name: string, { valid, invalid }: Cases): void {
  const rule = ruleNamed(name);
  const path = `./__snapshots__/${name}.txt`;
  describe(name, () => {
    describe("is silent:", () => {
      for (const example of valid.map(named)) it(example.name, () => assertSilent(rule, sampleOf(example)));
    });
    describe("finds:", () => {
      for (const example of invalid) it(example.name, () => assertFound(rule, sampleOf(example)));
    });
    it("says what its snapshot says", async () => {
      const parts = invalid.map((example) => caretSnapshot(example, engineDoor.read(rule, sampleOf(example))));
      await expect(`${parts.join("\n\n---\n\n")}\n`).toMatchFileSnapshot(path);
    });
  });
}

function ruleNamed(name: string): Rule {
  const rule = rules.find((candidate) => candidate.name === name);
  if (!rule)
    throw new Error(`There is no rule ${name} in packages/rules/src/rules/index.ts; \`pnpm generate\` puts it there.`);
  return rule;
}

function named(example: string | Case): Case {
  return typeof example === "string" ? { name: example, code: example } : example;
}

import { defineConfig } from "vitest/config";
import workspace from "../../vitest.config.ts";

const quick = [
  "packages/policy/test/**/*.test.ts",
  "packages/rules/test/edits/**/*.test.ts",
  "packages/rules/test/source/{bounds,order,repeated-calls}.test.ts",
  "packages/rules/test/combinations.test.ts",
  "codemods/test/engine/{edit-positions,mend-text}.test.ts",
];

/** For `pnpm mutation` alone: the tests that are quick enough to be run again and again, by the code that they hold. */
export default defineConfig({
  ...workspace,
  test: {
    include: JSON.parse(process.env.TLS_CODEMOD_MUTATION_TESTS ?? JSON.stringify(quick)),
    // a bundler and a compiler of C are no part of what is changed
    exclude: ["packages/policy/test/browser-bundle.test.ts"],
    testTimeout: 60_000,
  },
});

// Changes the code in small ways, one at a time, and looks whether a test notices: `pnpm mutation --mutate "packages/policy/src/assess/**"`.
// What survives stands in .cache/mutation/report.html; docs/testing.md says what came of it.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

const USAGE = `Usage: pnpm mutation [--mutate GLOB]... [--tests GLOB]... [--concurrency N]

  --mutate GLOB    files to change, or FILE:FIRST-LAST for some of its lines; all that decide, edit or end the analysis where it is not said
  --tests GLOB     the tests that have to notice; where it is not said, all that are quick enough to be run again and again
  --concurrency N  how many tests run at a time (default 1)`;

const { values } = parseArgs({
  options: {
    mutate: { type: "string", multiple: true },
    tests: { type: "string", multiple: true },
    concurrency: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});

/** What decides, edits, and ends the analysis; tables are held by what they were generated from. */
const decisive = [
  "packages/policy/src/{assess,cipher-list,negotiate}/**/*.ts",
  "packages/rules/src/edits/*.ts",
  "packages/rules/src/source/program/{budget,questions,recursively}.ts",
  "packages/rules/src/rules/shared/combinations.ts",
  "codemods/src/engine/mending/mend-text.ts",
  "codemods/src/engine/text/edit-positions.ts",
];

const folder = ".cache/mutation";

if (values.help) console.log(USAGE);
else await run(values.mutate ?? decisive, Number(values.concurrency));

async function run(mutate, concurrency) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  if (values.tests) process.env.TLS_CODEMOD_MUTATION_TESTS = JSON.stringify(values.tests);
  const results = await new Stryker({
    mutate,
    concurrency,
    testRunner: "vitest",
    vitest: { configFile: "test/mutation/vitest.config.js" },
    plugins: ["@stryker-mutator/vitest-runner"],
    coverageAnalysis: "perTest",
    // every test would have to run for what happens only while a module is loaded
    ignoreStatic: true,
    mutator: { excludedMutations: ["StringLiteral"] },
    ignorePatterns: ["/docs", "/examples", ".cache", "dist"],
    tempDirName: `${folder}/sandbox`,
    reporters: ["clear-text", "html", "json"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: `${folder}/report.html` },
    jsonReporter: { fileName: `${folder}/report.json` },
    incremental: true,
    incrementalFile: `${folder}/incremental.json`,
    tsconfigFile: "no-tsconfig-is-rewritten.json",
    checkers: [],
  }).runMutationTest();
  if (results.length === 0) process.exitCode = 1;
}

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import LongestFirst from "./test/harness/longest-first.ts";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "tls-policy/profile-names": source("./packages/policy/src/policy/profile-names.ts"),
      "tls-policy": source("./packages/policy/src/index.ts"),
      "tls-rules/other-files/candidates": source("./packages/rules/src/other-files/candidates.ts"),
      "tls-rules/other-files": source("./packages/rules/src/other-files/index.ts"),
      "tls-rules/c/candidates": source("./packages/rules/src/c/candidates.ts"),
      "tls-rules/c": source("./packages/rules/src/analyze-c.ts"),
      "tls-rules/python/candidates": source("./packages/rules/src/python/candidates.ts"),
      "tls-rules/python": source("./packages/rules/src/analyze-python.ts"),
      "tls-rules/node-releases": source("./packages/rules/src/node-releases/declared-node.ts"),
      "tls-rules/word-finder": source("./packages/rules/src/words/word-finder.ts"),
      "tls-rules": source("./packages/rules/src/index.ts"),
      "eslint-plugin-tls/warnings": source("./packages/eslint-plugin/src/warnings.ts"),
      "eslint-plugin-tls": source("./packages/eslint-plugin/src/index.ts"),
    },
  },
  test: {
    // many tests wait for processes that they have started: Vitest would leave a core free for itself
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 100_000 } },
    projects: [
      // pure functions share their modules: loading ESLint and TypeScript anew for each file would cost more than the tests
      { extends: true, test: { name: "packages", include: ["packages/*/test/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: {
          name: "program",
          include: ["codemods/test/**/*.test.ts"],
          isolate: false,
          setupFiles: ["codemods/test/harness/small-process.ts"],
        },
      },
      { extends: true, test: { name: "system", include: ["test/**/*.test.ts"] } },
    ],
  },
});

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "tls-policy": source("./packages/policy/src/index.ts"),
      "tls-rules": source("./packages/rules/src/index.ts"),
      "eslint-plugin-tls": source("./packages/eslint-plugin/src/index.ts"),
    },
  },
  test: {
    include: ["packages/*/test/**/*.test.ts", "codemods/test/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});

import { defineConfig, globalIgnores } from "eslint/config";
import regexp from "eslint-plugin-regexp";
import simpleImportSort from "eslint-plugin-simple-import-sort";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores([
    "**/dist/",
    "**/*.generated.ts",
    "codemods/src/*/*-validator.js",
    "**/fixtures/",
    "examples/",
    "**/.cache/",
  ]),
  tseslint.configs.strict,
  {
    plugins: { "simple-import-sort": simpleImportSort },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "simple-import-sort/imports": ["error", { groups: [["^\\u0000", "^node:", "^@?\\w", "^"]] }],
      "simple-import-sort/exports": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "prefer-const": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ["codemods/src/**"],
    // one writes, the other has the streams
    ignores: ["codemods/src/terminal/show.ts", "codemods/src/terminal/host.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            ":matches(MemberExpression[property.name=/^(write|writev|end|cork)$/] > Identifier[name=/^std(out|err)$/].object, MemberExpression[property.name=/^(write|writev|end|cork)$/] > MemberExpression[property.name=/^std(out|err)$/].object)",
          message:
            "What is shown may come from a hostile repository: use `show`, `showLines` or `send` of terminal/show.ts.",
        },
        {
          selector:
            ":matches(MemberExpression[object.name='process'][property.name=/^std(out|err)$/], VariableDeclarator[init.name='process'] Property[key.name=/^std(out|err)$/])",
          message: "The streams of the process are in `Host`.",
        },
      ],
    },
  },
  {
    files: ["codemods/src/**"],
    ignores: ["codemods/src/files/regular-file.ts", "codemods/src/files/write-atomic.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            ...["node:fs", "fs"].map((name) => ({
              name,
              importNames: [
                "default",
                "promises",
                "open",
                "openSync",
                "openAsBlob",
                "readFile",
                "readFileSync",
                "createReadStream",
                "ReadStream",
                "copyFile",
                "copyFileSync",
                "cp",
                "cpSync",
              ],
              message: "A file of a repository may be a link, a device or a pipe: use files/regular-file.ts.",
            })),
            ...["node:fs/promises", "fs/promises"].map((name) => ({
              name,
              message: "A file of a repository may be a link, a device or a pipe: use files/regular-file.ts.",
            })),
          ],
        },
      ],
    },
  },
  {
    // what is scanned is hostile; tests read what they wrote
    ignores: ["**/test/**"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      // a sticky expression is tried in one place
      "regexp/no-super-linear-move": ["error", { report: "potential", ignoreSticky: true }],
    },
  },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  { files: ["tools/**", "codemods/bin/**", "**/test/**"], rules: { "no-console": "off" } },
);

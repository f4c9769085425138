import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const weak = (indent: string) =>
  `${indent}import tls from "node:tls";\n${indent}export const open = (host) => tls.connect({ host, rejectUnauthorized: false });\n`;
const typed = (indent: string) => weak(indent).replace("(host)", "(host: string)");
const script = (attributes: string, code: string) => `<script${attributes}>\n${code}</script>\n`;
const module = { "package.json": '{ "type": "module" }\n' };

/** What is installed beside a configuration that `init` has written. */
function install(folder: Folder): void {
  const modules = join(folder.path, "node_modules");
  mkdirSync(modules);
  for (const name of [
    "eslint",
    "typescript",
    "typescript-eslint",
    "vue-eslint-parser",
    "svelte",
    "svelte-eslint-parser",
  ])
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  symlinkSync(join(root, "packages/eslint-plugin"), join(modules, "eslint-plugin-tls"));
}

describe("After init ESLint finds what check finds, in", () => {
  it.each([
    ["JavaScript", { "src/a.js": weak("") }],
    ["JSX", { "src/a.jsx": `${weak("")}export const page = <a>ok</a>;\n` }],
    ["TypeScript", { "tsconfig.json": "{}\n", "src/a.ts": typed(""), "src/b.mts": typed(""), "src/c.cts": typed("") }],
    ["TypeScript with JSX", { "src/a.tsx": `${typed("")}export const page = <a>ok</a>;\n` }],
    ["Vue", { "src/a.vue": script("", weak("")) }],
    ["Vue with TypeScript", { "src/b.ts": "export {};\n", "src/a.vue": script(' lang="ts"', typed("")) }],
    ["Svelte", { "src/a.svelte": script("", weak("  ")) }],
    ["Svelte with TypeScript", { "src/b.ts": "export {};\n", "src/a.svelte": script(' lang="ts"', typed("  ")) }],
    [
      "all of them",
      { "a.js": weak(""), "a.ts": typed(""), "a.vue": script("", weak("")), "a.svelte": script("", weak("")) },
    ],
  ])("%s", async (_name, files) => {
    const folder = createRepository({ ...module, ".gitignore": "node_modules\n", ...files });
    const { stdout } = await run(folder, ["init", "--yes"]);
    expect(stdout).toContain("wrote eslint.config.js\n");
    install(folder);
    const linted = await new ESLint({ cwd: folder.path }).lintFiles(["."]);
    const inEslint = linted.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line }) => `${filePath.slice(folder.path.length + 1)}:${line} ${ruleId}`),
    );
    const checked = await run(folder, ["check", "--format", "json", "--exclude", "eslint.config.js"]);
    const { findings } = JSON.parse(checked.stdout) as {
      findings: readonly { path: string; line: number; rule: string }[];
    };
    expect(findings).not.toEqual([]);
    expect(inEslint.sort()).toEqual(findings.map(({ path, line, rule }) => `${path}:${line} tls/${rule}`).sort());
    expect(checked.exitCode).toBe(linted.some(({ errorCount }) => errorCount > 0) ? 1 : 0);
  });
});

describe("init", () => {
  it("names the parsers to install, and reads no file that git ignores", async () => {
    const folder = createRepository({
      ...module,
      ".gitignore": "dist\n",
      "dist/a.vue": "",
      "src/a.ts": "",
      "src/b.svelte": "",
    });
    const { stdout } = await run(folder, ["init", "--yes"]);
    expect(stdout).toContain(
      "next: npm install --save-dev eslint eslint-plugin-tls typescript-eslint svelte-eslint-parser\n",
    );
    expect(folder.read("eslint.config.js")).toBe(`import { defineConfig } from "eslint/config";
import tls from "eslint-plugin-tls";
import tseslint from "typescript-eslint";
import svelteParser from "svelte-eslint-parser";

export default defineConfig([
  tls.configs.recommended,
  { files: ["**/*.{ts,mts,cts,tsx}"], languageOptions: { parser: tseslint.parser } },
  { files: ["**/*.svelte"], languageOptions: { parser: svelteParser, parserOptions: { parser: tseslint.parser } } },
]);
`);
  });

  it("says when a configuration that is there reads no file of a language, with the lines to add", async () => {
    const config = `import tls from "eslint-plugin-tls";\nexport default [tls.configs.recommended];\n`;
    const folder = createRepository({ ...module, "eslint.config.js": config, "src/a.ts": "", "src/a.vue": "" });
    expect((await run(folder, ["init"])).stdout).toContain(
      `eslint.config.js is there already, reads no TypeScript and Vue, and stays as it is. Add to it:

    import tseslint from "typescript-eslint";
    import vueParser from "vue-eslint-parser";

    // in the array of configs:
      { files: ["**/*.{ts,mts,cts,tsx}"], languageOptions: { parser: tseslint.parser } },
      { files: ["**/*.vue"], languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } } },
`,
    );
  });

  it.each([
    ["its parser", 'import tseslint from "typescript-eslint";'],
    ["the parser alone", 'import parser from "@typescript-eslint/parser";'],
    ["what brings it", 'import next from "eslint-config-next";'],
  ])("leaves a configuration alone that has %s", async (_name, line) => {
    const config = `${line}\nimport tls from "eslint-plugin-tls";\nexport default [tls.configs.recommended];\n`;
    const folder = createRepository({ ...module, "eslint.config.js": config, "src/a.ts": "" });
    expect((await run(folder, ["init"])).stdout).toContain("eslint.config.js is there already and stays as it is.\n");
  });
});

describe("init --check", () => {
  const entry = (text: string) => ({ ...module, "eslint.config.js": text });
  const plugin = 'import tls from "eslint-plugin-tls";\n';

  it.each([
    ["no configuration", module, 1, "ESLint has no configuration here. `npx tls-codemod init` shows one"],
    ["one without the plugin", entry("export default [];\n"), 1, "tls.configs.recommended"],
    [
      "one that reads no language of the repository",
      { ...entry(`${plugin}export default [tls.configs.recommended];\n`), "src/a.ts": typed("") },
      1,
      "eslint.config.js is there already, reads no TypeScript, and stays as it is.",
    ],
    [
      "one that reads all",
      {
        ...entry(`${plugin}import tseslint from "typescript-eslint";\nexport default [tls.configs.recommended];\n`),
        "src/a.ts": typed(""),
      },
      0,
      "eslint.config.js has the rules, and a parser for each language of the repository.",
    ],
    ["no package.json", { "a.js": weak("") }, 0, "ESLint is left out: there is no package.json here."],
  ])("tells %s", async (_name, files, exitCode, words) => {
    const folder = createRepository(files);
    const { stdout, exitCode: given } = await run(folder, ["init", "--check"], {
      env: { npm_config_user_agent: "npm/11.0.0 node/v22.0.0" },
    });
    expect(stdout).toContain(words);
    expect(given).toBe(exitCode);
    expect(folder.git("status", "--porcelain")).toBe("");
  });

  it("writes nothing, so that it does not go with --yes", async () => {
    const { exitCode, stderr } = await run(createRepository(module), ["init", "--check", "--yes"]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("--check")]);
  });
});

import { spawnSync } from "node:child_process";
import { relative } from "node:path";
import type { ESLint } from "eslint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createProject, type TemporaryProject } from "./temporary-project.js";

// ESLint says on stderr that threads do not pay for so few files
const env = { ...process.env, NODE_NO_WARNINGS: "1" };

const hosts = [{ name: "ESLint 10", eslint: "node_modules/eslint" }];

const files = {
  "src/crash.js": "import tls from 'node:tls';\n\ntls.connect({ secureProtocol: 'SSLv3_method' }); // grade fix\n",
  "src/weak.cjs": "const tls = require('tls');\ntls.connect({ minVersion: 'TLSv1' }); // grade upgrade\n",
  "src/windows.ts": "\uFEFFimport https from 'node:https';\r\n\r\nnew https.Agent({\r\n\trejectUnauthorized: false as boolean,\r\n}); // grade ask\r\n",
  "src/undecided.js": "import tls from 'node:tls';\n\ntls.connect({ rejectUnauthorized: process.argv.length > 2 });\n",
  "src/clean.js": "export const answer = 42;\n",
};

const typescript = '{ files: ["**/*.ts"], languageOptions: { parser } }';

const flatConfigs = {
  recommended: `import parser from "@typescript-eslint/parser";
import { defineConfig } from "eslint/config";
import tls from "eslint-plugin-tls";

export default defineConfig([tls.configs.recommended, ${typescript}]);
`,
  strict: `import parser from "@typescript-eslint/parser";
import { defineConfig } from "eslint/config";
import tls from "eslint-plugin-tls";

export default defineConfig([{ plugins: { tls }, extends: ["tls/strict"], settings: { tls: { node: ">=20" } } }, ${typescript}]);
`,
};

const commonjsConfig = `const parser = require("@typescript-eslint/parser");
const tls = require("eslint-plugin-tls");

module.exports = [tls.configs.recommended, ${typescript}];
`;

describe.each(hosts)("$name", ({ eslint }) => {
  let project: TemporaryProject;

  beforeEach(() => {
    project = createProject({ eslint, "@typescript-eslint/parser": "node_modules/@typescript-eslint/parser" });
    project.write({ "package.json": '{ "type": "module" }\n', ...files });
  });

  afterEach(() => project.remove());

  /** Runs the real command and answers what it found, one line for each message. */
  function lint(...options: readonly string[]): readonly string[] {
    const bin = "node_modules/eslint/bin/eslint.js";
    const { stdout, stderr } = spawnSync(process.execPath, [bin, "src", "--format", "json", ...options], { cwd: project.folder, encoding: "utf8", env });
    expect(stderr).toBe("");
    const results = JSON.parse(stdout) as ESLint.LintResult[];
    return results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, messageId, message }) => `${relative(project.folder, filePath)}:${line}:${column} ${ruleId ?? message} ${messageId}`),
    );
  }

  const errors = [
    "src/crash.js:3:15 tls/no-legacy-secure-protocol historic",
    "src/weak.cjs:2:15 tls/no-deprecated-protocol-version allows",
    "src/windows.ts:4:2 tls/no-disabled-certificate-verification disabled",
  ];

  it("reports errors and warnings with recommended", () => {
    project.write({ "eslint.config.js": flatConfigs.recommended });
    expect(lint()).toEqual(errors);
  });

  it("reports the same from a CommonJS configuration", () => {
    project.write({ "eslint.config.cjs": commonjsConfig });
    expect(lint()).toEqual(errors);
  });

  it("reports what cannot be decided too with strict, extended by name", () => {
    project.write({ "eslint.config.js": flatConfigs.strict });
    expect(lint()).toEqual([errors[0], "src/undecided.js:3:15 tls/no-disabled-certificate-verification undecided", errors[1], errors[2]]);
  });

  it("applies grade fix with --fix, and nothing else", () => {
    project.write({ "eslint.config.js": flatConfigs.recommended });
    expect(lint("--fix")).toEqual(errors.slice(1));
    const fixed = files["src/crash.js"].replace("secureProtocol: 'SSLv3_method'", "minVersion: 'TLSv1.2'");
    expect(Object.keys(files).map((path) => project.read(path))).toEqual(Object.values({ ...files, "src/crash.js": fixed }));
  });

  it("reports the same from several threads", () => {
    project.write({ "eslint.config.js": flatConfigs.recommended });
    expect(lint("--concurrency", "2")).toEqual(errors);
  });
});

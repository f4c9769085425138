import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { described, type Said } from "../harness/said.js";
import { canReachRegistry, type InstalledProject, installProject } from "./installed-project.js";
import { type PackedWorkspace, packWorkspace } from "./tarballs.js";
import { root } from "./workspace-packages.js";

const isOnline = await canReachRegistry();
const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  devDependencies: Readonly<Record<string, string>>;
};
const others = Object.fromEntries(
  ["eslint", "typescript", "typescript-eslint", "vue-eslint-parser"].map((name) => [name, devDependencies[name]!]),
);

const error = `import tls from "node:tls";\nexport const open = (host: string) => tls.connect({ host, rejectUnauthorized: false });\n`;
const warning = `import tls from "node:tls";\nexport const open = (host: string) => tls.connect({ host, maxVersion: "TLSv1.2" });\n`;
const plain = (text: string) => text.replaceAll(": string", "");
const component = (text: string) => `<script lang="ts">\n${text}</script>\n`;
const python = "import ssl\nssl.create_default_context().check_hostname = False\n";

const kinds: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  ["TypeScript", { "tsconfig.json": "{}\n", "src/a.ts": error, "src/b.mts": warning, "test/c.test.ts": error }],
  ["TypeScript without an error", { "tsconfig.json": "{}\n", "src/b.ts": warning, "test/c.test.ts": error }],
  ["Vue", { "src/App.vue": component(error), "src/main.ts": warning }],
  [
    "JavaScript",
    {
      "src/a.js": plain(error),
      "src/b.cjs": plain(warning)
        .replace('import tls from "node:tls"', 'const tls = require("node:tls")')
        .replace("export const", "const"),
    },
  ],
  ["JavaScript with nothing to find", { "src/a.js": "export {};\n" }],
  [
    "several languages",
    {
      "web/a.ts": error,
      "web/b.jsx": `${plain(warning)}export const page = <a>ok</a>;\n`,
      "service/a.py": python,
      Dockerfile: "FROM node:22\n",
    },
  ],
];

/** Those that ESLint reads, of findings. */
const isProgram = ({ path, level }: Said) => /\.(?:[cm]?[jt]sx?|vue)$/.test(path) && level !== "note";

describe.skipIf(!isOnline)("After `npx tls-codemod init --yes` of the tarballs ESLint and check agree, in", () => {
  let packed: PackedWorkspace;
  let installed: InstalledProject;

  beforeAll(async () => {
    packed = await packWorkspace();
    installed = await installProject("npm", packed.tarballs, others);
  });
  afterAll(() => [installed, packed].forEach((each) => each?.remove()));

  function createRepository(name: string, files: Readonly<Record<string, string>>): string {
    const folder = join(installed.folder, "repositories", name);
    for (const [path, text] of Object.entries({
      ...files,
      "package.json": '{ "type": "module" }\n',
      ".gitignore": "node_modules\n",
    })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    symlinkSync(join(installed.folder, "node_modules"), join(folder, "node_modules"));
    return folder;
  }

  /** What a program of the project prints, and how it ends. */
  const exec = (folder: string, ...words: readonly string[]) => {
    const program = join(folder, "node_modules/.bin", words[0]!);
    const { status, stdout, stderr } = spawnSync(program, words.slice(1), { cwd: folder, encoding: "utf8" });
    return { status, stdout, stderr };
  };

  it.each(kinds)("a repository of %s", (name, files) => {
    const folder = createRepository(name, files);
    expect(exec(folder, "tls-codemod", "init", "--yes")).toMatchObject({ status: 0 });
    expect(exec(folder, "tls-codemod", "init", "--check")).toMatchObject({ status: 0 });
    const checked = exec(folder, "tls-codemod", "check", "--format", "json");
    const { findings } = JSON.parse(checked.stdout) as { findings: readonly Said[] };
    const linted = exec(folder, "eslint", "--format", "json", ".");
    const said = (JSON.parse(linted.stdout || "[]") as ESLint.LintResult[]).flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, severity }) => ({
        path: filePath.slice(folder.length + 1),
        line,
        column,
        rule: ruleId!.split("/")[1]!,
        level: severity === 2 ? "error" : "warning",
      })),
    );
    expect(said.map(described).sort(), linted.stderr).toEqual(findings.filter(isProgram).map(described).sort());
    expect(linted.status).toBe(checked.status);
    if (Object.keys(files).length > 1) expect(said.length).toBeGreaterThan(0);
  });
});

import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";

const written = ["tls-codemod.config.json", "eslint.config.js", ".github/workflows/tls.yml"];
const module = { "package.json": '{ "type": "module" }\n' };
const initial = (folder: Folder) => folder.git("ls-files").trim();
const untracked = (folder: Folder) =>
  folder
    .git("status", "--porcelain", "--untracked-files=all")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.slice(3))
    .sort();

describe("init", () => {
  it("without a terminal shows a diff that git takes, says how to write, and writes nothing", async () => {
    const folder = createRepository(module);
    const { exitCode, stdout, stderr } = await run(folder, ["init"]);
    expect([exitCode, stderr, untracked(folder)]).toEqual([0, "", []]);
    const [patch, said] = [
      stdout.slice(0, stdout.indexOf("Nothing was written.")),
      stdout.slice(stdout.indexOf("Nothing was written.")),
    ];
    expect(said).toBe("Nothing was written. To write them: tls-codemod init --yes\n");
    folder.write({ ".git/init.patch": patch });
    folder.git("apply", ".git/init.patch");
    const applied = written.map((name) => folder.read(name));
    folder.git("clean", "-fdq");
    await run(folder, ["init", "--yes"]);
    expect(written.map((name) => folder.read(name))).toEqual(applied);
  });

  it("writes with --yes, says what comes next, and finds nothing to do the second time", async () => {
    const folder = createRepository(module);
    const first = await run(folder, ["init", "--yes"]);
    expect(first.exitCode).toBe(0);
    expect(first.stdout.slice(first.stdout.indexOf("wrote "))).toBe(
      `${written.map((name) => `wrote ${name}\n`).join("")}next: npm install --save-dev eslint eslint-plugin-tls\n      tls-codemod check\n`,
    );
    expect(untracked(folder)).toEqual([...written].sort());
    const before = written.map((name) => folder.read(name));
    const second = await run(folder, ["init", "--yes", "--profile", "modern"]);
    expect(second).toMatchObject({
      exitCode: 0,
      stdout: `${written.map((name) => `${name} is there already and stays as it is.\n`).join("")}Nothing to write.\n`,
    });
    expect(written.map((name) => folder.read(name))).toEqual(before);
  });

  it.each([
    ["y", true],
    ["yes", true],
    ["", false],
    ["n", false],
  ])("on a terminal asks, and takes %j for %j", async (answer, isWritten) => {
    const folder = createRepository(module);
    const { exitCode, stdout, stderr } = await run(folder, ["init"], {
      stdin: Readable.from([`${answer}\n`]),
      isTerminal: true,
    });
    expect(stderr).toContain("Write 3 files? [y/N] ");
    expect([exitCode, untracked(folder).length > 0, stdout.includes("Nothing was written.")]).toEqual([
      0,
      isWritten,
      !isWritten,
    ]);
  });

  it.each([
    [["init", "--no-interactive"], {}],
    [["init"], { CI: "true" }],
  ])("does not ask: %j with %j", async (words, env) => {
    const folder = createRepository(module);
    const { exitCode, stderr } = await run(folder, words, { stdin: Readable.from(["y\n"]), isTerminal: true, env });
    expect([exitCode, stderr, untracked(folder)]).toEqual([0, "", []]);
  });

  it("sets up the root of the repository, from a subfolder too", async () => {
    const folder = createRepository({ ...module, "sub/a.js": "" });
    await run(folder, ["init", "--yes"], { cwd: join(folder.path, "sub") });
    expect(untracked(folder)).toEqual([...written].sort());
  });

  it("writes a configuration that the next check uses", async () => {
    const folder = createRepository({ ...module, "a.js": "" });
    await run(folder, ["init", "--yes", "--profile", "legacy"]);
    const { exitCode, stdout } = await run(folder, ["check", "--format", "json"]);
    expect([exitCode, JSON.parse(stdout).policy.profile]).toEqual([0, "legacy"]);
    expect(folder.read("eslint.config.js")).toContain("tls.configs.legacy");
  });

  it("repeats the profile in the command that writes", async () => {
    expect((await run(createFolder(), ["init", "--profile", "modern"])).stdout).toContain(
      "tls-codemod init --profile modern --yes\n",
    );
  });
});

describe("init leaves as it is", () => {
  const eslint = `import js from '@eslint/js';
export default [js.configs.recommended];
`;

  it("a flat config, and shows the lines to add", async () => {
    const folder = createRepository({ ...module, "eslint.config.mjs": eslint });
    const { stdout } = await run(folder, ["init", "--yes"]);
    expect(stdout).toContain(
      `eslint.config.mjs is there already and stays as it is. Add to it:

    import tls from "eslint-plugin-tls";

    // in the array of configs:
      tls.configs.recommended,
`,
    );
    expect(folder.read("eslint.config.mjs")).toBe(eslint);
    expect(untracked(folder)).not.toContain("eslint.config.js");
  });

  it.each(["eslint.config.cjs", "eslint.config.ts"])("%s, with the import that it takes", async (name) => {
    const { stdout } = await run(createRepository({ ...module, [name]: "" }), ["init"]);
    expect(stdout).toContain(
      name.endsWith("cjs")
        ? '    const tls = require("eslint-plugin-tls");\n'
        : '    import tls from "eslint-plugin-tls";\n',
    );
  });

  it.each([
    [{ ".eslintrc.json": "{}" }, ".eslintrc.json"],
    [{ "package.json": '{ "eslintConfig": {} }' }, "package.json: `eslintConfig`"],
  ])("ESLint's old format: %j", async (files, name) => {
    const folder = createRepository({ ...module, ...files });
    expect((await run(folder, ["init", "--yes"])).stdout).toContain(
      `ESLint is left out: ${name} is of a format that ESLint 9 gave up; move it to eslint.config.js first.\n`,
    );
    expect(untracked(folder)).toEqual([".github/workflows/tls.yml", "tls-codemod.config.json"]);
  });

  it("ESLint where there is no package.json", async () => {
    const folder = createRepository({ Dockerfile: "FROM node\n" });
    const { stdout } = await run(folder, ["init", "--yes"]);
    expect(stdout).toContain("ESLint is left out: there is no package.json here.\n");
    expect(stdout).toMatch(/\nnext: tls-codemod check\n$/);
  });

  it("a configuration in package.json", async () => {
    const folder = createRepository({ "package.json": '{ "tls-codemod": { "profile": "modern" } }' });
    expect((await run(folder, ["init", "--yes"])).stdout).toContain(
      "package.json: `tls-codemod` is there already and stays as it is.\n",
    );
    expect(untracked(folder)).not.toContain("tls-codemod.config.json");
  });

  it("a workflow that calls the tool under another name, and one of the same name that does not", async () => {
    const calling = createRepository({ ...module, ".github/workflows/security.yaml": "run: npx tls-codemod\n" });
    expect((await run(calling, ["init"])).stdout).toContain(
      ".github/workflows/security.yaml is there already and stays as it is.\n",
    );
    const other = createRepository({ ...module, ".github/workflows/tls.yml": "name: certificates\n" });
    expect((await run(other, ["init", "--yes"])).stdout).toContain(
      ".github/workflows/tls.yml is there already and stays as it is. Add to it:\n",
    );
    expect(other.read(".github/workflows/tls.yml")).toBe("name: certificates\n");
  });

  it("a link to nothing", async () => {
    const folder = createRepository(module);
    symlinkSync("/nowhere", join(folder.path, "tls-codemod.config.json"));
    expect((await run(folder, ["init", "--yes"])).stdout).toContain("tls-codemod.config.json is there already");
  });
});

describe("init on GitLab", () => {
  const files = {
    ...module,
    ".gitlab-ci.yml": `test:
  script: npm test
`,
  };

  it("writes a job of its own and shows how to include it", async () => {
    const folder = createRepository(files);
    const { stdout } = await run(folder, ["init", "--yes"]);
    expect(stdout).toContain(
      `.gitlab-ci.yml is there already and stays as it is. Add to it:

    include:
      - local: .gitlab/tls.yml
`,
    );
    expect(untracked(folder)).toContain(".gitlab/tls.yml");
    expect(parse(folder.read(".gitlab/tls.yml"))["tls-options"].artifacts.reports.codequality).toBe("tls-options.json");
    expect(initial(folder)).not.toContain(".github");
  });

  it("has nothing left to do once the job is included", async () => {
    const folder = createRepository(files);
    await run(folder, ["init", "--yes"]);
    folder.write({ ".gitlab-ci.yml": `include:\n  - local: .gitlab/tls.yml\n${files[".gitlab-ci.yml"]}` });
    const { stdout } = await run(folder, ["init", "--yes"]);
    expect(stdout).toMatch(/^\.gitlab\/tls\.yml is there already and stays as it is\.\nNothing to write\.\n/m);
  });
});

describe("init that cannot write", () => {
  it("says which file and how to go on", async () => {
    const folder = createRepository({ ...module, ".github": "a file\n" });
    const { exitCode, stderr } = await run(folder, ["init", "--yes"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${join(folder.path, ".github/workflows/tls.yml")} could not be written: `);
    expect(folder.read(".github")).toBe("a file\n");
  });

  it("names the package manager's own command", async () => {
    const folder = createRepository({ ...module, "pnpm-lock.yaml": "" });
    mkdirSync(join(folder.path, ".github"));
    expect((await run(folder, ["init", "--yes"])).stdout).toContain(
      "next: pnpm add --save-dev eslint eslint-plugin-tls\n",
    );
  });
});

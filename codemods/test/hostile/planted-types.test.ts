import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { spawned } from "../harness/spawn.js";
import { plant } from "./planted.js";

const program = 'foo({ minVersion: "TLSv1", host: "x" });\n';
const commands = [["check"], ["fix"], ["explain", "a.js:1"], ["baseline"], ["check", "--types"], ["fix", "--types"]];

/** What a repository may hold where Node would look for ts-morph, by where that is. */
const disguises: Readonly<Record<string, (javascript: string) => Readonly<Record<string, string>>>> = {
  "a package that has its name": (javascript) => ({
    "package.json": '{ "name": "ts-morph", "exports": "./t.cjs", "tls-codemod": { "types": true } }\n',
    "t.cjs": javascript,
  }),
  "a committed installation": (javascript) => ({
    "tls-codemod.config.json": '{ "types": true }\n',
    "tsconfig.json": "{}\n",
    "node_modules/ts-morph/package.json": '{ "name": "ts-morph", "version": "28.0.0", "main": "t.cjs" }\n',
    "node_modules/ts-morph/t.cjs": javascript,
  }),
  "a folder of modules, by the path of a tsconfig.json": (javascript) => ({
    "tls-codemod.config.json": '{ "types": "sub/tsconfig.json" }\n',
    "sub/tsconfig.json": '{ "compilerOptions": { "plugins": [{ "name": "ts-morph" }] } }\n',
    "node_modules/ts-morph/index.js": javascript,
    "sub/node_modules/ts-morph/index.js": javascript,
  }),
};

describe.each(Object.entries(disguises))("types from %s", (_, disguise) => {
  it.each(commands)("are not loaded by %s %s", async (...words) => {
    const planted = plant();
    const repository = createRepository({ "a.js": program, ...disguise(planted.javascript) });
    const { exitCode, stderr } = await run(repository, words);
    expect([planted.hasRun(), stderr]).toEqual([false, expect.not.stringContaining("a mistake of tls-codemod")]);
    expect(exitCode).toBeLessThan(4);
  });

  it("are not loaded from a folder below, by the program as users start it", async () => {
    const planted = plant();
    const repository = createRepository({ "sub/a.js": program, ...disguise(planted.javascript) });
    const { code, stderr } = await spawned({ ...repository, path: join(repository.path, "sub") }, ["--types"]);
    expect([planted.hasRun(), code, stderr]).toEqual([
      false,
      1,
      expect.not.stringContaining("a mistake of tls-codemod"),
    ]);
  });
});

describe("outside of a repository", () => {
  /** A folder of somebody else, with a folder of ours in it. */
  function inFolderOfOthers(files: Readonly<Record<string, string>>) {
    const others = createFolder(files);
    const path = join(others.path, "ours");
    mkdirSync(path, { recursive: true });
    return { ...others, path };
  }

  it("no configuration of a folder above counts", async () => {
    const planted = plant();
    const ours = inFolderOfOthers({
      "tls-codemod.config.json": '{ "types": true, "failOn": "none" }\n',
      "node_modules/ts-morph/index.js": planted.javascript,
      "ours/a.js": program,
    });
    expect((await spawned(ours, [])).code).toBe(1);
    expect(planted.hasRun()).toBe(false);
  });

  it("that of the working folder does", async () => {
    const folder = createFolder({ "a.js": program, "tls-codemod.config.json": '{ "failOn": "none" }\n' });
    expect((await spawned(folder, [])).code).toBe(0);
  });

  it("in a repository that of a folder above does, up to its root", async () => {
    const repository = createRepository({ "sub/a.js": program, "tls-codemod.config.json": '{ "failOn": "none" }\n' });
    const sub = { ...repository, path: join(repository.path, "sub") };
    expect((await spawned(sub, [])).code).toBe(0);
    repository.write({ "sub/.git/HEAD": "ref: refs/heads/main\n" });
    expect((await spawned(sub, [])).code).toBe(1);
    expect(dirname(sub.path)).toBe(repository.path);
  });
});

describe("--trust-project", () => {
  it("is what runs the project's own ts-morph, and only when it is typed", async () => {
    const planted = plant();
    const files = {
      "a.js": program,
      "node_modules/ts-morph/package.json": '{ "name": "ts-morph", "version": "28.0.0", "main": "t.cjs" }\n',
      "node_modules/ts-morph/t.cjs": planted.javascript,
    };
    const asking = createRepository({
      ...files,
      "tls-codemod.config.json": '{ "types": true, "trustProject": true }\n',
    });
    expect(await spawned(asking, [])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there is no field `trustProject`"),
    });
    expect(planted.hasRun()).toBe(false);
    const repository = createRepository(files);
    await run(repository, ["--types", "--trust-project"]);
    expect(planted.hasRun()).toBe(true);
  });

  it("takes no ts-morph of a folder above the repository", async () => {
    const planted = plant();
    const others = createFolder({ "node_modules/ts-morph/index.js": planted.javascript, "ours/a.js": program });
    others.git("init", "--quiet", "ours");
    const { code, stderr } = await spawned({ ...others, path: join(others.path, "ours") }, [
      "--types",
      "--trust-project",
    ]);
    expect([code, planted.hasRun()]).toEqual([2, false]);
    expect(stderr).toContain("the project has no ts-morph");
  });
});

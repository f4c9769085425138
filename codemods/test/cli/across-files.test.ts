import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";

/** The state stands in git's own folder. */
const env = { TLS_CODEMOD_STATE: "" };

interface Finding {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly grade: string;
  readonly certainty: string;
}

/** What is found, each as `path:line certainty grade`. */
async function found(folder: Folder, ...words: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run(folder, ["check", "--format", "json", "--fail-on", "none", ...words], { env });
  return (JSON.parse(stdout).findings as readonly Finding[]).map(
    ({ path, line, certainty, grade }) => `${path}:${line} ${certainty} ${grade}`,
  );
}

const esm = "export const options = { minVersion: 'TLSv1' };\n";
const cjs = "exports.options = { minVersion: 'TLSv1' };\n";
const connect = "require('tls').connect(options);\n";
const connectModule = `import tls from 'node:tls';
tls.connect(options);
`;
const application = { "package.json": '{ "private": true, "name": "app" }\n' };

describe("options of one file that another hands to a TLS call", () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      "ES modules",
      { "config.js": esm, "main.js": `import { options } from './config.js';\n${connectModule}` },
      "config.js:1",
    ],
    [
      "CommonJS",
      { "config.js": cjs, "main.js": `const { options } = require('./config');\n${connect}` },
      "config.js:1",
    ],
    [
      "module.exports as a whole",
      {
        "config.js": "module.exports = { minVersion: 'TLSv1' };\n",
        "main.js": `const options = require('./config.js');\n${connect}`,
      },
      "config.js:1",
    ],
    [
      "a default export",
      {
        "config.js": "export default { minVersion: 'TLSv1' };\n",
        "main.js": `import options from './config.js';\n${connectModule}`,
      },
      "config.js:1",
    ],
    [
      "TypeScript by the name of its output",
      { "config.ts": esm, "main.ts": `import { options } from './config.js';\n${connectModule}` },
      "config.ts:1",
    ],
    [
      "a barrel file",
      {
        "config/tls.ts": esm,
        "config/index.ts": "export * from './tls';\n",
        "main.ts": `import { options } from './config';\n${connectModule}`,
      },
      "config/tls.ts:1",
    ],
    [
      "an export under another name",
      {
        "a.js": esm,
        "b.js": "export { options as secure } from './a.js';\n",
        "main.js": `import { secure as options } from './b.js';\n${connectModule}`,
      },
      "a.js:1",
    ],
    [
      "a folder that is named by dots",
      { "lib/index.js": cjs, "lib/net/main.js": `const { options } = require('..');\n${connect}` },
      "lib/index.js:1",
    ],
    [
      "a static field of a class",
      {
        "config.js": "export class Config { static tls = { minVersion: 'TLSv1' }; }\n",
        "main.js": `import tls from 'node:tls';
import { Config } from './config.js';
tls.connect(Config.tls);
`,
      },
      "config.js:1",
    ],
    [
      "a spread into another object",
      {
        "config.js": cjs,
        "main.js": `const { options } = require('./config');
require('tls').connect({ host, ...options });
`,
      },
      "config.js:1",
    ],
    [
      "files that import each other",
      {
        "config.js": `import { host } from './main.js';\n${esm}`,
        "main.js": `import { options } from './config.js';\nexport const host = 'a';\n${connectModule}`,
      },
      "config.js:2",
    ],
    [
      "a folder whose package.json names the file",
      {
        "package.json": '{ "private": true }\n',
        "lib/package.json": '{ "main": "./tls/options.js" }\n',
        "lib/tls/options.js": cjs,
        "main.js": `const { options } = require('./lib');\n${connect}`,
      },
      "lib/tls/options.js:1",
    ],
    [
      "a folder whose package.json names a folder",
      {
        "package.json": '{ "private": true, "main": "lib" }\n',
        "lib/index.js": cjs,
        "test/main.js": `const { options } = require('..');\n${connect}`,
      },
      "lib/index.js:1",
    ],
    [
      "a folder whose package.json names a folder with a slash at its end",
      {
        "package.json": '{ "private": true, "main": "lib/" }\n',
        "lib/index.js": cjs,
        "test/main.js": `const { options } = require('..');\n${connect}`,
      },
      "lib/index.js:1",
    ],
    [
      "folders that a tsconfig.json makes one",
      {
        "tsconfig.json": '{ "compilerOptions": { "rootDirs": ["src", "generated"] } }\n',
        "generated/config/tls.ts": esm,
        "src/config/main.ts": `import { options } from './tls';\n${connectModule}`,
      },
      "generated/config/tls.ts:1",
    ],
    [
      "paths of a tsconfig.json",
      {
        "tsconfig.json":
          '{ "compilerOptions": { "paths": { "@config": ["./src/tls-options.ts"], "@/*": ["./src/*"] } } }\n',
        "src/tls-options.ts": esm,
        "src/main.ts": `import { options } from '@config';\n${connectModule}`,
      },
      "src/tls-options.ts:1",
    ],
    [
      "paths of a tsconfig.json that another one refers to",
      {
        "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }\n',
        "tsconfig.app.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": ["src"] }\n',
        "src/config/tls.ts": esm,
        "src/main.ts": `import { options } from '@/config/tls';\n${connectModule}`,
      },
      "src/config/tls.ts:1",
    ],
    [
      "a pattern of paths",
      {
        "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }\n',
        "src/config/tls.ts": esm,
        "src/main.ts": `import { options } from '@/config/tls';\n${connectModule}`,
      },
      "src/config/tls.ts:1",
    ],
    [
      "a package of the workspace that is not installed",
      {
        "package.json": '{ "private": true, "workspaces": ["packages/*"] }\n',
        "packages/config/package.json": '{ "private": true, "name": "@acme/config", "main": "./src/index.js" }\n',
        "packages/config/src/index.js": cjs,
        "packages/app/main.js": `const { options } = require('@acme/config');\n${connect}`,
      },
      "packages/config/src/index.js:1",
    ],
    [
      "a tsconfig.json that extends one of a package",
      {
        "tsconfig.json": '{ "extends": "@acme/tsconfig/base.json" }\n',
        ".gitignore": "node_modules\n",
        "node_modules/@acme/tsconfig/package.json": '{ "name": "@acme/tsconfig" }\n',
        "node_modules/@acme/tsconfig/base.json":
          '{ "compilerOptions": { "paths": { "config": ["${configDir}/config.ts"] } } }\n',
        "config.ts": esm,
        "main.ts": `import { options } from 'config';\n${connectModule}`,
      },
      "config.ts:1",
    ],
    [
      "the package's own name",
      {
        "package.json": '{ "private": true, "name": "app", "exports": { "./config": "./config.js" } }\n',
        "config.js": esm,
        "main.js": `import { options } from 'app/config';\n${connectModule}`,
      },
      "config.js:1",
    ],
    [
      "imports of a package.json",
      {
        "package.json": '{ "private": true, "imports": { "#tls": "./config/tls.js" } }\n',
        "config/tls.js": esm,
        "main.js": `import { options } from '#tls';\n${connectModule}`,
      },
      "config/tls.js:1",
    ],
  ])("%s", async (_form, files, place) => {
    const folder = createRepository({ ...application, ...files });
    expect(await found(folder)).toEqual([expect.stringMatching(`^${place} proven `)]);
    expect((await run(folder, ["fix"], { env })).exitCode).toBe(0);
    expect(await found(folder)).toEqual([]);
    const file = place.split(":")[0]!;
    expect(folder.git("diff", "--name-only").trim()).toBe(file);
    expect(folder.read(file)).toBe({ ...application, ...files }[file]!.replace("'TLSv1'", "'TLSv1.2'"));
    expect((await run(folder, ["undo"], { env })).exitCode).toBe(0);
    expect(folder.git("status", "--porcelain")).toBe("");
  });

  it("a function that returns them: what it returns may have readers out of sight, so the edit is asked about", async () => {
    const folder = createRepository({
      ...application,
      "config.js": "exports.options = () => ({ minVersion: 'TLSv1' });\n",
      "main.js": `const config = require('./config');
require('tls').connect(config.options());
`,
    });
    expect(await found(folder)).toEqual([expect.stringMatching(/^config.js:1 proven ask/)]);
    await run(folder, ["fix"], { env });
    expect(folder.git("status", "--porcelain")).toBe("");
    expect((await run(folder, ["fix", "--ask"], { env })).exitCode).toBe(0);
    expect(folder.read("config.js")).toContain("'TLSv1.2'");
  });

  it("a linked folder under another name than its own", async () => {
    const folder = createRepository({
      "package.json": '{ "private": true, "name": "app", "dependencies": { "settings": "link:./lib/config" } }\n',
      "lib/config/package.json": '{ "private": true, "name": "@acme/config", "main": "./index.js" }\n',
      "lib/config/index.js": cjs,
      "main.js": `const { options } = require('settings');\n${connect}`,
    });
    mkdirSync(join(folder.path, "node_modules"));
    symlinkSync("../lib/config", join(folder.path, "node_modules/settings"));
    expect(await found(folder)).toEqual(["lib/config/index.js:1 proven upgrade"]);
  });

  it("a file that is reached through a link to its folder", async () => {
    const folder = createRepository({
      ...application,
      "shared/config.js": cjs,
      "service/main.js": `const { options } = require('./common/config');\n${connect}`,
    });
    symlinkSync("../shared", join(folder.path, "service/common"));
    expect(await found(folder)).toEqual(["shared/config.js:1 proven upgrade"]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    [
      "the same name of another module",
      {
        "config.js": cjs,
        "other.js": "exports.options = {};\n",
        "main.js": `const { options } = require('./other');\n${connect}`,
      },
    ],
    [
      "an object that nobody hands to TLS",
      {
        "config.js": cjs,
        "main.js": `const { options } = require('./config');
console.log(options);
`,
      },
    ],
    [
      "a package of the same name",
      { "config.js": cjs, "main.js": `const { options } = require('config');\n${connect}` },
    ],
    [
      "a file of node_modules",
      { "config.js": cjs, "node_modules/a/index.js": `const { options } = require('../../config');\n${connect}` },
    ],
  ])("not %s", async (_form, files) => {
    expect(await found(createRepository({ ...application, ...files }))).toEqual(["config.js:1 likely manual"]);
  });

  it("not a type", async () => {
    const folder = createRepository({
      ...application,
      "config.ts": esm,
      "main.ts": `import type { options } from './config';
import tls from 'node:tls';
tls.connect({} as typeof options);
`,
    });
    expect(await found(folder)).toEqual(["config.ts:1 likely upgrade"]);
  });
});

describe("a shared object is left alone", () => {
  const files = { ...application, "config.js": cjs, "main.js": `const { options } = require('./config');\n${connect}` };

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    [
      "where another importer does something else with it",
      {
        "other.js": `const { options } = require('./config');
if (options.minVersion === 'TLSv1') warn();
`,
      },
    ],
    ["where an importer does not parse", { "other.js": "const { options } = require('./config';\n" }],
    [
      "where a file that is not parsed here imports it",
      {
        "App.vue": `<script>
import { options } from './config.js';
</script>
`,
      },
    ],
    ["where a test replaces it", { "main.test.js": "jest.mock('./config');\n" }],
    [
      "where its folder is read by names that are put together",
      { "load.js": "module.exports = (name) => require(`./${name}`);\n" },
    ],
    [
      "where its name is joined to a folder",
      { "load.js": "module.exports = require(require('path').join(__dirname, 'config'));\n" },
    ],
    ["where its package is published", { "package.json": '{ "name": "library", "version": "1.0.0" }\n' }],
    ["where an importer is too large to be read", { "other.js": `require('./config');\n//${" ".repeat(20_000)}\n` }],
  ])("%s", async (_form, more) => {
    const folder = createRepository({ ...files, ...more });
    expect(await found(folder, "--max-file-size", "10kb")).toContain("config.js:1 proven manual");
    await run(folder, ["fix", "--max-file-size", "10kb"]);
    expect(folder.git("status", "--porcelain")).toBe("");
  });

  it("where it changes hands while the edits are made", async () => {
    const folder = createRepository(files);
    const { startLocalWorker } = await import("../harness/run.js");
    const startWorker = () => {
      const worker = startLocalWorker();
      return {
        ...worker,
        onMessage: (listener: Parameters<typeof worker.onMessage>[0]) =>
          worker.onMessage(
            (message) => (
              "judgement" in message && folder.write({ "main.js": "module.exports = require('./config');\n" }),
              listener(message)
            ),
          ),
      };
    };
    const { exitCode, stdout } = await run(folder, ["fix", "--allow-dirty"], { startWorker });
    expect([exitCode, stdout]).toEqual([
      3,
      expect.stringMatching(/config\.js was left as it was: .*main\.js has changed in the meantime/),
    ]);
    expect(folder.read("config.js")).toBe(cjs);
  });
});

describe("what is selected", () => {
  const files = {
    ...application,
    "src/config.js": cjs,
    "app/main.js": `const { options } = require('../src/config');\n${connect}`,
  };

  it.each<readonly [string, readonly string[]]>([
    ["a path", ["src/config.js"]],
    ["--include", ["--include", "src"]],
    ["--exclude", ["--exclude", "app"]],
    ["--ext", ["--ext", "js", "src"]],
    ["--since", ["--since", "HEAD~1"]],
  ])("%s: the files around it are read all the same", async (_how, words) => {
    const folder = createRepository({ ...files, "src/config.js": "exports.options = {};\n" });
    folder.write({ "src/config.js": cjs });
    folder.git("commit", "-qam", "change");
    expect(await found(folder, ...words)).toEqual(["src/config.js:1 proven upgrade"]);
  });

  it("files that are left out are neither reported nor edited", async () => {
    const folder = createRepository(files);
    expect(await found(folder, "app")).toEqual([]);
    await run(folder, ["fix", "app"]);
    expect(folder.git("status", "--porcelain")).toBe("");
  });

  it("what .gitignore leaves out is not read, unless it is asked for", async () => {
    const folder = createRepository({ ...files, ".gitignore": "app\n" });
    expect(await found(folder)).toEqual(["src/config.js:1 likely manual"]);
    expect(await found(folder, "--no-gitignore")).toEqual(["src/config.js:1 proven upgrade"]);
  });

  it("what stands in another repository, or outside of all that is read, is not followed", async () => {
    const folder = createRepository(files);
    folder.git("init", "--quiet", "app");
    expect(await found(folder, "src")).toEqual(["src/config.js:1 proven upgrade"]);
    const loose = createFolder({ ...files, "app/other.js": "require('../src/config');\n" });
    expect(await found(loose, "src/config.js")).toEqual(["src/config.js:1 proven manual"]);
  });
});

describe("the report is the same", () => {
  /** A config, its barrel and some who use it, each with something of its own to find. */
  const files = {
    ...application,
    "config/tls.js": `import { hosts } from '../users/a.js';\n${esm}`,
    "config/index.js": "export * from './tls.js';\n",
    ...Object.fromEntries(
      ["a", "b", "c", "d"].map((name) => [
        `users/${name}.js`,
        `import { options } from '../config/index.js';
import tls from 'node:tls';
export const hosts = [];
tls.connect({ ...options, ciphers: 'RC4-SHA' });
`,
      ]),
    ),
  };
  const report = async (folder: Folder, ...words: readonly string[]) =>
    (await run(folder, ["--format", "json", "--fail-on", "none", ...words])).stdout;

  it("with one process and with many, and whatever comes first", async () => {
    const folder = createRepository(files);
    const whole = JSON.parse(await report(folder, "-j", "1"));
    expect(whole.findings).toHaveLength(5);
    const backwards = Object.keys(files)
      .filter((name) => name.endsWith(".js"))
      .reverse();
    for (const words of [
      ["-j", "4"],
      ["-j", "1", ...backwards],
    ]) {
      expect(JSON.parse(await report(folder, ...words)).findings).toEqual(expect.arrayContaining(whole.findings));
    }
  });

  it("in shards", async () => {
    const folder = createRepository(files);
    for (const index of [1, 2, 3])
      await run(folder, ["--shard", `${index}/3`, "--fail-on", "none", "-o", `json:.git/${index}.json`]);
    await run(folder, ["--fail-on", "none", "-o", "json:.git/whole.json"]);
    await run(folder, [
      "merge",
      ".git/1.json",
      ".git/2.json",
      ".git/3.json",
      "--fail-on",
      "none",
      "-o",
      "json:.git/merged.json",
    ]);
    const [merged, whole] = [".git/merged.json", ".git/whole.json"].map(
      (name) => JSON.parse(folder.read(name)).findings,
    );
    expect(merged).toEqual(whole);
  });
});

describe("edits of several files at once", () => {
  it("come to an end: another run has nothing to edit", async () => {
    const folder = createRepository({
      ...application,
      "config.js": "export const options = { minVersion: 'TLSv1', ciphers: 'RC4-SHA' };\n",
      "main.js": `import { options } from './config.js';
import tls from 'node:tls';
tls.connect({ ...options, maxVersion: 'TLSv1.1' });
`,
      "server.js": `import { options } from './config.js';
import tls from 'node:tls';
tls.createServer({ ...options, secureOptions: 0 });
`,
    });
    const checked = await run(folder, ["--diff", "--fail-on", "none"]);
    expect((await run(folder, ["fix"], { env })).exitCode).toBe(0);
    expect(checked.stdout.match(/^[+-]export.*$/gm)).toEqual(folder.git("diff", "config.js").match(/^[+-]export.*$/gm));
    folder.git("commit", "-qam", "fixed");
    expect((await run(folder, ["fix"], { env })).stdout).toContain("fixed 0 findings");
    expect(folder.git("status", "--porcelain")).toBe("");
  });
});

describe("a member that a class of another file gives another value", () => {
  const base = `const tls = require("tls");
module.exports = class Source {
  verify = true;
  open() {
    return tls.connect({ host: "db.example", port: 443, rejectUnauthorized: this.verify });
  }
};
`;
  const subclass = (member: string) =>
    `const Source = require("./source");\nmodule.exports = class Lab extends Source { ${member} };\n`;

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["a field", { "lab.js": subclass("verify = false;") }],
    ["a field of a choice", { "lab.js": subclass("verify = process.env.VERIFY;") }],
    ["a getter", { "lab.js": subclass("get verify() { return false; }") }],
    [
      "two files further",
      {
        "middle.js": subclass(""),
        "lab.js": `const Middle = require("./middle");\nclass Lab extends Middle { verify = false; }\n`,
      },
    ],
  ])("is told: %s", async (_, files) => {
    expect(await found(createRepository({ ...application, "source.js": base, ...files }))).toEqual([
      "source.js:5 proven manual",
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["the same value", { "lab.js": subclass("verify = true;") }],
    ["another member", { "lab.js": subclass("verbose = false;") }],
    [
      "a class that extends another one",
      { "lab.js": `require("./source");\nclass Other {}\nclass Lab extends Other { verify = false; }\n` },
    ],
    ["nobody extends it", { "lab.js": `new (require("./source"))().open();\n` }],
  ])("is not: %s", async (_, files) => {
    expect(await found(createRepository({ ...application, "source.js": base, ...files }))).toEqual([]);
  });
});

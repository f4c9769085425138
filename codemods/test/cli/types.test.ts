import { mkdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";

const require = createRequire(import.meta.url);
const nodeTypes = dirname(require.resolve("@types/node/package.json"));
const current = require.resolve("ts-morph");
const previous = require.resolve("ts-morph-27");

/** A project that has @types/node installed, and a release of ts-morph with its compiler. */
function createProject(files: Readonly<Record<string, string>>, tsMorph = current): Folder {
  const folder = createFolder({ "package.json": '{ "private": true }\n', ...files });
  mkdirSync(join(folder.path, "node_modules/@types"), { recursive: true });
  symlinkSync(nodeTypes, join(folder.path, "node_modules/@types/node"));
  symlinkSync(dirname(dirname(tsMorph)), join(folder.path, "node_modules/ts-morph"));
  return folder;
}

/** What is found, each as `path:line rule certainty`. */
async function found(folder: Folder, ...words: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await run(folder, ["--format", "json", "--fail-on", "none", ...words]);
  const { findings, errors } = JSON.parse(stdout || `{ "findings": [], "errors": [${JSON.stringify(stderr)}] }`);
  expect(errors).toEqual([]);
  return findings.map(({ path, line, certainty }: Readonly<Record<string, string>>) => `${path}:${line} ${certainty}`);
}

const program = `import type { ConnectionOptions } from "node:tls";
import type { Release } from "./release.js";
declare function wrap(options: ConnectionOptions): void;
declare function publish(release: Release): void;
wrap({ minVersion: "TLSv1" });
publish({ minVersion: "TLSv1" });
anything({ minVersion: "TLSv1" });
`;
const files = {
  "tsconfig.json": '{ "compilerOptions": { "strict": true, "module": "nodenext" } }\n',
  "src/main.ts": program,
  "src/release.ts": "export interface Release { minVersion: string }\n",
};
const withTypes = ["src/main.ts:5 proven", "src/main.ts:7 likely"];

describe.each([
  ["TypeScript 6", current, "6"],
  ["TypeScript 5", previous, "5"],
])("--types with %s", (_name, tsMorph, major) => {
  /** Of the two, only the one of the project is not beside tls-codemod. */
  const withThis = major === "5" ? ["--types", "--trust-project"] : ["--types"];
  it("asks that compiler", () => {
    expect(require(tsMorph).ts.version.split(".")[0]).toBe(major);
  });

  it("proves what is Node's, and drops what is an application's", async () => {
    const folder = createProject(files, tsMorph);
    expect(await found(folder)).toEqual(["src/main.ts:5 likely", "src/main.ts:6 likely", "src/main.ts:7 likely"]);
    expect(await found(folder, ...withThis)).toEqual(withTypes);
  });

  it("reads JavaScript and its comments, and needs no tsconfig.json", async () => {
    const main = `/** @param {import("node:https").AgentOptions} options */
function wrap(options) {}
wrap({ minVersion: "TLSv1" });
other({ minVersion: "TLSv1" });
`;
    expect(await found(createProject({ "main.js": main }, tsMorph), ...withThis)).toEqual([
      "main.js:3 proven",
      "main.js:4 likely",
    ]);
  });

  it("knows patterns, classes, variables and what stands in TSX", async () => {
    const main = `import type { ConnectionOptions, SecureContextOptions } from "node:tls";
export const first = ({ minVersion = "TLSv1" }: ConnectionOptions) => minVersion;
export class Options implements SecureContextOptions { minVersion = "TLSv1" as const; }
const own: ConnectionOptions = { minVersion: "TLSv1" };
send(own);
export const view = <p>{String(own)}</p>;
`;
    expect(await found(createProject({ "main.tsx": main }, tsMorph), ...withThis)).toEqual([
      "main.tsx:2 proven",
      "main.tsx:3 proven",
      "main.tsx:4 proven",
    ]);
  });
});

describe("--types", () => {
  it("goes on while edits are made, and comes to an end", async () => {
    const folder = createProject(files);
    // types tell what a function takes, not what else it does with it, so its reader is out of sight
    expect((await run(folder, ["fix", "--types", "--ask", "--allow-no-vcs"])).exitCode).toBe(0);
    expect(folder.read("src/main.ts")).toBe(
      program
        .replace('wrap({ minVersion: "TLSv1" })', 'wrap({ minVersion: "TLSv1.2" })')
        .replace('anything({ minVersion: "TLSv1" })', 'anything({ minVersion: "TLSv1.2" })'),
    );
  });

  it("takes the nearest tsconfig.json of each file, or the one that is named", async () => {
    const alias = (folder: string) =>
      `{ "compilerOptions": { "module": "preserve", "paths": { "release": ["${folder}/release.ts"] } } }\n`;
    const folder = createProject({
      ...files,
      "src/main.ts": program.replace("./release.js", "release"),
      "src/tsconfig.json": alias("."),
      "other/release.ts": `import type { ConnectionOptions } from "node:tls";
export type Release = ConnectionOptions;
`,
      "other.json": alias("./other"),
    });
    expect(await found(folder, "--types")).toEqual(withTypes);
    expect(await found(folder, "--types=other.json", "src")).toEqual([
      "src/main.ts:5 proven",
      "src/main.ts:6 proven",
      "src/main.ts:7 likely",
    ]);
  });

  it("takes no path for the name of a tsconfig.json, and is carried on to the next command", async () => {
    const { stdout } = await run(createProject(files), ["--types", "src"]);
    expect(stdout).toContain("tls-codemod fix --types=auto src");
  });

  it("can be asked for in the configuration", async () => {
    const folder = createProject({ ...files, "tls-codemod.config.json": '{ "types": true }\n' });
    expect(await found(folder)).toEqual(withTypes);
    folder.write({ "tls-codemod.config.json": '{ "types": "nothing.json" }\n' });
    expect((await run(folder, [])).stderr).toMatch(
      /^tls-codemod: .*tls-codemod\.config\.json: `types`=nothing\.json: there is no such file\.\n/,
    );
  });

  it("explains with types", async () => {
    const { stdout } = await run(createProject(files), ["explain", "--types", "src/main.ts:5"]);
    expect(stdout).toContain("What Node does with it");
    expect((await run(createProject(files), ["explain", "--types", "src/main.ts:6"])).stderr).toContain(
      "nothing is found there",
    );
  });

  it("is a failure of the file where its tsconfig.json cannot be read", async () => {
    const { stdout, exitCode } = await run(createProject({ ...files, "tsconfig.json": '{ "compilerOptions": ' }), [
      "--types",
    ]);
    expect([exitCode, stdout]).toEqual([
      3,
      expect.stringMatching(/failed: src\/main\.ts has no types: .*tsconfig\.json: .* expected/),
    ]);
  });

  it("loads what a file imports, and nothing else of what its tsconfig.json includes", async () => {
    const declared = `declare global { type Shared = import("node:tls").ConnectionOptions }
export {};
`;
    const main = `declare function wrap(options: Shared): void;
wrap({ minVersion: 'TLSv1' });
`;
    const folder = createProject({
      "tsconfig.json": '{ "include": ["**/*"] }\n',
      "shared.ts": declared,
      "main.ts": main,
      "other.ts": `import "./shared.js";\n${main}`,
    });
    expect(await found(folder, "--types")).toEqual(["main.ts:2 likely", "other.ts:3 proven"]);
  });
});

import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { createMappedPaths } from "../../src/engine/neighbours/tsconfig-paths.js";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";

/** What a name means beside a file, from the folder of all. */
function mapped(files: Readonly<Record<string, string>>, specifier: string, file = "src/a.ts"): readonly string[] {
  const { path } = createFolder({ "src/a.ts": "", ...files });
  return createMappedPaths()(join(path, file), specifier).map((each) => relative(path, each));
}

const paths = { "~/*": ["lib/*"] };
const config = (compilerOptions: object, more: object = {}) => JSON.stringify({ compilerOptions, ...more });

describe("what a tsconfig.json maps", () => {
  it.each<readonly [string, Record<string, string>, string, readonly string[]]>([
    ["nothing", { "tsconfig.json": "{}" }, "x", []],
    ["names beside itself", { "tsconfig.json": config({ paths }) }, "~/x", ["lib/x"]],
    ["no other names", { "tsconfig.json": config({ paths }) }, "x", []],
    ["names from a base", { "tsconfig.json": config({ paths, baseUrl: "./base" }) }, "~/x", ["base/lib/x", "base/~/x"]],
    ["every name from a base", { "tsconfig.json": config({ baseUrl: "." }) }, "x/y", ["x/y"]],
    [
      "the name itself before patterns",
      { "tsconfig.json": config({ paths: { "a*": ["1"], ab: ["2", "3"], "*": ["4"] } }) },
      "ab",
      ["2", "3"],
    ],
    [
      "the longest beginning before others",
      { "tsconfig.json": config({ paths: { "*": ["1/*"], "a/b/*": ["2/*"], "a/*": ["3/*"] } }) },
      "a/b/c",
      ["2/c"],
    ],
    ["beginnings and ends", { "tsconfig.json": config({ paths: { "a*z": ["1/*"] } }) }, "abz", ["1/b"]],
    ["no name that is too short for both", { "tsconfig.json": config({ paths: { "aba*aba": ["1/*"] } }) }, "aba", []],
    ["no pattern of two stars", { "tsconfig.json": config({ paths: { "a*b*": ["1/*"] } }) }, "axbx", []],
    [
      "what it extends",
      { "tsconfig.json": config({}, { extends: "./base/b" }), "base/b.json": config({ paths }) },
      "~/x",
      ["base/lib/x"],
    ],
    [
      "what it extends last",
      {
        "tsconfig.json": config({}, { extends: ["./1.json", "./2.json"] }),
        "1.json": config({ paths: { a: ["1"] } }),
        "2.json": config({ paths: { a: ["2"] } }),
      },
      "a",
      ["2"],
    ],
    [
      "its own before what it extends",
      { "tsconfig.json": config({ paths }, { extends: "./1.json" }), "1.json": config({ paths: { "~/*": ["1/*"] } }) },
      "~/x",
      ["lib/x"],
    ],
    [
      "what a package shares",
      { "tsconfig.json": config({}, { extends: "p" }), "node_modules/p/tsconfig.json": config({ paths }) },
      "~/x",
      ["node_modules/p/lib/x"],
    ],
    [
      "what it leaves to others in its folder",
      {
        "tsconfig.json": config(
          {},
          { references: [{ path: "./tsconfig.app.json" }, { path: "./tsconfig.node.json" }] },
        ),
        "tsconfig.app.json": config({ paths }),
        "tsconfig.node.json": "{}",
      },
      "~/x",
      ["lib/x"],
    ],
    [
      "what has commas and comments",
      { "tsconfig.json": `// a\n{ "compilerOptions": { "paths": { "a": ["b",], }, } }` },
      "a",
      ["b"],
    ],
    [
      "what stands beside whoever extends it",
      {
        "tsconfig.json": config({}, { extends: "./base/b.json" }),
        "base/b.json": config({ paths: { a: ["${configDir}/x"] }, baseUrl: "${configDir}/y" }),
      },
      "a",
      ["x", "y/a"],
    ],
    [
      "folders that are one",
      { "tsconfig.json": config({ rootDirs: ["src", "made", "more"] }) },
      "./b/c",
      ["made/b/c", "more/b/c"],
    ],
    ["no folder that is not among them", { "tsconfig.json": config({ rootDirs: ["lib", "made"] }) }, "./b/c", []],
    ["the nearest", { "tsconfig.json": config({ paths }), "src/tsconfig.json": "{}" }, "~/x", []],
    ["nothing that does not parse", { "tsconfig.json": "[".repeat(100_000) }, "x", []],
    [
      "nothing of other types",
      {
        "tsconfig.json":
          '{ "extends": [1, null, {}], "references": [1, {}], "compilerOptions": { "baseUrl": 1, "paths": { "a": 1, "b": [1, null] } } }',
      },
      "b",
      [],
    ],
    ["nothing of a list", { "tsconfig.json": '{ "compilerOptions": { "paths": ["a"] } }' }, "0", []],
  ])("%s", (_, files, specifier, expected) => expect(mapped(files, specifier)).toEqual(expected));
});

/** `tsconfig.json`, which maps a name and extends `1.json`, which extends `2.json` and so on. */
function chain(length: number, last = "{}"): Record<string, string> {
  const name = (index: number) => (index === 0 ? "tsconfig.json" : `${index}.json`);
  const text = (index: number) => config(index === 0 ? { paths } : {}, { extends: `./${name(index + 1)}` });
  return Object.fromEntries(
    Array.from({ length }, (_, index) => [name(index), index === length - 1 && index > 0 ? last : text(index)]),
  );
}

/** Each extends the next one twice, so that there are two ways to each, four, eight and so on. */
const doubling = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [
    index === 0 ? "tsconfig.json" : `${index}.json`,
    config(index === 0 ? { paths } : {}, { extends: [`./${index + 1}.json`, `./${index + 1}`] }),
  ]),
);

describe("what a tsconfig.json depends on", () => {
  it.each<readonly [string, Record<string, string>, boolean]>([
    ["a chain that people write", chain(64), true],
    ["a longer chain", chain(65), false],
    ["a short ring", chain(3, config({}, { extends: "./tsconfig.json" })), true],
    ["a long ring", chain(65, config({}, { extends: "./tsconfig.json" })), false],
    ["very many ways to the same", doubling, true],
    ["missing files", { "tsconfig.json": config({ paths }, { extends: ["./missing", "unknown"] }) }, true],
    [
      "itself",
      { "tsconfig.json": config({ paths }, { extends: "./tsconfig.json", references: [{ path: "tsconfig.json" }] }) },
      true,
    ],
    [
      "very many others",
      {
        "tsconfig.json": config(
          { paths },
          { references: Array.from({ length: 65 }, (_, index) => ({ path: `${index}.json` })) },
        ),
      },
      false,
    ],
    [
      "nothing, for very many names",
      {
        "tsconfig.json": config({
          paths: { ...paths, ...Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [index, ["x"]])) },
        }),
      },
      false,
    ],
  ])("is known or too much to know: %s", (_, files, isKnown) => {
    expect(mapped(files, "~/x")).toEqual(isKnown ? ["lib/x"] : []);
  });

  it("fails no file, however much it is", async () => {
    const folder = createRepository({
      ...chain(5000),
      "package.json": '{ "private": true }\n',
      "a.ts": "import { options } from './b';\nimport tls from 'tls';\ntls.connect(options);\n",
      "b.ts": "export const options = { minVersion: 'TLSv1' as const };\n",
    });
    const { totals, findings } = JSON.parse((await run(folder, ["--format", "json"])).stdout);
    expect([totals.files.failed, findings.map(({ path }: { path: string }) => path)]).toEqual([0, ["b.ts"]]);
  });
});

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createChainCheck } from "../../src/engine/neighbours/config-chains.js";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";

const config = (...names: readonly string[]) => JSON.stringify({ extends: names.length === 1 ? names[0] : names });

/** `tsconfig.json`, which extends `1.json`, which extends `2.json` and so on. */
function chain(length: number, last = "{}"): Record<string, string> {
  const name = (index: number) => (index === 0 ? "tsconfig.json" : `${index}.json`);
  return Object.fromEntries(
    Array.from({ length }, (_, index) => [name(index), index === length - 1 ? last : config(`./${name(index + 1)}`)]),
  );
}

const isTooLong = (files: Readonly<Record<string, string>>, file = "src/a.ts") =>
  createChainCheck()(join(createFolder({ "src/a.ts": "", ...files }).path, file));

describe("what a tsconfig.json extends", () => {
  it.each<readonly [string, Record<string, string>, boolean]>([
    ["nothing", { "tsconfig.json": "{}" }, false],
    ["a chain that people write", chain(64), false],
    ["a longer chain", chain(65), true],
    ["a chain that stands in a folder above", { "src/b/c.ts": "", ...chain(65) }, true],
    ["a short ring", chain(3, config("./tsconfig.json")), false],
    ["a long ring", chain(65, config("./tsconfig.json")), true],
    ["lists", { ...chain(40), "tsconfig.json": config("./1", "./2.json", "./missing", "unknown") }, false],
    [
      "packages",
      {
        ...chain(2, config("p/0.json")),
        ...Object.fromEntries(
          Object.entries(chain(63)).map(([name, text]) => [
            `node_modules/p/${name === "tsconfig.json" ? "0.json" : name}`,
            text,
          ]),
        ),
      },
      true,
    ],
    ["what does not parse", { "tsconfig.json": "[".repeat(100_000) }, false],
    ["no text", { "tsconfig.json": '{ "extends": [1, null, {}] }' }, false],
  ])("is too much to know or not: %s", (_, files, expected) => {
    expect(isTooLong(files)).toBe(expected);
  });

  it("makes no difference for a file with a configuration of its own", () => {
    expect(isTooLong({ ...chain(65), "src/tsconfig.json": "{}" })).toBe(false);
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

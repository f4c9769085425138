import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFolder, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, broken, fixable, manual, plain, strong, upgrade } from "../harness/samples.js";
import { property } from "./shard-table.js";

const texts = [
  upgrade,
  fixable,
  ask,
  manual,
  strong,
  plain,
  broken,
  upgrade + ask + upgrade,
  `/* @tls-codemod-todo no-legacy-secure-protocol: look */\n${upgrade}`,
  "\0",
];
const repositories = Array.from({ length: property.mostRepositories }, (_, index) => ["", "one/", "two/deep/"][index]!);

const file = fc.record({
  repository: fc.constantFrom(...repositories),
  folder: fc.constantFrom("", "src/", "src/net/", "test/"),
  name: fc.string({ unit: fc.constantFrom(..."abcä -'7"), minLength: 1, maxLength: 4 }).map((name) => `x${name}`),
  extension: fc.constantFrom(".js", ".ts", ".mjs", ".env"),
  text: fc.constantFrom(...texts),
});
const tree = fc.record({
  files: fc.array(file, { minLength: 1, maxLength: property.mostFiles }),
  engines: fc.constantFrom(undefined, ">=12", "20 || 22", "banana"),
  shards: fc.integer({ min: 1, max: property.mostShards }),
});

type Tree = typeof tree extends fc.Arbitrary<infer Value> ? Value : never;

/** The tree on the disk, and the paths of its files. */
function plant({ files, engines }: Tree): { readonly folder: Folder; readonly paths: readonly string[] } {
  const content = new Map(
    files.map(({ repository, folder, name, extension, text }) => [`${repository}${folder}${name}${extension}`, text]),
  );
  if (engines !== undefined) content.set("package.json", JSON.stringify({ engines: { node: engines } }));
  const folder = createFolder(Object.fromEntries(content));
  for (const repository of repositories)
    if ([...content.keys()].some((path) => path.startsWith(repository)))
      folder.git("init", "--quiet", repository || ".");
  return { folder, paths: [...content.keys()] };
}

/** The JSON report of a run over a list of files. */
async function reportOn(folder: Folder, paths: readonly string[], words: readonly string[] = []): Promise<string> {
  return (
    await run(folder, ["check", "--stdin-files", "--format", "json", ...words], { stdin: paths.join("\0") + "\0" })
  ).stdout;
}

describe("for random trees and any number of shards", () => {
  it("merge of the shards is the report of the run that is not split, whatever the order of files and of reports", async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (planted) => {
        const { folder, paths } = plant(planted);
        const whole = await reportOn(folder, paths);
        const reversed = [...paths].reverse();
        expect(await reportOn(folder, reversed)).toBe(whole);
        const reports = createFolder();
        const names = Array.from({ length: planted.shards }, (_, index) => `${index + 1}.json`);
        for (const [index, name] of names.entries())
          reports.write({
            [name]: await reportOn(folder, index % 2 === 0 ? paths : reversed, [
              "--shard",
              `${index + 1}/${planted.shards}`,
            ]),
          });
        const merged = await run(reports, ["merge", ...names.reverse(), "--format", "json"]);
        expect(merged.stdout, merged.stderr).toBe(whole);
        expect(JSON.parse(whole).totals.files.seen).toBe(paths.length);
      }),
      { numRuns: property.trees, seed: property.seed },
    );
  }, 600_000);

  it("a walk over the folder finds what the list of its files gives", async () => {
    const { folder, paths } = plant({
      files: fc.sample(file, { numRuns: property.mostFiles, seed: property.seed }),
      engines: ">=12",
      shards: 1,
    });
    expect((await run(folder, ["check", "--format", "json"], { cwd: join(folder.path) })).stdout).toBe(
      await reportOn(folder, paths),
    );
  });
});

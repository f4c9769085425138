import { posix } from "node:path";
import { checkPackage } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PackedWorkspace, packWorkspace, type Tarball } from "./tarballs.js";
import { folders, manifestOf, names } from "./workspace-packages.js";

let packed: PackedWorkspace;
beforeAll(async () => void (packed = await packWorkspace()));
afterAll(() => packed?.remove());

/**
 * How TypeScript may look for a package, where the answer does not count here: `node10` reads no `exports` and is gone from TypeScript 7;
 * `node16-cjs` forbids what every Node in `engines` can do, which is to load an ES module by `require()`.
 */
const unsupportedResolutions = ["node10", "node16-cjs"];

describe.each(names)("%s", (name) => {
  let tarball: Tarball;
  beforeAll(() => void (tarball = packed.tarballs.find((candidate) => candidate.name === name)!));

  it("passes publint, suggestions included", async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.data.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it("has types that are right wherever they are looked for", async () => {
    const result = await checkPackage(tarball.contents);
    if (!result.types) throw new Error(`${name} has no types`);
    expect(
      result.problems.filter(
        (problem) => !("resolutionKind" in problem && unsupportedResolutions.includes(problem.resolutionKind)),
      ),
    ).toEqual([]);
  });

  it("holds its licence, its readme and nothing that is not for its users", () => {
    expect(tarball.files).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "package.json", "dist/index.js", "dist/index.d.ts"]),
    );
    expect(tarball.files.filter((file) => /(^|\/)(test|src)\/|\.test\.|tsbuildinfo|(?<!\.d)\.ts$/.test(file))).toEqual(
      [],
    );
  });

  it("points to no file that it does not hold", () => {
    const scripts = tarball.files.filter((file) => /\.(js|d\.ts)$/.test(file));
    const pointers = scripts.flatMap((file) =>
      pointersIn(tarball.readFile(file)).map((target) => posix.join(posix.dirname(file), target)),
    );
    const present = new Set(tarball.files);
    expect(pointers.filter((target) => !present.has(target) && !present.has(target.replace(/\.js$/, ".d.ts")))).toEqual(
      [],
    );
  });

  it("can be installed outside of this workspace", () => {
    const { dependencies, peerDependencies } = tarball.manifest;
    const ranges = Object.entries({ ...dependencies, ...peerDependencies });
    expect(ranges.filter(([, range]) => range.includes(":"))).toEqual([]);
    for (const [own, range] of ranges.filter(([dependency]) => dependency in folders))
      expect([own, range]).toEqual([own, `^${tarball.manifest.version}`]);
  });

  it("says where it comes from, which provenance requires", () => {
    const { repository, publishConfig, engines } = tarball.manifest;
    expect(repository).toEqual({ type: "git", url: manifestOf("tls-policy").repository.url, directory: folders[name] });
    expect(publishConfig).toEqual({ access: "public", provenance: true });
    expect(engines).toEqual(manifestOf("tls-policy").engines);
  });
});

/** Relative imports, and source maps; paths are as written. */
function pointersIn(code: string): readonly string[] {
  const patterns = [/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g, /^\/\/# sourceMappingURL=(?!data:)(.+)$/gm];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, target]) => target!));
}

import { describe, expect, it } from "vitest";
import { createFleet } from "../harness/fleet.js";
import { run } from "../harness/run.js";
import { upgrade } from "../harness/samples.js";

const ring = '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": 1 } }';

/** What a repository may have of its own, spoilt, and whether its files are judged all the same. */
const spoilt: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, isJudged: boolean]>> = {
  // whoever calls from above has another configuration, or none
  "a configuration": [{ "tls-codemod.config.json": "{" }, true],
  "a configuration in package.json": [{ "package.json": '{ "tls-codemod": 1, "engines": { "node": ">=20" } }' }, true],
  "a package.json": [{ "package.json": "{" }, true],
  "an engines range": [{ "package.json": '{ "engines": { "node": "><" } }' }, true],
  "a tsconfig.json": [{ "tsconfig.json": ring }, true],
  "a baseline": [{ ".tls-codemod-baseline.json": "{" }, false],
  "a baseline that is a folder": [{ ".tls-codemod-baseline.json/x": "" }, false],
};

describe("one bad repository among several", () => {
  it.each(Object.entries(spoilt))("costs at most itself: %s", async (_, [files, isJudged]) => {
    const fleet = createFleet({
      good: { "a.js": upgrade },
      bad: { "a.js": upgrade, ...files },
      last: { "a.js": upgrade },
    });
    const { exitCode, stdout } = await run(fleet, ["--format", "json"]);
    const { findings, errors } = JSON.parse(stdout);
    const places = findings.map(({ path }: { path: string }) => path).sort();
    expect(places).toEqual(isJudged ? ["bad/a.js", "good/a.js", "last/a.js"] : ["good/a.js", "last/a.js"]);
    expect(errors.map(({ path }: { path: string }) => path)).toEqual(isJudged ? [] : ["bad/a.js"]);
    expect(exitCode).toBe(isJudged ? 1 : 3);
  });

  it("is wrong usage where the command line names what is spoilt", async () => {
    const fleet = createFleet({ good: { "a.js": upgrade } }, { "bad.json": "{" });
    for (const option of ["--config", "--baseline", "--policy"])
      expect([option, (await run(fleet, ["check", option, "bad.json"])).exitCode]).toEqual([option, 2]);
  });
});

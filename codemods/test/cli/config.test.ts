import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, upgrade } from "../harness/samples.js";

const config = (values: object) => JSON.stringify(values);

async function found(folder: Folder, words: readonly string[] = [], cwd = folder.path) {
  const { findings, policy } = JSON.parse((await run(folder, ["check", "--format", "json", ...words], { cwd })).stdout);
  return { paths: findings.map(({ path }: { path: string }) => path), policy };
}

describe("tls-codemod.config.json", () => {
  const files = { "a.js": upgrade, "sub/a.js": upgrade, "sub/b.js": ask };

  it("gives what the command line does not say, from its own folder, wherever the run starts", async () => {
    const folder = createRepository({
      ...files,
      "tls-codemod.config.json": config({ profile: "modern", node: ">=20", exclude: ["/a.js"] }),
    });
    for (const cwd of [folder.path, join(folder.path, "sub")]) {
      const { paths, policy } = await found(folder, [], cwd);
      expect(paths).toEqual(["sub/a.js", "sub/b.js"]);
      expect(policy).toMatchObject({ profile: "modern", node: [{ range: ">=20", source: "option" }] });
    }
  });

  it("counts less than the command line, and not at all with --no-config", async () => {
    const folder = createRepository({
      ...files,
      "tls-codemod.config.json": config({ profile: "modern", exclude: ["/a.js"] }),
    });
    expect(await found(folder, ["--profile", "legacy", "--exclude", "b.js"])).toMatchObject({
      paths: ["a.js", "sub/a.js"],
      policy: { profile: "legacy" },
    });
    expect(await found(folder, ["--no-config"])).toMatchObject({
      paths: ["a.js", "sub/a.js", "sub/b.js"],
      policy: { profile: "intermediate" },
    });
  });

  it("may stand in package.json, or be named", async () => {
    const inside = createRepository({
      ...files,
      "package.json": config({ "tls-codemod": { rules: ["-no-legacy-secure-protocol"] } }),
    });
    expect((await found(inside)).paths).toEqual(["sub/b.js"]);
    const named = createRepository({ ...files, "ci/tls.json": config({ exclude: ["*.js"] }) });
    expect((await found(named, ["--config", "ci/tls.json"])).paths).toEqual(["a.js", "sub/a.js", "sub/b.js"]);
  });

  it("says what check fails on and where the baseline is", async () => {
    const folder = createRepository({ ...files, "tls-codemod.config.json": config({ failOn: "none" }) });
    expect((await run(folder, ["check"])).exitCode).toBe(0);
    folder.write({ "tls-codemod.config.json": config({ baseline: "accepted.json" }) });
    expect((await run(folder, ["baseline"])).stdout).toBe("accepted.json: 3 findings accepted\n");
    expect((await run(folder, ["check"])).exitCode).toBe(0);
  });

  it.each([
    [{ profil: "modern" }, "there is no field `profil`."],
    [{ profile: "old" }, "`profile` must be equal to one of the allowed values: modern, intermediate, legacy."],
    [{ exclude: "*.js" }, "`exclude` must be array."],
    [{ rules: ["no-such-rule"] }, "`rules`: there is no rule no-such-rule."],
    [{ node: "banana" }, '`node` "banana": '],
  ])("%j is refused with its file and field", async (values, message) => {
    const folder = createRepository({ ...files, "tls-codemod.config.json": config(values) });
    const { exitCode, stdout, stderr } = await run(folder, ["check"]);
    expect(stderr).toContain(`${join(folder.path, "tls-codemod.config.json")}: ${message}`);
    expect([exitCode, stdout]).toEqual([2, ""]);
  });
});

import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { createRepository } from "../../codemods/test/harness/folder.js";
import { ask, plain, upgrade, upgraded } from "../../codemods/test/harness/samples.js";
import { createShell, example } from "./bench.js";

const require = createRequire(import.meta.url);
const lintStaged = `"${process.execPath}" "${require.resolve("lint-staged/bin")}"`;
const project = { "package.json": '{ "type": "module" }\n', "lint-staged.config.js": example("lint-staged/lint-staged.config.js"), "old.js": upgrade };

describe("the configuration, in lint-staged itself", () => {
  it("upgrades what is staged, stages the result, and leaves everything else", () => {
    const repository = createRepository(project);
    repository.write({ "a.js": upgrade, "notes.md": "secureProtocol", "b.js": plain });
    repository.git("add", ".");
    const { code, stderr, stdout } = createShell().run(lintStaged, repository.path, { NO_COLOR: "1" });
    expect(code, stdout + stderr).toBe(0);
    expect(repository.git("show", ":a.js")).toBe(upgraded);
    expect([repository.read("a.js"), repository.read("old.js")]).toEqual([upgraded, upgrade]);
    expect(repository.git("status", "--porcelain")).toBe("A  a.js\nA  b.js\nA  notes.md\n");
  });

  it("fails the commit where an error needs a person, and loses nothing", () => {
    const repository = createRepository(project);
    repository.write({ "a.js": upgrade + ask });
    repository.git("add", ".");
    const { code, stderr, stdout } = createShell().run(lintStaged, repository.path, { NO_COLOR: "1" });
    expect(code).toBe(1);
    expect(stdout + stderr).toContain("no-disabled-certificate-verification");
    expect(repository.git("show", ":a.js")).toBe(upgrade + ask);
  });
});

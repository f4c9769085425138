import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createFolder } from "../../codemods/test/harness/folder.js";
import { ask, upgrade, upgraded } from "../../codemods/test/harness/samples.js";
import { createShell, example, root } from "./bench.js";

describe("batch-changes/upgrade-tls.batch.yaml", () => {
  const spec = parse(example("batch-changes/upgrade-tls.batch.yaml"));

  it("has what a batch spec asks for", () => {
    expect([spec.version, /^[\w.-]+$/.test(spec.name), Object.keys(spec.on[0])]).toEqual([2, true, ["repositoriesMatchingQuery"]]);
    expect(spec.changesetTemplate).toMatchObject({ title: expect.any(String), branch: expect.any(String), commit: { message: expect.any(String) } });
  });

  it("has a step that changes the copy, ends with 0, and prints the body of the pull request", () => {
    const copy = createFolder({ "a.js": upgrade + ask });
    expect(spec.steps).toHaveLength(1);
    const { code, stdout } = createShell().run(spec.steps[0].run, copy.path);
    expect([code, copy.read("a.js")]).toEqual([0, upgraded + ask]);
    expect([spec.steps[0].outputs.report.value, spec.changesetTemplate.body]).toEqual(["${{ step.stdout }}", "${{ outputs.report }}"]);
    for (const part of ["a.js", "RFC 8996", "`rejectUnauthorized: false`"]) expect(stdout).toContain(part);
  });
});

describe("openrewrite/rewrite.yml", () => {
  it("names a transform that jscodeshift runs with these arguments", () => {
    const { type, recipeList } = parse(example("openrewrite/rewrite.yml"));
    expect(type).toBe("specs.openrewrite.org/v1beta/recipe");
    const { transform, codemodArgs } = recipeList[0]["org.openrewrite.codemods.ApplyCodemod"];
    const [, installed] = /^-t \/opt\/codemods\/node_modules\/tls-codemod\/(\S+)$/.exec(transform)!;
    const copy = createFolder({ "src/a.js": upgrade, "src/b.ts": upgrade + ask, "src/c.vue": upgrade });
    const words = ["-t", join(root, "codemods", installed!), ...codemodArgs, "src"].map((word) => `"${word}"`).join(" ");
    const { code, stdout, stderr } = createShell().run(`"${process.execPath}" "${join(root, "node_modules/jscodeshift/bin/jscodeshift.js")}" ${words}`, copy.path);
    expect(code, stdout + stderr).toBe(0);
    expect(["src/a.js", "src/b.ts", "src/c.vue"].map((name) => copy.read(name))).toEqual([upgraded, upgraded + ask, upgrade]);
  });
});

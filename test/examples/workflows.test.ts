import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../../codemods/test/harness/folder.js";
import { ask, broken, manual, upgrade } from "../../codemods/test/harness/samples.js";
import { commandsOf, createShell, example, root, workflowOf } from "./bench.js";

const files = { "src/a.js": upgrade, "src/b.js": ask, "src/c.js": manual, "lib/d.js": upgrade, "lib/e.js": "export {};\n", "package.json": '{ "engines": { "node": ">=20" } }' };

describe("ci-matrix/tls-options.yml", () => {
  const workflow = workflowOf(example("ci-matrix/tls-options.yml"));
  const parts = workflow.jobs["check"]!.strategy!.matrix.part;

  /** Every machine has its own checkout; the last one has only the reports. */
  function matrix(content: Readonly<Record<string, string>>) {
    const [repository, shell, machine] = [createRepository(content), createShell(), createFolder()];
    repository.git("remote", "add", "origin", "https://example.com/acme/service.git");
    const codes = parts.map((part) => {
      const checkout = createFolder();
      cpSync(repository.path, checkout.path, { recursive: true });
      const [command] = commandsOf(workflow, "check", { "matrix.part": part, "strategy.job-total": parts.length });
      const { code } = shell.run(command!, checkout.path);
      machine.write({ [`part-${part}.json`]: checkout.bytes(`part-${part}.json`) });
      return code;
    });
    const ends = commandsOf(workflow, "report").map((command) => shell.run(command, machine.path, { GITHUB_STEP_SUMMARY: join(machine.path, "summary.md") }).code);
    return { repository, shell, machine, codes, ends };
  }

  it("ends well in every part, and joins them into the report of the whole", () => {
    const { repository, shell, machine, codes, ends } = matrix(files);
    expect([codes, ends]).toEqual([[0, 0, 0, 0], [0, 0]]);
    expect(machine.read("tls-report.json")).toBe(shell.run("npx --yes tls-codemod@1 check --fail-on none --format json", repository.path).stdout);
    expect(machine.read("summary.md")).toBe(machine.read("tls-report.md"));
    expect(machine.read("tls-report.html")).toContain("<!doctype html>");
  });

  it("fails, in the part and in the end, where a file cannot be read", () => {
    const { codes, ends } = matrix({ ...files, "src/broken.js": broken });
    expect([codes.filter((code) => code === 3).length, ends[0]]).toEqual([1, 3]);
  });
});

describe("sarif-upload/tls-options.yml", () => {
  it("ends well with findings, and makes a report that is SARIF 2.1.0", () => {
    const [repository, shell] = [createRepository(files), createShell()];
    const [command, ...others] = commandsOf(workflowOf(example("sarif-upload/tls-options.yml")), "check");
    expect([others, shell.run(command!, repository.path).code]).toEqual([[], 0]);
    const sarif = JSON.parse(repository.read("tls-codemod.sarif"));
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(JSON.parse(readFileSync(join(root, "codemods/test/reports/sarif-2.1.0.schema.json"), "utf8")));
    expect(validate(sarif), JSON.stringify(validate.errors)).toBe(true);
    expect(sarif.runs[0].results).toHaveLength(4);
  });
});

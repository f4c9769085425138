import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { createFolder } from "../../codemods/test/harness/folder.js";
import { ask, strong } from "../../codemods/test/harness/samples.js";
import { createShell, root } from "./bench.js";

interface Spec {
  readonly spec: {
    readonly inputs: Readonly<
      Record<string, { readonly description: string; readonly default: string; readonly options?: readonly string[] }>
    >;
  };
}

interface Job {
  readonly stage: string;
  readonly image: string;
  readonly variables: Readonly<Record<string, { readonly value: string; readonly expand: boolean }>>;
  readonly script: readonly string[];
  readonly artifacts: { readonly when: string; readonly reports: Readonly<Record<string, string>> };
}

const text = readFileSync(join(root, "templates/check.yml"), "utf8");
const [{ spec }, jobs, ...others] = parseAllDocuments(text).map((document) => document.toJS()) as unknown as [
  Spec,
  Readonly<Record<string, Job>>,
  ...unknown[],
];
const job = jobs["tls-options"]!;

/** What GitLab puts in the place of an input. */
const filled = (value: string, inputs: Readonly<Record<string, string>>) =>
  value.replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => inputs[name] ?? spec.inputs[name]!.default);

function runJob(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
  const folder = createFolder(files);
  const variables = Object.entries(job.variables).map(([name, { value }]) => [name, filled(value, inputs)]);
  return { folder, ...createShell().run(job.script.join("\n"), folder.path, Object.fromEntries(variables)) };
}

describe("templates/check.yml, a component of GitLab,", () => {
  it("has a header that says what each input is for, and one job that uses each of them", () => {
    expect([others, Object.keys(jobs)]).toEqual([[], ["tls-options"]]);
    for (const [name, { description, default: usual, options }] of Object.entries(spec.inputs)) {
      expect(description).toMatch(/\.$/);
      if (options) expect(options).toContain(usual);
      expect(JSON.stringify(job)).toContain(`$[[ inputs.${name} ]]`);
    }
    const used = [...text.matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name!);
    expect(new Set(used)).toEqual(new Set(Object.keys(spec.inputs)));
  });

  it("fails on an error, and leaves the reports that GitLab reads", () => {
    const { code, folder, stdout } = runJob({ "a.js": ask });
    expect([code, stdout]).toEqual([1, expect.stringContaining("no-disabled-certificate-verification")]);
    expect(job.artifacts.when).toBe("always");
    const reports = Object.fromEntries(
      Object.entries(job.artifacts.reports).map(([kind, file]) => [kind, JSON.parse(folder.read(file))]),
    );
    expect(reports["codequality"]).toMatchObject([{ check_name: "no-disabled-certificate-verification" }]);
    expect(reports["sast"]).toMatchObject({ scan: { type: "sast" }, vulnerabilities: [{ location: { file: "a.js" } }] });
  });

  it("hands its inputs over", () => {
    const files = { "src/a.js": strong, "b.js": ask };
    expect(runJob(files, { paths: "src" }).code).toBe(0);
    expect(runJob(files, { "fail-on": "none" }).code).toBe(0);
    expect(runJob(files, { profile: "nonesuch" }).code).toBe(2);
    expect(runJob({ "a.js": "require('tls').connect({ ecdhCurve: 'X25519MLKEM768' });\n" }, { node: "18" }).code).toBe(1);
  });

  it("runs nothing that an input holds", () => {
    expect(Object.values(job.variables).every(({ expand }) => !expand)).toBe(true);
    expect(job.script.join("\n")).not.toContain("$[[");
    const { code, folder } = runJob({ "a.js": strong }, { paths: "$(touch made) ; touch made", node: '"; touch made; "' });
    expect([code, existsSync(join(folder.path, "made"))]).toEqual([2, false]);
  });
});

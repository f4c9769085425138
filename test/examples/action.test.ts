import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createFolder } from "../../codemods/test/harness/folder.js";
import { ask, strong } from "../../codemods/test/harness/samples.js";
import { createShell, root } from "./bench.js";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly { readonly env?: Readonly<Record<string, string>>; readonly run?: string; readonly uses?: string; readonly if?: string }[] };
}

const action = parse(readFileSync(join(root, "action.yml"), "utf8")) as Action;
const [step, upload] = action.runs.steps;

/** Runs the step as a runner does: inputs in the environment, two files beside it. */
function runAction(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
  const [folder, temp] = [createFolder(files), createFolder()];
  const given = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, name: string) => inputs[name] ?? action.inputs[name]!.default);
  const env = Object.fromEntries(Object.entries(step!.env!).map(([name, text]) => [name, given(text)]));
  const summary = join(temp.path, "summary.md");
  const ran = createShell().run(step!.run!, folder.path, { ...env, RUNNER_TEMP: temp.path, GITHUB_STEP_SUMMARY: summary });
  return { ...ran, folder, summary: existsSync(summary) ? readFileSync(summary, "utf8") : "" };
}

describe("action.yml", () => {
  it("annotates, writes a summary and SARIF, and fails on an error", () => {
    const { code, stdout, summary, folder } = runAction({ "a.js": ask });
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^::error file=a\.js,line=1,/)]);
    expect(summary).toContain("no-disabled-certificate-verification");
    expect(JSON.parse(folder.read("tls-options.sarif")).runs[0].results).toHaveLength(1);
  });

  it("passes where nothing is found, and where nothing may fail it", () => {
    expect(runAction({ "a.js": strong }).code).toBe(0);
    expect(runAction({ "a.js": ask }, { "fail-on": "none" }).code).toBe(0);
  });

  it("hands its inputs over: paths, profile, releases, level", () => {
    const files = { "src/a.js": strong, "b.js": ask, "src/c.js": "require('tls').connect({ ecdhCurve: 'X25519MLKEM768' });\n" };
    expect(runAction(files, { paths: "src/a.js\nsrc/c.js", node: ">=26" }).code).toBe(0);
    expect(runAction(files, { paths: "src", node: "18" }).stdout).toContain("no-invalid-tls-options");
    expect(runAction(files, { paths: "src/a.js", profile: "nonesuch" }).code).toBe(2);
  });

  it("runs nothing that an input holds", () => {
    const { code, folder } = runAction({ "a.js": strong }, { paths: "$(touch made) ; touch made", node: '"; touch made; "' });
    expect([code, existsSync(join(folder.path, "made"))]).toEqual([2, false]);
  });

  it("is composite, says what each input is for, and names a release of what it uses", () => {
    expect(action.runs.using).toBe("composite");
    expect(Object.values(action.inputs).filter(({ description }) => !description.endsWith("."))).toEqual([]);
    expect(upload).toMatchObject({ uses: expect.stringMatching(/@v\d+$/), if: expect.stringContaining("upload-sarif") });
    expect(step!.run).not.toContain("${{");
  });
});

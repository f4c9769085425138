import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import tls from "eslint-plugin-tls";
import { describe, expect, it } from "vitest";
import { createFolder } from "../../codemods/test/harness/folder.js";
import { run } from "../../codemods/test/harness/run.js";
import { readSnapshot } from "../corpus/snapshot.js";
import { workspacePackages } from "../corpus/workspace-packages.js";
import { described, type Said } from "../harness/said.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = /\.[cm]?[jt]sx?$/;

/** What `tls-codemod check` finds in programs above notes, of the rules that `recommended` holds. */
async function commandLine(words: readonly string[]) {
  const { stdout, exitCode } = await run({ ...createFolder(), path: root }, [
    "check",
    ...words,
    "--format",
    "json",
    "--fail-on",
    "error",
  ]);
  const findings = (JSON.parse(stdout) as { findings: (Said & { status: string })[] }).findings.filter(
    ({ path, rule, level, status }) =>
      program.test(path) &&
      level !== "note" &&
      status === "new" &&
      Object.hasOwn(tls.configs.recommended.rules!, `tls/${rule}`),
  );
  return { findings: findings.map(described).sort(), exitCode };
}

/** The same of ESLint with the config that `init` writes, where an error is what fails. */
function eslint(paths: readonly string[]) {
  const linter = new Linter({ cwd: root });
  const everything = { ignores: ["!**/node_modules/"] };
  const config: Linter.Config = {
    ...tls.configs.recommended,
    files: ["**/*.{js,cjs,mjs,ts,cts,mts}"],
    linterOptions: { reportUnusedDisableDirectives: "off", noInlineConfig: true },
    languageOptions: { parser: typescriptParser },
  };
  const messages = paths.flatMap((path) =>
    linter
      .verify(readFileSync(join(root, path), "utf8"), [everything, config], { filename: join(root, path) })
      .map((message) => ({ ...message, path })),
  );
  const findings = messages.map(({ path, line, column, ruleId, severity }) =>
    described({ path, line, column, rule: ruleId!.split("/")[1]!, level: severity === 2 ? "error" : "warning" }),
  );
  return { findings: findings.sort(), exitCode: messages.some(({ severity }) => severity === 2) ? 1 : 0 };
}

const pathsOf = (findings: readonly string[]) => [...new Set(findings.map((line) => line.split(":", 1)[0]!))];

describe("a finding weighs the same in ESLint as on the command line", () => {
  it("in the sample service", async () => {
    const said = await commandLine(["examples/legacy-service"]);
    expect(eslint(pathsOf(said.findings))).toEqual(said);
  });

  it("in the packages of the corpus", async () => {
    const packages = workspacePackages(root);
    const reviewed = readFileSync(new URL("../corpus/node-modules.txt", import.meta.url), "utf8");
    const files = readSnapshot(reviewed).filter(({ file }) => program.test(file));
    const paths = new Set(files.map(({ package: name, file }) => join(packages.get(name)!, file)));
    const said = await commandLine([...paths, "--no-gitignore"]);
    expect(eslint(pathsOf(said.findings))).toEqual(said);
  });
});

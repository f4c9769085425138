import { relative } from "node:path";
import type { ESLint } from "eslint";
import tls from "eslint-plugin-tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../harness/cases.js";
import { oxlintMessages, run } from "./hosts.js";
import { collectRuleCases } from "./rule-cases.js";
import { createProject, type TemporaryProject } from "./temporary-project.js";

const rules = Object.fromEntries(Object.keys(tls.rules).map((name) => [`tls/${name}`, "error"]));

/** `all` is for programs; rules that read other files only are in the configs of those. */
const rulesOfPrograms = new Set(Object.keys(tls.configs.all.rules!).filter((name) => name.startsWith("tls/")));

/** A project with each case as a file. Cases that are judged by the same settings share a folder, because oxlint takes settings by folder. */
function filesOf(samples: readonly Sample[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = { "package.json": '{ "type": "module" }\n' };
  const folders = [...new Set(samples.map(settingsOf))];
  for (const [number, sample] of samples.entries())
    files[`cases/${folders.indexOf(settingsOf(sample))}/${number}/${sample.path}`] = sample.code;
  const settings = folders.map((text) => ({ tls: JSON.parse(text) as object }));
  settings.forEach((each, folder) => (files[`cases/${folder}/.oxlintrc.json`] = oxlintConfig(each)));
  return {
    ...files,
    "eslint.config.js": eslintConfig(
      settings.map((each, folder) => ({ files: [`cases/${folder}/**`], settings: each })),
    ),
  };
}

function settingsOf({ settings }: Sample): string {
  return JSON.stringify(settings);
}

function oxlintConfig(settings: object): string {
  return JSON.stringify({ jsPlugins: ["eslint-plugin-tls"], categories: { correctness: "off" }, rules, settings });
}

function eslintConfig(blocks: readonly object[]): string {
  return `import parser from "@typescript-eslint/parser";
import tls from "eslint-plugin-tls";

export default [
  { files: ["**/*.{js,cjs,mjs,ts,tsx}"], plugins: { tls }, rules: ${JSON.stringify(rules)}, linterOptions: { reportUnusedDisableDirectives: "off" } },
  { files: ["**/*.{ts,tsx}"], languageOptions: { parser } },
  { files: ["**/*.{js,tsx}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  ...${JSON.stringify(blocks)},
];
`;
}

describe("oxlint with the unmodified plugin", () => {
  let project: TemporaryProject;
  let samples: readonly Sample[];

  beforeAll(async () => {
    samples = await collectRuleCases();
    project = createProject({
      eslint: "eslint",
      oxlint: "oxlint",
      "@typescript-eslint/parser": "@typescript-eslint/parser",
    });
    project.write(filesOf(samples));
  });

  afterAll(() => project.remove());

  it("finds in the cases of all rules what ESLint finds, in the same places and words", () => {
    const expected = eslintFindings(project);
    expect(oxlintFindings(project)).toEqual(expected);
    expect(new Set(expected.map((finding) => finding.split(" ")[1]))).toEqual(rulesOfPrograms);
  });
});

function eslintFindings(project: TemporaryProject): readonly string[] {
  const { stdout } = run(project, process.execPath, ["node_modules/eslint/bin/eslint.js", "cases", "--format", "json"]);
  return (JSON.parse(stdout) as ESLint.LintResult[])
    .flatMap(({ filePath, messages }) =>
      messages.map((message) =>
        described({ ...message, path: relative(project.folder, filePath), rule: message.ruleId ?? "none" }),
      ),
    )
    .sort();
}

function oxlintFindings(project: TemporaryProject): readonly string[] {
  return oxlintMessages(
    run(project, process.execPath, ["node_modules/oxlint/bin/oxlint", "cases", "--format", "json"]).stdout,
  )
    .map(described)
    .sort();
}

function described({ path, line, column, rule, message }: ReturnType<typeof oxlintMessages>[number]): string {
  return `${path}:${line}:${column} ${rule} ${message}`;
}

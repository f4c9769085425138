import { resolve } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, type Rule as EslintRule } from "eslint";
import { analyze, type Finding, resolveSettings, type Rule, type SourceFile } from "tls-rules";
import { defaultNodeRange } from "tls-rules/node-releases";
import { expect } from "vitest";
import { toEslintRule } from "../../../packages/eslint-plugin/src/to-eslint-rule.js";
import { isTypeScript, type Sample } from "../cases.js";
import { withAllFixes } from "../with-all-fixes.js";
import { mergedEdit } from "../with-edits.js";
import type { Door } from "./reading.js";

const linter = new Linter({ cwd: resolve("") });

/** ESLint with its own parser, which reads JavaScript only. */
export const espreeDoor = eslintDoor(
  "ESLint with espree",
  { globals: { process: "writable", require: "readonly" } },
  ({ path }) => !isTypeScript(path),
);

/** ESLint with typescript-eslint's parser. */
export const typescriptDoor = eslintDoor(
  "ESLint with @typescript-eslint/parser",
  { parser: typescriptParser },
  () => true,
);

function eslintDoor(name: string, languageOptions: Linter.LanguageOptions, canRead: Door["canRead"]): Door {
  return {
    name,
    canRead,
    read(rule, sample) {
      const lint = linterFor(rule, sample, languageOptions);
      const findings = analyzeInside(rule, sample, languageOptions);
      const messages = lint(sample.code);
      expect(messages, `messages of ${name}`).toEqual(findings.map((finding) => messageOf(finding, sample.code)));
      return { findings, output: withAllFixes(sample.code, messages, lint) };
    },
  };
}

type Lint = (text: string) => readonly Linter.LintMessage[];

function linterFor(rule: Rule, sample: Sample, languageOptions: Linter.LanguageOptions): Lint {
  const config = configFor(rule.name, toEslintRule(rule), sample, languageOptions);
  return (text) => linter.verify(text, [config], { filename: resolve(sample.path) });
}

/** What the analysis itself says of the tree and scopes that ESLint hands to rules. */
function analyzeInside(rule: Rule, sample: Sample, languageOptions: Linter.LanguageOptions): readonly Finding[] {
  let findings: readonly Finding[] = [];
  const witness: EslintRule.RuleModule = {
    create: ({ sourceCode }) => ({
      "Program:exit"() {
        const { text, ast, scopeManager } = sourceCode;
        findings = analyze(
          { path: sample.path, text, ast, scopeManager } as unknown as SourceFile,
          resolveSettings(sample.settings),
          [rule],
        );
      },
    }),
  };
  const config = configFor("witness", witness, sample, languageOptions);
  linter.verify(sample.code, [config], { filename: resolve(sample.path) });
  return findings;
}

function configFor(
  name: string,
  rule: EslintRule.RuleModule,
  { path, settings }: Sample,
  languageOptions: Linter.LanguageOptions,
): Linter.Config {
  return {
    files: ["**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}"],
    plugins: { tls: { rules: { [name]: rule } } },
    rules: { [`tls/${name}`]: "error" },
    // this workspace names releases of its own
    settings: { tls: { node: defaultNodeRange, ...settings } },
    languageOptions: {
      ...languageOptions,
      sourceType: path.endsWith(".cjs") ? "commonjs" : "module",
      parserOptions: { ecmaFeatures: { jsx: /\.(jsx|tsx|js)$/.test(path) } },
    },
    linterOptions: { reportUnusedDisableDirectives: "off" },
  };
}

/** A finding as ESLint words it. */
export function messageOf({ rule, messageId, message, range, edits, grade, remedy }: Finding, code: string): unknown {
  const text = code.replace(/^\uFEFF/, "");
  const fix = grade === "manual" ? undefined : mergedEdit(text, edits);
  const [start, end] = range.map((offset) => placeOf(text, offset)) as [Place, Place];
  return {
    ruleId: `tls/${rule}`,
    severity: 2,
    messageId,
    message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(fix &&
      (grade === "fix" ? { fix } : { suggestions: [{ messageId: "remedy", data: { remedy }, desc: remedy, fix }] })),
  };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function placeOf(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|[\r\n\u2028\u2029]/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

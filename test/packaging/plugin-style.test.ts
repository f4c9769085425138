import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import typescriptParser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import style from "eslint-plugin-eslint-plugin";
import tls from "eslint-plugin-tls";
import { describe, expect, it } from "vitest";
import { root } from "./workspace-packages.js";

/** Rules of eslint-plugin-eslint-plugin that do not fit, each with its reason. */
const exceptions: Linter.RulesRecord = {
  // fixes and suggestions are made of a finding's edits, in the adapter: the rule alone shows neither
  "eslint-plugin/require-meta-has-suggestions": "off",
  // which files a rule reads is told by the file's kind, so that a parser of anybody's will do
  "eslint-plugin/require-meta-languages": "off",
  // the modules that are linted here are printed from objects
  "eslint-plugin/meta-property-ordering": "off",
  // as ESLint's own naming has it, beside the three words of the default
  "eslint-plugin/require-meta-docs-description": ["error", { pattern: "^(enforce|require|disallow|prefer) " }],
  // a case is read by its name
  "eslint-plugin/test-case-property-ordering": ["error", ["name", "filename", "code", "settings"]],
};

const cases = join(root, "packages/rules/test/rules");

function complaintsAbout(code: string): readonly string[] {
  const config: Linter.Config[] = [
    { files: ["**/*.ts"], languageOptions: { parser: typescriptParser } },
    style.configs.all as Linter.Config,
    { rules: exceptions },
  ];
  return new Linter()
    .verify(code, config, { filename: "rule.ts" })
    .map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`);
}

/** The rule as a module of its own, because the adapter's text shows no rule to a linter. */
function moduleOf({ meta, create }: Rule.RuleModule): string {
  return `export default { meta: ${JSON.stringify(meta)}, ${String(create)} };\n`;
}

describe("eslint-plugin-eslint-plugin accepts, with all its rules,", () => {
  it("finds what is wrong with a rule at all", () => {
    expect(complaintsAbout("export default { meta: {}, create(context) { return {}; } };")).not.toEqual([]);
  });

  it.each(Object.entries(tls.rules))("the rule %s", (_, rule) => {
    expect(complaintsAbout(moduleOf(rule))).toEqual([]);
  });

  it.each(readdirSync(cases).filter((name) => name.endsWith(".test.ts")))("the cases of %s", (name) => {
    const code = readFileSync(join(cases, name), "utf8").replaceAll(
      /\btestRule\("([\w-]+)", /g,
      'new RuleTester().run("$1", rule, ',
    );
    expect(code).toContain("new RuleTester()");
    expect(complaintsAbout(code)).toEqual([]);
  });
});

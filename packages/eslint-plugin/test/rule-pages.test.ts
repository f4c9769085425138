import { readdirSync, readFileSync } from "node:fs";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import tls from "eslint-plugin-tls";
import { rules } from "tls-rules";
import { describe, expect, it } from "vitest";

const folder = new URL("../docs/rules/", import.meta.url);

const headings = [
  "What it finds",
  "Why",
  "Incorrect",
  "Correct",
  "What the edit changes, and who may stop connecting",
  "Options",
  "When not to use it",
  "References",
];

it("every rule has a page, and every page a rule", () => {
  expect(readdirSync(folder).sort()).toEqual(rules.map(({ name }) => `${name}.md`).sort());
});

describe.each(rules.map(({ name }) => name))("%s", (rule) => {
  const page = readFileSync(new URL(`${rule}.md`, folder), "utf8");

  it("has the headings of all pages, in their order", () => {
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
  });

  it("says something under every heading", () => {
    const empty = headings.filter((heading) => section(page, heading).replaceAll(/<!--.*?-->/g, "").trim() === "");
    expect(empty).toEqual([]);
  });

  it("is found in each incorrect example, at the default settings", () => {
    const silent = examples(page, "Incorrect").filter((example) => lint(rule, example, {}).length === 0);
    expect(silent).toEqual([]);
  });

  it("is silent about each correct example, at every level", () => {
    const found = examples(page, "Correct").flatMap((example) => lint(rule, example, { level: "note" }));
    expect(found).toEqual([]);
  });
});

interface Example {
  readonly language: string;
  readonly code: string;
}

function section(page: string, heading: string): string {
  return page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))?.slice(heading.length) ?? "";
}

function examples(page: string, heading: string): readonly Example[] {
  const found = [...section(page, heading).matchAll(/^```(js|ts)\n(.*?)^```$/gms)].map(([, language, code]) => ({ language: language!, code: code! }));
  expect(found, `examples under ${heading}`).not.toEqual([]);
  return found;
}

function lint(rule: string, { language, code }: Example, options: object): readonly Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ["**/*.{js,ts}"],
    plugins: { tls },
    rules: { [`tls/${rule}`]: ["error", options] },
    ...(language === "ts" && { languageOptions: { parser: typescriptParser } }),
  };
  const messages = new Linter().verify(code, [config], { filename: `example.${language}` });
  expect(messages.filter(({ fatal }) => fatal), code).toEqual([]);
  return messages;
}

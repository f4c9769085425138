import { readdirSync, readFileSync } from "node:fs";
import json from "@eslint/json";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import tls from "eslint-plugin-tls";
import * as yml from "eslint-plugin-yml";
import { resolveSettings, rules } from "tls-rules";
import { defaultNodeRange } from "tls-rules/node-releases";
import { describe, expect, it } from "vitest";
import { mendText } from "../../../codemods/src/engine/mending/mend-text.js";
import { otherTextReader } from "../../../codemods/src/engine/reading/read-other-text.js";
import { programReader } from "../../../codemods/src/engine/reading/read-program.js";

const folder = new URL("../docs/rules/", import.meta.url);

const headings = [
  "What it finds",
  "Why",
  "Incorrect",
  "Correct",
  "What the edit changes, and who may stop connecting",
  "In Python",
  "In C",
  "Options",
  "When not to use it",
  "References",
];

/** The command line asks some rules about other languages, too; `test/docs` runs what their pages show. */
const otherLanguages: Readonly<Record<string, "checkPython" | "checkOpenSslCall">> = {
  "In Python": "checkPython",
  "In C": "checkOpenSslCall",
};

function headingsOf(name: string): readonly string[] {
  const rule = rules.find((each) => each.name === name)!;
  return headings.filter((heading) => {
    const check = otherLanguages[heading];
    return check === undefined || rule[check] !== undefined;
  });
}

it("every rule has a page, and every page a rule", () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(tls.rules)
      .map((name) => `${name}.md`)
      .sort(),
  );
});

describe.each(Object.keys(tls.rules))("%s", (rule) => {
  const page = readFileSync(new URL(`${rule}.md`, folder), "utf8");

  it("has the headings of all pages, in their order", () => {
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headingsOf(rule));
  });

  it("says something under every heading", () => {
    const empty = headingsOf(rule).filter(
      (heading) =>
        section(page, heading)
          .replaceAll(/<!--.*?-->/g, "")
          .trim() === "",
    );
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

  it("shows the edits that the command line's engine makes, too", () => {
    const diffs = [
      ...section(page, "What the edit changes, and who may stop connecting").matchAll(/^```diff\n(.*?)^```$/gms),
    ].map(([, diff]) => ({ before: sideOf(diff!, "-"), after: sideOf(diff!, "+") }));
    const mended = examples(page, "Incorrect").map(({ language, code }) => ({
      before: code,
      after: mend(rule, language, code),
    }));
    expect(diffs).toEqual(mended.filter(({ before, after }) => before !== after));
  });
});

function sideOf(diff: string, mark: "-" | "+"): string {
  const lines = diff.split("\n").filter((line) => line === "" || line[0] === " " || line[0] === mark);
  return lines.map((line) => line.slice(1)).join("\n");
}

function mend(rule: string, language: string, code: string): string {
  const read = /^[jt]s$/.test(language)
    ? programReader(rules.filter(({ name }) => name === rule))
    : otherTextReader([rule]);
  return mendText(readings[language]!.filename, code, resolveSettings({ level: "note" }), {
    read,
    grades: ["fix", "upgrade", "ask"],
  }).text;
}

interface Example {
  readonly language: string;
  readonly code: string;
}

const languagePlugins = { json, yml } as unknown as NonNullable<Linter.Config["plugins"]>;

/** Under which name and by which parser an example is read. */
const readings: Readonly<Record<string, Linter.Config & { readonly filename: string }>> = {
  js: { filename: "example.js", files: ["**/*.js"] },
  ts: { filename: "example.ts", files: ["**/*.ts"], languageOptions: { parser: typescriptParser } },
  json: { filename: "package.json", files: ["**/*.json"], language: "json/json" },
  yaml: { filename: ".github/workflows/example.yml", files: ["**/*.yml"], language: "yml/yaml" },
};

function section(page: string, heading: string): string {
  return (
    page
      .split(/^## /m)
      .find((part) => part.startsWith(`${heading}\n`))
      ?.slice(heading.length) ?? ""
  );
}

function examples(page: string, heading: string): readonly Example[] {
  const found = [...section(page, heading).matchAll(/^```(js|ts|json|yaml)\n(.*?)^```$/gms)].map(
    ([, language, code]) => ({ language: language!, code: code! }),
  );
  expect(found, `examples under ${heading}`).not.toEqual([]);
  return found;
}

function lint(rule: string, { language, code }: Example, options: object): readonly Linter.LintMessage[] {
  const config: Linter.Config = {
    plugins: { tls, ...languagePlugins },
    rules: { [`tls/${rule}`]: ["error", options] },
    settings: { tls: { node: defaultNodeRange } },
  };
  const { filename, ...reading } = readings[language]!;
  const messages = new Linter().verify(code, [config, reading], { filename });
  expect(
    messages.filter(({ fatal }) => fatal),
    code,
  ).toEqual([]);
  return messages;
}

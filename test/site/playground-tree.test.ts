import { parseForESLint } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { parses } from "../harness/cases.js";
import { collectRuleCases } from "../hosts/rule-cases.js";
import { readSource } from "./playground.js";
import { doubtfulSamples, javascriptSamples, typescriptSamples } from "./syntax-samples.js";

type Language = "javascript" | "typescript";

interface Node {
  readonly type: string;
  readonly range: readonly number[];
  readonly [key: string]: unknown;
}

/** What tells one node from another of its type. */
const words = [
  "name",
  "value",
  "operator",
  "kind",
  "computed",
  "optional",
  "static",
  "shorthand",
  "generator",
  "async",
  "delegate",
  "directive",
  "bigint",
  "raw",
  "abstract",
  "exportKind",
  "importKind",
];

/** A tree as far as scopes are read from it and rules look at it: without what only one parser adds. */
function outline(
  node: Node | null | undefined,
  keysOf: Readonly<Record<string, readonly string[] | undefined>>,
): unknown {
  if (!node) return null;
  const facts = words.filter((word) => node[word] && typeof node[word] !== "object").map((word) => [word, node[word]]);
  const parts = (keysOf[node.type] ?? []).map((key) => {
    const part = node[key] as Node | readonly Node[] | null | undefined;
    return [
      key,
      part instanceof Array ? part.map((child) => outline(child, keysOf)) : outline(part as Node | null, keysOf),
    ];
  });
  return {
    type: node.type,
    range: [...node.range],
    ...Object.fromEntries([...facts, ...parts.filter(([, part]) => part !== null && String(part) !== "")]),
  };
}

function expectSameTree(code: string, language: Language): void {
  const filePath = language === "typescript" ? "src/sample.ts" : "src/sample.jsx";
  const { ast, visitorKeys } = parseForESLint(code, {
    range: true,
    filePath,
    ecmaFeatures: { jsx: true, globalReturn: true },
  });
  const keysOf = visitorKeys as Readonly<Record<string, readonly string[] | undefined>>;
  expect(outline(readSource(code, language).ast, keysOf)).toEqual(outline(ast as unknown as Node, keysOf));
}

describe("the playground's tree is typescript-eslint's", () => {
  it.each(typescriptSamples)("for TypeScript: %s", (code) => expectSameTree(code, "typescript"));
  it.each(javascriptSamples)("for JavaScript: %s", (code) => expectSameTree(code, "javascript"));

  it("for the cases of all rules", async () => {
    const cases = await collectRuleCases();
    expect(cases.length).toBeGreaterThan(300);
    for (const { code, path } of cases) expectSameTree(code, path.endsWith("ts") ? "typescript" : "javascript");
  });
});

describe("the playground takes what the command line takes", () => {
  const takes = (code: string, language: Language): boolean => {
    try {
      return readSource(code, language) !== undefined;
    } catch {
      return false;
    }
  };

  it.each(doubtfulSamples)("%s", (code) => {
    expect({ javascript: takes(code, "javascript"), typescript: takes(code, "typescript") }).toEqual({
      javascript: parses("src/a.js", code),
      typescript: parses("src/a.ts", code),
    });
  });

  it("and refuses some", () => {
    expect(doubtfulSamples.filter((code) => !takes(code, "typescript")).length).toBeGreaterThan(5);
  });
});

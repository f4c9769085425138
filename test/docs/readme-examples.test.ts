import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);

interface Example {
  readonly code: string;
  readonly line: number;
}

function examplesIn(path: string): readonly Example[] {
  const text = readFileSync(new URL(path, root), "utf8");
  return [...text.matchAll(/^```js\n([^]*?)^```/gm)].map((match) => ({
    code: match[1]!,
    line: text.slice(0, match.index).split("\n").length,
  }));
}

/** `expression;` on one line or more with `// → value` behind it is an expectation. */
function toModule(code: string): string {
  return code.replaceAll(
    /^((?!import|const|let|\/\/|\s|[})]).*?(?:\n[ \t}].*?)*);\n\/\/ → (.*)$/gm,
    (_, expression: string, comment: string) => {
      return `results.push({ actual: ${expression}, expected: ${expectedIn(comment)} });`;
    },
  );
}

function expectedIn(comment: string): string {
  return /^(\[.*?\]|"[^"]*"|`[^`]*`|\w+)/.exec(comment)![0];
}

/** Imports as awaited destructuring, because a function body cannot hold import declarations. */
function withDynamicImports(code: string): string {
  return code.replaceAll(/^import \{(.*?)\} from (.*?);$/gm, (_, names: string, source: string) => {
    return `const {${names.replaceAll(" as ", ": ")}} = await load(${source});`;
  });
}

const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  "tls-policy": () => import("tls-policy"),
  "tls-rules": () => import("tls-rules"),
  "tls-rules/other-files": () => import("tls-rules/other-files"),
  "node:tls": () => import("node:tls"),
  "@typescript-eslint/parser": () => import("@typescript-eslint/parser"),
};

async function run(code: string): Promise<readonly { actual: unknown; expected: unknown }[]> {
  const results: { actual: unknown; expected: unknown }[] = [];
  const body = new Function("load", "results", `return (async () => {${withDynamicImports(toModule(code))}})();`);
  await body((source: string) => modules[source]!(), results);
  return results;
}

describe.each(["packages/policy/README.md", "packages/rules/README.md"])("%s", (path) => {
  it.each(examplesIn(path))("says what the example on line $line answers", async ({ code }) => {
    const results = await run(code);
    expect(results.length, "expectations in the example").toBe([...code.matchAll(/^\/\/ → /gm)].length);
    for (const { actual, expected } of results) expect(actual).toEqual(expected);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scope, SourceFile } from "tls-rules";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../../src/engine/reading/parse-source.js";
import { constructs } from "./constructs.js";
import { describeScopes, scopesByTypescriptEslint } from "./describe-scopes.js";

const workspace = join(import.meta.dirname, "../../../..");

/** All programs of the workspace's own. */
function programs(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return /^(?:node_modules|dist|coverage|cache|\.git)$/.test(entry.name) ? [] : programs(path);
    return entry.isFile() && /\.(?:[cm]?[jt]s|[jt]sx)$/.test(entry.name) ? [path] : [];
  });
}

function expectSame({ ast, scopeManager }: SourceFile): void {
  expect(describeScopes(scopeManager.scopes)).toEqual(describeScopes(scopesByTypescriptEslint(ast)));
}

/** The names that are used, in the order of the scopes; those that are set with a mark. */
function uses(scopes: readonly Scope[]): string {
  const references = scopes.flatMap((scope) => scope.references);
  return references
    .map((reference) => `${(reference.identifier as { name?: string }).name}${reference.isWrite() ? "=" : ""}`)
    .join(" ");
}

describe("the scopes of a program", () => {
  it.each(Object.entries(constructs))("are those of typescript-eslint: %s", (path, text) => {
    expectSame(parseSource(path, text));
  });

  it("are those of typescript-eslint in all programs here", () => {
    const paths = ["codemods", "docs", "examples", "packages", "test", "tools"].flatMap((folder) =>
      programs(join(workspace, folder)),
    );
    expect(paths.length).toBeGreaterThan(1000);
    for (const path of paths) {
      const file = parsed(path);
      if (file) expectSame(file);
    }
  });

  it.each([
    ["a type in a pattern is no name that is set", "[a as T] = b;", "a= T b", "a= T= b"],
    ["an assertion is visited once", "(a.b as T)++;", "T a", "T a T"],
    ["decorators of a method without a body are worked out with the class", "class A { m(@d a); }", "d", "d"],
  ])("are better where %s", (_, text, here, there) => {
    const { ast, scopeManager } = parseSource("a.ts", text);
    expect([uses(scopeManager.scopes), uses(scopesByTypescriptEslint(ast))]).toEqual([here, there]);
  });

  it("are found at any depth", () => {
    const { scopeManager } = parseSource(
      "a.js",
      `let a;${"{ let b = a; ".repeat(1500)}${"}".repeat(1500)} a${" + a".repeat(20_000)};`,
    );
    const [program] = scopeManager.scopes;
    expect(scopeManager.scopes).toHaveLength(1501);
    expect(program!.variables[0]!.references).toHaveLength(21_501);
  });

  it("are found however many names a pattern has", () => {
    const names = Array.from({ length: 200_000 }, (_, index) => `a${index}`);
    const { scopeManager } = parseSource("a.js", `const [${names.join()}] = b;`);
    expect(scopeManager.scopes[0]!.variables).toHaveLength(200_000);
  });
});

function parsed(path: string): SourceFile | undefined {
  try {
    return parseSource(path, readFileSync(path, "utf8"));
  } catch (error) {
    // some are written not to parse
    if (error instanceof SyntaxError) return;
    throw error;
  }
}

import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const page = new URL("../../docs/threat-model.md", import.meta.url);

const rows = readFileSync(page, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:attack|trusted|---)/.test(line))
  .map((line) => line.slice(2, -2).split(/(?<!\\) \| /))
  .filter(({ length }) => length === 3);

it("has a row for each attack that was tried", () => {
  expect(rows.length).toBeGreaterThan(60);
});

it.each(rows)("a test that is there holds: %s", (_attack, _outcome, tests) => {
  const named = [...tests.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((path) => !path.endsWith(".test.ts") || !existsSync(new URL(path, page)))).toEqual([]);
});

import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/architecture.md", root), "utf8");
const [, section = ""] = /^## Words\n(.*?)^## /ms.exec(page) ?? [];
const words = [...section.matchAll(/^\| `(?<word>\w+)` \| `(?<path>[^`]+)` \| (?<meaning>.+) \|$/gm)].map(
  ({ groups }) => [groups!["word"]!, groups!["path"]!] as const,
);

it("the page has a table of words, each of them once", () => {
  expect(words.length).toBeGreaterThan(19);
  expect(new Set(words.map(([word]) => word)).size).toBe(words.length);
});

it.each(words)("%s is a type of %s", (word, path) => {
  const file = new URL(path, root);
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, "utf8")).toMatch(new RegExp(`^export (?:interface|type|class) ${word}\\b`, "m"));
});

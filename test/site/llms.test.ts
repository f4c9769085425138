import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { pageOf } from "../../docs/site/.vitepress/pages.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sources = [
  "docs/guides/start.md",
  "docs/guides/fleet.md",
  "docs/guides/false-alarms.md",
  "docs/guides/verdicts.md",
];
const readmes = [
  "docs/guides/judgement.md",
  "packages/eslint-plugin/README.md",
  "codemods/README.md",
  "packages/policy/README.md",
];

it("llms.txt names pages of the site", () => {
  const text = readFileSync(`${root}docs/site/public/llms.txt`, "utf8");
  const linked = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
  expect(linked).toEqual([...sources, ...readmes].map((source) => pageOf(source)!.replace(/\.md$/, ".html")));
  expect([...sources, ...readmes].filter((source) => !existsSync(root + source))).toEqual([]);
});

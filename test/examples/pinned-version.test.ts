import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder } from "../../codemods/test/harness/folder.js";
import { run } from "../../codemods/test/harness/run.js";
import { root } from "./bench.js";

const { version } = JSON.parse(readFileSync(join(root, "codemods/package.json"), "utf8"));

const textsIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/node_modules|\.cache|dist/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\.(?:md|ya?ml|sh|js|json)$/.test(file))
    .map((file) => [file.slice(root.length), readFileSync(file, "utf8")] as const);

const copied = [
  ...[".pre-commit-hooks.yaml", "action.yml", "templates/check.yml"].map((path) => [path, readFileSync(join(root, path), "utf8")] as const),
  ...["examples", "docs", ".github"].flatMap(textsIn),
  ...["README.md", "SECURITY.md", "codemods/README.md"].map((path) => [path, readFileSync(join(root, path), "utf8")] as const),
];

/** What npx fetches without a question, and from where else a name would be fetched. */
const fetched = /\b(?:npx|npm exec|pnpm dlx|bunx|yarn dlx)\s+(?:--yes|-y)\s+(?:--\s+)?(\S+)|\b((?:tls-codemod|eslint-plugin-tls)@[\w.-]+)/g;
const namesIn = (text: string) => [...text.matchAll(fetched)].map(([, typed, named]) => (typed ?? named)!);

describe("what somebody may copy and run", () => {
  it("is there", () => {
    expect(copied.length).toBeGreaterThan(30);
    expect(copied.flatMap(([, text]) => namesIn(text)).length).toBeGreaterThan(5);
  });

  it.each(["npx --yes tls-codemod check", "npx --yes tls-codemod@latest", "pnpm dlx -y eslint-plugin-tls@next"])("is looked for: %s", (text) => {
    expect(namesIn(text).every((name) => /@\d/.test(name))).toBe(false);
  });

  it("fetches nothing without a question but a release that it names", () => {
    const loose = copied.flatMap(([path, text]) => namesIn(text).filter((name) => !/@\d/.test(name)).map((name) => `${path}: ${name}`));
    expect(loose).toEqual([]);
  });

  it("names this release in what is copied from here", () => {
    const others = copied
      .filter(([path]) => /^(?:examples\/|templates\/|\.)/.test(path))
      .flatMap(([path, text]) => namesIn(text).filter((name) => name.startsWith("tls-codemod@") && name !== `tls-codemod@${version}`).map((name) => `${path}: ${name}`));
    expect(others).toEqual([]);
  });

  it("is of this release in what init proposes", async () => {
    const folder = createFolder({ ".github/workflows/a.yml": "", "package.json": "{}" });
    const { stdout } = await run(folder, ["init"]);
    const names = namesIn(stdout).filter((name) => name.startsWith("tls-codemod"));
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names)).toEqual(new Set([`tls-codemod@${version}`]));
  });
});

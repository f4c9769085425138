import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

const node = (...words: readonly string[]) => execFileSync(process.execPath, words, { cwd: root, encoding: "utf8" });

/** What every build and every check in CI runs, and test/packaging, and what does its work as soon as it is started. */
const runOften: readonly string[] = ["tools/build.js", "tools/update.js", "tools/try.js"];

const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { scripts: Record<string, string> };
/** The scripts of package.json that start a tool, by the name that people type. */
const tools = Object.entries(scripts).flatMap(([name, command]) =>
  [...command.matchAll(/tools\/\S+\.js/g)]
    .map(([file]) => ({ name, file }))
    .filter(({ file }) => !runOften.includes(file)),
);

/** What other tools are made of; templates are filled in before they run, and `tools/assemble` is a package of its own. */
const parts = readdirSync(`${root}tools`, { recursive: true, encoding: "utf8" })
  .map((file) => `tools/${file.replaceAll("\\", "/")}`)
  .filter((file) => /\.c?js$/.test(file) && !/^tools\/(?:assemble|templates)\//.test(file))
  .filter((file) => ![...runOften, ...tools.map((tool) => tool.file)].includes(file));

describe("the tools of this workspace", () => {
  it.each(tools)("pnpm $name: loads all that it imports, and says how it is used", ({ name, file }) => {
    expect(node(file, "--help")).toMatch(new RegExp(String.raw`^Usage: pnpm ${name}(?: |$)`, "m"));
  });

  it("are made of parts that find what they import", () => {
    const load = `for (const part of ${JSON.stringify(parts.map((file) => pathToFileURL(root + file)))}) await import(part);`;
    expect(node("--input-type=module", "--eval", load)).toBe("");
  });
});

import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../src/terminal/columns.js";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { createHostileFolder, createLegacyService } from "./report-folders.js";
import { finding, rendered, reportWith } from "./samples.js";

const found = { ...finding, grade: "manual", fixable: false, after: undefined, edits: [] } as const;

/** The source line and the carets below it, as a terminal of some width shows them. */
async function pointed(text: string, part: string, columns?: number): Promise<readonly [code: string, carets: string]> {
  const start = text.indexOf(part);
  const shown = await rendered(
    "pretty",
    reportWith([{ ...found, before: text, excerpt: { text, range: [start, start + part.length] } }]),
    { columns },
  );
  const [code, carets] = shown
    .split("\n")
    .filter((line) => line.startsWith("      | "))
    .map((line) => line.slice(8));
  return [code!, carets!];
}

/** The columns that a text takes in a line, from 0. */
const placeOf = (text: string, part: string) => [columnsOf(text.slice(0, text.indexOf(part))), columnsOf(part)];

describe("carets", () => {
  it.each([
    ["plain code", "connect({ weak });", "weak"],
    ["tabs", "\t\tconnect({\tweak });", "weak"],
    ["wide characters", "/* 東京の鍵 \u{1F512} */ connect({ weak });", "weak"],
    ["characters without a width", "/* e\u0301 \u200b */ connect({ weak });", "weak"],
    ["control characters, which are shown as escapes", "/* \u001b[31m \u202e */ connect({ weak });", "weak"],
    ["wide code", "connect({ 'キー': weak });", "'キー': weak"],
  ])("stand below %s", async (_, text, part) => {
    const [code, carets] = await pointed(text, part);
    expect(placeOf(code, part)).toEqual([carets.indexOf("^"), carets.trim().length]);
  });

  it.each([40, 80, 120])("stand below the right part of a line that does not fit into %i columns", async (columns) => {
    for (const lead of [0, 30, 200]) {
      const [code, carets] = await pointed(`${"a.".repeat(lead / 2)}weak(${"b, ".repeat(60)});`, "weak", columns);
      expect(code.slice(carets.indexOf("^"), carets.length)).toBe("weak");
      expect([code.length <= columns - 8, code.endsWith("…")]).toEqual([true, true]);
    }
  });

  it("end with the line when they do not fit", async () => {
    const [code, carets] = await pointed(`connect(${"b, ".repeat(60)});`, `connect(${"b, ".repeat(60)})`, 60);
    expect([columnsOf(code), columnsOf(carets)]).toEqual([52, 52]);
  });
});

describe("a terminal", () => {
  const linesOf = (text: string) => stripVTControlCharacters(text).split("\n");

  it.each([80, 120])("of %i columns breaks no line of what is found in the sample service", async (columns) => {
    const { stdout } = await run(createLegacyService(), [], { isTerminal: true, columns });
    expect(linesOf(stdout).filter((line) => columnsOf(line) > columns)).toEqual([]);
  });

  it("shows all of a message and of an edit", async () => {
    const folder = createLegacyService();
    const wide = (await run(folder, [])).stdout.replace(/^scanned.*/m, "");
    const narrow = stripVTControlCharacters((await run(folder, [], { isTerminal: true, columns: 64 })).stdout);
    const without = (text: string) => text.replaceAll(/\s+/g, "");
    for (const line of wide.split("\n").filter((candidate) => /^ {6}[-+] /.test(candidate)))
      expect(without(narrow)).toContain(without(line));
    for (const [, message] of wide.matchAll(/^ {2}\d+:\d+.*? {2}no-\S+ {2}(.*) {2}\[\w+\]$/gm))
      expect(without(narrow)).toContain(without(message!));
  });

  it("has words of its own for what the grades mean, and only of those that are there", async () => {
    const { stdout } = await run(
      createFolder({ "a.js": "require('tls').connect({ rejectUnauthorized: false });\n" }),
      [],
    );
    expect(stdout).toContain("\n 1 finding in 1 file · 1 ask\n ask: depends on facts outside the code\n next: ");
  });

  it("puts what a command is for below it where both do not fit beside each other", async () => {
    const folder = createLegacyService();
    const at = async (columns: number) => linesOf((await run(folder, [], { isTerminal: true, columns })).stdout);
    expect(await at(120)).toContainEqual(expect.stringMatching(/^ next: tls-codemod fix {2,}apply 8 upgrade, 1 fix$/));
    expect(await at(60)).toEqual(expect.arrayContaining([" next: tls-codemod fix", "         apply 8 upgrade, 1 fix"]));
  });
});

it("files and pipes get one line for each verdict, whatever the terminal", async () => {
  const folder = createHostileFolder();
  const { stdout } = await run(folder, ["--fail-on", "none", "-o", "all.txt"], { isTerminal: true, columns: 50 });
  const piped = await run(folder, ["--fail-on", "none"]);
  const withoutTime = (text: string) => text.replace(/ in \d.* s /, "");
  expect(withoutTime(folder.read("all.txt"))).toBe(withoutTime(piped.stdout));
  expect(stripVTControlCharacters(stdout)).not.toBe(piped.stdout);
});

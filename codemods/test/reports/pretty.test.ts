import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { ReportFinding } from "../../src/reports/report.js";
import { columnsOf } from "../../src/terminal/columns.js";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, upgrade } from "../harness/samples.js";
import { createHostileFolder, createLegacyService } from "./report-folders.js";
import { finding, manyFindings, rendered, reportWith } from "./samples.js";

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

const linesIn = (text: string) => stripVTControlCharacters(text).split("\n");

describe("a terminal", () => {
  it.each([80, 120])("of %i columns breaks no line of what is found in the sample service", async (columns) => {
    const { stdout } = await run(createLegacyService(), [], { isTerminal: true, columns });
    expect(linesIn(stdout).filter((line) => columnsOf(line) > columns)).toEqual([]);
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
    expect(stdout).toContain(
      "\n 1 finding in 1 file · 1 error · 1 ask\n error: the policy prohibits it · ask: depends on facts outside the code\n next: ",
    );
  });

  it("says what a word of a message means where one has it", async () => {
    const shown = (message: string) => rendered("pretty", reportWith([{ ...found, message }]));
    const legend = " · latent: no effect at the security level that the release has by default\n";
    expect(await shown("It is weak (reachable on Node 18, latent on Node 24.5+).")).toContain(legend);
    expect(await shown("It is weak.")).not.toContain("latent");
  });

  it("puts what a command is for below it where both do not fit beside each other", async () => {
    const folder = createLegacyService();
    const at = async (columns: number) => linesIn((await run(folder, [], { isTerminal: true, columns })).stdout);
    expect(await at(120)).toContainEqual(expect.stringMatching(/^ next: tls-codemod fix {2,}apply 6 upgrade, 1 fix$/));
    expect(await at(60)).toEqual(expect.arrayContaining([" next: tls-codemod fix", "         apply 6 upgrade, 1 fix"]));
  });
});

describe("the volume", () => {
  const of = (parts: Partial<ReportFinding>[]) =>
    reportWith(parts.map((part) => ({ ...found, excerpt: { text: "code", range: [0, 4] }, ...part })));
  const reasoned = "`a` is weak, which RFC 9325 (section 4) says. Remove it.";

  it("a message is in full where its rule is first met, and then says no more than what is wrong", async () => {
    const shown = await rendered(
      "pretty",
      of([{ message: reasoned }, { message: reasoned.replace("`a`", "`b, which`"), line: 9 }]),
    );
    expect(shown.match(/no-legacy-secure-protocol {2}`.*/g)).toEqual([
      `no-legacy-secure-protocol  ${reasoned}  [manual]`,
      "no-legacy-secure-protocol  `b, which` is weak.  [manual]",
    ]);
  });

  it("what is worst comes last on a terminal, and in the order of paths elsewhere", async () => {
    const report = of([{ path: "a.js" }, { path: "b.js", level: "note" }, { path: "c.js", level: "warning" }]);
    const paths = async (columns?: number) => (await rendered("pretty", report, { columns })).match(/[abc]\.js/g);
    expect(await paths(80)).toEqual(["b.js", "c.js", "a.js"]);
    expect(await paths()).toEqual(["a.js", "b.js", "c.js"]);
  });

  it("findings of one line show one diff, of all edits together", async () => {
    const folder = createFolder({
      "a.js": "require('tls').connect({\n    host,\n    ciphers: 'ALL:!aNULL:!eNULL:@SECLEVEL=0',\n});\n",
    });
    const { stdout } = await run(folder, []);
    expect(stdout.match(/^ {2}3:5 .*\[upgrade\]$/gm)).toHaveLength(2);
    expect(stdout.match(/^ {6}[-+|].*$/gm)).toEqual([
      "      - ciphers: 'ALL:!aNULL:!eNULL:@SECLEVEL=0',",
      expect.stringMatching(/^ {6}\+ ciphers: '(?!.*(?:ALL|SECLEVEL)).*',$/),
    ]);
  });

  it("of 40 repositories fewer than 200 lines are printed, the worst findings among them, and the others counted", async () => {
    const findings = manyFindings(2000).map((each, index) => ({
      ...each,
      excerpt: { text: "code", range: [0, 4] as const },
      repository: `r${index % 40}`,
    }));
    const [repository] = reportWith([]).repositories;
    const repositories = Array.from({ length: 40 }, (_, index) => ({ ...repository!, name: `r${index}` }));
    for (const columns of [undefined, 80]) {
      const shown = await rendered("pretty", reportWith(findings, { repositories }), { columns });
      expect(shown.split("\n").length).toBeLessThan(200);
      expect(shown).toContain("and 1,985 more findings; --verbose prints all");
      expect([/^ {2}1:26 +error/m.test(shown), /^ {2}1:26 +(warning|note)/m.test(shown)]).toEqual([true, false]);
      expect(
        (await rendered("pretty", reportWith(findings, { repositories }), { columns, verbose: true })).match(
          /^ {2}1:26 /gm,
        ),
      ).toHaveLength(2000);
    }
  });

  it("after fix a line for each file says what was changed, and what is left is named without its code", async () => {
    const folder = createRepository({ "a.js": upgrade + upgrade + ask, "b.js": ask });
    const { stdout } = await run(folder, ["fix"], { isTerminal: true, columns: 80 });
    const lines = linesIn(stdout);
    expect(lines).toContain("changed: a.js  2 findings: no-legacy-secure-protocol");
    expect(lines.filter((line) => /^ {6}[-+|] /.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes("[ask]"))).toHaveLength(2);
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

it("shows twenty thousand neighbouring edits once, as what all of them make", async () => {
  const count = 20_000;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const lines = (sign: string) => numbers.map((line) => `${sign}line ${line}\n`).join("");
  const findings = numbers.map((line) => {
    const [start, end] = [
      { line, column: 1 },
      { line, column: 5 },
    ];
    return { ...finding, line, endLine: line, edits: [{ ...finding.edits[0]!, start, end }] };
  });
  const patch = `diff --git a/src/a.js b/src/a.js\n--- a/src/a.js\n+++ b/src/a.js\n@@ -1,${count} +1,${count} @@\n${lines("-")}${lines("+")}`;
  const shown = linesIn(await rendered("pretty", reportWith(findings, { changed: [{ path: "src/a.js", patch }] })));
  const signed = (sign: string) => shown.filter((line) => line.startsWith(`      ${sign} line `)).length;
  expect([signed("-"), signed("+")]).toEqual([count, count]);
});

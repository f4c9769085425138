import { describe, expect, it } from "vitest";
import { formats } from "../../src/reports/formats/index.js";
import type { Report } from "../../src/reports/report.js";
import { readers } from "./readers.js";
import { createHostileFolder, createLegacyService, reportsOf } from "./report-folders.js";
import type { Told } from "./told.js";

/** These show the whole, counts or the files that change, and have tests of their own. */
const withoutFindings = ["pretty", "summary", "diff", "stat"];

const names = Object.keys(readers);

const keysOf = (told: readonly Told[], pathOf = (path: string) => path) =>
  told.map(({ path, line, rule }) => `${pathOf(path)}:${line} ${rule}`).sort();

it("knows every format", () => {
  expect([...names, ...withoutFindings].sort()).toEqual(Object.keys(formats).sort());
});

describe.each([
  ["the sample service", createLegacyService],
  ["hostile paths and code", createHostileFolder],
])("every format tells the same findings of %s", (_, createSubject) => {
  it.each([
    ["check", []],
    ["fix", ["--only", "upgrade"]],
  ])("after %s", async (command, words) => {
    const folder = createSubject();
    const reports = await reportsOf(folder, names, [command, ...words]);
    const { findings, markers }: Pick<Report, "findings" | "markers"> = JSON.parse(reports["json"]!);
    expect(findings.length).toBeGreaterThan(5);
    for (const [name, { read, shows, showsMarkers, pathOf }] of Object.entries(readers)) {
      expect(keysOf(read(reports[name]!)), name).toEqual(
        keysOf([...findings.filter(({ status }) => shows.includes(status)), ...(showsMarkers ? markers : [])], pathOf),
      );
    }
  });

  it("and the same again from an equal tree", async () => {
    const [first, second] = [await reportsOf(createSubject(), names), await reportsOf(createSubject(), names)];
    const withoutMoment = (text: string) =>
      text.replaceAll(/[0-9a-f]{40}|commit [0-9a-f]{12}|(?<=_time": ").*(?=")|[\d-]{10} [\d:]{5} UTC/g, "");
    for (const name of names) expect(withoutMoment(second[name]!), name).toBe(withoutMoment(first[name]!));
  });
});

it("pretty, JSON, Markdown, HTML and SARIF of one run count the same", async () => {
  const shown = ["pretty", "json", "md", "html", "sarif"];
  const reports = await reportsOf(createLegacyService(), shown, ["check"]);
  const { findings }: Pick<Report, "findings"> = JSON.parse(reports["json"]!);
  const count = findings.filter(({ status }) => status === "new").length;
  const files = new Set(findings.map(({ path }) => path)).size;
  const levels = ["error", "warning", "note"].flatMap((level) => {
    const own = findings.filter((finding) => finding.level === level).length;
    return own > 0 ? [`${own} ${level}${own === 1 ? "" : "s"}`] : [];
  });
  const grades = ["fix", "upgrade", "ask", "manual"].flatMap((grade) => {
    const own = findings.filter((finding) => finding.grade === grade).length;
    return own > 0 ? [`${own} ${grade}`] : [];
  });
  expect(count).toBeGreaterThan(5);
  expect(reports["pretty"]!.split("\n").map((line) => line.trim())).toContain(
    [`${count} findings in ${files} files`, ...levels, ...grades].join(" · "),
  );
  for (const name of ["md", "html", "sarif"]) expect(readers[name]!.read(reports[name]!), name).toHaveLength(count);
});

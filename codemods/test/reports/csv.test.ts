import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { ReportFinding } from "../../src/reports/report.js";
import { finding, rendered, reportWith } from "./samples.js";

const recordsOf = async (findings: readonly ReportFinding[]) =>
  parse(await rendered("csv", reportWith(findings)), { columns: true, record_delimiter: "\r\n" }) as Record<
    string,
    string
  >[];

describe("--format csv", () => {
  it("has a field for all that a finding says", async () => {
    const [record] = await recordsOf([{ ...finding, guard: "insecure", reason: "a test box" }]);
    expect(record).toEqual({
      ...{ rule: finding.rule, level: "error", grade: "upgrade", certainty: "proven", status: "new", fixable: "true" },
      test: "false",
      ...{ repository: ".", path: "src/a.js", line: "1", column: "26", endLine: "1", endColumn: "54" },
      ...{ message: finding.message, remedy: "Replace it.", before: finding.before, after: finding.after },
      ...{ guard: "insecure", reason: "a test box", fingerprint: finding.fingerprint },
    });
  });

  it("keeps quotes, commas and line breaks", async () => {
    const before = 'a, "b"\r\nc\n,';
    expect((await recordsOf([{ ...finding, before, after: undefined }]))[0]).toMatchObject({ before, after: "" });
  });

  it.each(["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "  =1", "＝1"])(
    "gives a spreadsheet no formula for %j",
    async (path) => {
      expect((await recordsOf([{ ...finding, path }]))[0]!["path"]).toBe(`'${path}`);
    },
  );

  it("quotes every field, because some countries separate fields by semicolons", async () => {
    const text = await rendered("csv", reportWith([{ ...finding, path: "a;=1+1.js" }]));
    const [, record] = text.split("\r\n");
    expect(record).toContain(',"a;=1+1.js",');
    expect(record!.replaceAll(/"(?:[^"]|"")*"/g, "")).toMatch(/^,+$/);
  });

  it("names its fields when there is no finding", async () => {
    expect((await rendered("csv", reportWith([]))).split("\r\n")).toEqual([
      expect.stringMatching(/^"rule","level",.*,"fingerprint"$/),
      "",
    ]);
  });
});

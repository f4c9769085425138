import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Ajv } from "ajv";
import type { Log, Replacement, ReportingDescriptor, Result } from "sarif";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/reports/report.js";
import { createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, manual, upgrade, upgraded } from "../harness/samples.js";
import { createHostileFolder, createLegacyService, reportsOf } from "./report-folders.js";
import { finding, manyFindings, rendered, reportWith } from "./samples.js";

const schema = JSON.parse(readFileSync(new URL("sarif-2.1.0.schema.json", import.meta.url), "utf8"));
const isAbsolute = (text: string) => URL.canParse(text);
const isReference = (text: string) => URL.canParse(text, "https://example.com/") && !/[\s<>"{}|\\^`]/.test(text);
const validate = new Ajv({
  allErrors: true,
  strict: false,
  unicodeRegExp: false,
  formats: { uri: isAbsolute, "uri-reference": isReference, "date-time": true },
}).compile(schema);

async function runOf(report: Report) {
  const log: Log = JSON.parse(await rendered("sarif", report));
  return log.runs[0]!;
}

describe("--format sarif", () => {
  it.each([
    ["the sample service", createLegacyService, ["check"]],
    ["the sample service after fix", createLegacyService, ["fix"]],
    ["the sample service with markers", createLegacyService, ["fix", "--mark"]],
    ["hostile paths and code", createHostileFolder, ["check", "--shard", "1/1"]],
  ])("is valid for %s", async (_, createSubject, words) => {
    const folder = createSubject();
    folder.git("remote", "add", "origin", "git@example.com:team/service.git");
    const log = JSON.parse((await reportsOf(folder, ["sarif"], words))["sarif"]!);
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs[0].versionControlProvenance).toEqual([
      {
        repositoryUri: "ssh://git@example.com/team/service.git",
        revisionId: folder.git("rev-parse", "HEAD").trim(),
        mappedTo: { uriBaseId: "%SRCROOT%" },
      },
    ]);
  });

  it("tells of each rule what it is for, on whose authority, and who may stop connecting", async () => {
    const { tool, results } = await runOf(reportWith([finding, { ...finding, rule: "no-such-rule" }]));
    const rules = tool.driver.rules!;
    expect(results!.map(({ ruleId, ruleIndex }) => rules[ruleIndex!]!.id === ruleId)).toEqual([true, true]);
    expect(rules.map(({ id }) => id)).toContain("no-such-rule");
    const rule = rules.find(({ id }) => id === finding.rule)!;
    expect(rule.help!.markdown).toContain("[RFC 8996](https://www.rfc-editor.org/rfc/rfc8996)");
    expect(rule.help!.text).toContain(
      "Who may stop connecting after the edit: Peers that speak nothing newer than TLS 1.1",
    );
    expect(rule).toMatchObject({
      defaultConfiguration: { level: "error" },
      helpUri: expect.stringContaining("no-legacy-secure-protocol.md"),
    });
  });

  it("names weaknesses as code scanning files them, with a score where somebody could make use of one", async () => {
    const { tool } = await runOf(reportWith([]));
    const properties = new Map(tool.driver.rules!.map(({ id, properties }) => [id, properties!]));
    expect(properties.get("no-disabled-certificate-verification")).toEqual({
      tags: ["security", "tls", "external/cwe/cwe-295"],
      precision: "high",
      "security-severity": "7.4",
    });
    expect(properties.get("no-deprecated-tls-api")).toEqual({
      tags: ["tls", "external/cwe/cwe-477"],
      precision: "high",
    });
    for (const { tags = [], "security-severity": score = "0.1" } of properties.values()) {
      expect(tags.length).toBeLessThanOrEqual(20);
      expect(Number(score)).toBeGreaterThan(0);
      expect(Number(score)).toBeLessThanOrEqual(10);
    }
  });

  // https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning, and its page on limits
  it("stays within what GitHub documents of rules, tags, locations and texts", async () => {
    const { runs }: Log = JSON.parse(await rendered("sarif", reportWith([finding])));
    const { rules = [], extensions = [] } = runs[0]!.tool.driver as { rules?: ReportingDescriptor[]; extensions?: [] };
    expect([runs.length <= 20, rules.length <= 25_000, rules.length > 20, extensions.length]).toEqual([
      true,
      true,
      true,
      0,
    ]);
    for (const { id, shortDescription, fullDescription, help, properties } of rules) {
      expect(id.length).toBeLessThanOrEqual(255);
      expect(shortDescription!.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription!.text.length).toBeLessThanOrEqual(1024);
      expect(help!.text).not.toBe("");
      // twenty are taken, and ten of them shown
      expect(properties!.tags!.length).toBeLessThanOrEqual(10);
      expect(["very-high", "high", "medium", "low"]).toContain(properties!["precision"]);
    }
    for (const { locations, codeFlows, partialFingerprints } of runs[0]!.results!) {
      // a thousand are taken, and a hundred of them shown
      expect(locations).toHaveLength(1);
      expect([codeFlows, partialFingerprints!["primaryLocationLineHash"]]).toEqual([undefined, finding.fingerprint]);
    }
  });

  it("holds fixes that give what `fix` writes, with a byte order mark and characters of two units before them", async () => {
    const text = `\uFEFF/* \u{1F512} é */ ${upgrade}\r\n/* ключ \u{1F512} */ ${upgrade}`;
    const folder = createRepository({ "a.js": text });
    const log: Log = JSON.parse((await run(folder, ["--format", "sarif"])).stdout);
    const replacements = log.runs[0]!.results!.flatMap(({ fixes }) => fixes![0]!.artifactChanges[0]!.replacements);
    expect(log.runs[0]!.columnKind).toBe("utf16CodeUnits");
    expect(`\uFEFF${withReplacements(text.slice(1), replacements)}`).toBe(text.replaceAll(upgrade, upgraded));
  });

  it("tells accepted findings from open ones, with the reason", async () => {
    const folder = createRepository({
      "a.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- a test box\n${ask}`,
      "b.js": manual,
    });
    const { results } = JSON.parse((await run(folder, ["--format", "sarif"])).stdout).runs[0];
    expect(results.map(({ suppressions }: Result) => suppressions)).toEqual([
      [{ kind: "inSource", status: "accepted", justification: "a test box" }],
      [],
    ]);
    const inBaseline = await runOf(reportWith([{ ...finding, status: "baseline" }]));
    expect(inBaseline.results![0]!.suppressions).toEqual([
      { kind: "external", status: "accepted", justification: "Accepted in the baseline." },
    ]);
  });

  it("leaves out what is fixed, and names what was not read", async () => {
    const run = await runOf(
      reportWith([{ ...finding, status: "fixed" }], {
        errors: [{ path: "b c.js", reason: "does not parse", kind: "failed" }],
        skipped: [{ path: "d.js", reason: "is binary" }],
        notes: ["Take care."],
      }),
    );
    expect(run.results).toEqual([]);
    expect(run.invocations![0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          descriptor: { id: "failed" },
          level: "error",
          message: { text: "b c.js does not parse" },
          locations: [{ physicalLocation: { artifactLocation: { uri: "b%20c.js" } } }],
        },
        { descriptor: { id: "skipped" }, level: "note" },
        { descriptor: { id: "note" }, message: { text: "Take care." } },
      ],
    });
  });

  it("keeps the worst 25,000 findings in the order of the report, and says what it left out", async () => {
    const findings = manyFindings(30_003);
    const { results, invocations } = await runOf(reportWith(findings));
    const levels = results!.map(({ level }) => level);
    expect(gzipSync(JSON.stringify(results)).length).toBeLessThan(10_000_000);
    expect([levels.length, levels.filter((level) => level === "note").length]).toEqual([25_000, 4_998]);
    const kept = new Set(results!.map(({ partialFingerprints }) => partialFingerprints!["tlsCodemod/v1"]));
    expect([...kept]).toEqual(
      findings.map(({ fingerprint }) => fingerprint).filter((fingerprint) => kept.has(fingerprint)),
    );
    expect(invocations![0]!.toolExecutionNotifications).toMatchObject([
      {
        descriptor: { id: "limit" },
        level: "warning",
        message: {
          text: expect.stringMatching(
            /^5,003 of 30,003 findings are left out of the SARIF report, the least severe ones/,
          ),
        },
      },
    ]);
  });

  it("says when code scanning does not show all", async () => {
    const { results, invocations } = await runOf(reportWith(manyFindings(5_001)));
    expect(results).toHaveLength(5_001);
    expect(invocations![0]!.toolExecutionNotifications![0]!.message.text).toBe(
      "Code scanning shows the 5,000 most severe of 5,001 findings.",
    );
    expect((await runOf(reportWith(manyFindings(5_000)))).invocations![0]!.toolExecutionNotifications).toEqual([]);
  });

  it("gives each shard a category of its own, and each repository its provenance", async () => {
    const { totals } = reportWith([]);
    const repository = { url: "https://example.com/a.git", commit: undefined, dirty: false, totals };
    const run = await runOf(
      reportWith([], {
        shard: { index: 2, count: 4 },
        repositories: [
          { ...repository, name: "a b" },
          { ...repository, name: "c", url: "/srv/c.git" },
        ],
      }),
    );
    expect(run.automationDetails!.id).toBe("tls-codemod/2-of-4/");
    expect(run.versionControlProvenance).toEqual([
      { repositoryUri: "https://example.com/a.git", mappedTo: { uri: "a%20b/", uriBaseId: "%SRCROOT%" } },
    ]);
  });
});

/** Applies replacements the last first, by lines and columns as SARIF counts them. */
function withReplacements(text: string, replacements: readonly Replacement[]): string {
  const lines = text.split(/(?<=\n)/);
  const offset = (line: number, column: number) => lines.slice(0, line - 1).join("").length + column - 1;
  return replacements
    .toReversed()
    .reduce((result, { deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => {
      return (
        result.slice(0, offset(startLine!, startColumn!)) +
        (insertedContent?.text ?? "") +
        result.slice(offset(endLine!, endColumn!))
      );
    }, text);
}

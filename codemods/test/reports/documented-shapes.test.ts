import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { createHostileFolder, createLegacyService, createSampleFleet, reportsOf } from "./report-folders.js";

const text = { type: "string", minLength: 1 };
const count = { type: "integer", minimum: 1 };
const closed = (properties: Readonly<Record<string, object>>, required = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const codeQuality = {
  type: "array",
  items: closed({
    description: text,
    check_name: text,
    fingerprint: text,
    severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
    location: closed({
      path: { type: "string", pattern: "^(?!\\./|/)" },
      lines: closed({ begin: count, end: count }, ["begin"]),
    }),
  }),
};

const position = closed({ line: count, column: count }, ["line"]);
const range = closed({ start: position, end: position }, ["start"]);

/** https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto, `Diagnostic` */
const diagnostic = closed(
  {
    message: text,
    location: closed({ path: text, range }),
    severity: { enum: ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"] },
    source: closed({ name: text, url: { type: "string", pattern: "^https://" } }),
    code: closed({ value: text, url: { type: "string", pattern: "^https://" } }, ["value"]),
    suggestions: { type: "array", minItems: 1, items: closed({ range, text: { type: "string" } }) },
  },
  ["message", "location"],
);

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands: the parameters of a message, escaped as the toolkit does it. */
const workflowCommand =
  /^::(?:error|warning|notice) (?:(?:file|line|endLine|col|endColumn|title)=[^,:\r\n]+)(?:,(?:line|endLine|col|endColumn)=\d+|,title=[^,:\r\n]+)*::[^\r\n]+$/;
const remark = /^GitHub shows the first 10 of /;

const sast = JSON.parse(readFileSync(new URL("gitlab-sast-15.0.7.schema.json", import.meta.url), "utf8"));

const ajv = new Ajv({ allErrors: true });
const [isCodeQuality, isDiagnostic, isSast] = [codeQuality, diagnostic, sast].map((shape) => ajv.compile(shape)) as [
  ValidateFunction,
  ValidateFunction,
  ValidateFunction,
];

describe.each([
  ["the sample service", createLegacyService],
  ["hostile paths and code", createHostileFolder],
  ["several repositories", createSampleFleet],
])("of %s", (_, createSubject) => {
  it.each([["check"], ["fix"]])("reports for pipelines have the documented shape after %s", async (command) => {
    const names = ["github", "gitlab", "rdjsonl", "gitlab-sast"];
    const { github, gitlab, rdjsonl, ...others } = await reportsOf(createSubject(), names, [command]);
    const report = JSON.parse(others["gitlab-sast"]!) as { vulnerabilities: readonly object[] };
    expect(isSast(report), ajv.errorsText(isSast.errors)).toBe(true);
    const violations = JSON.parse(gitlab!);
    expect(isCodeQuality(violations), ajv.errorsText(isCodeQuality.errors)).toBe(true);
    expect(violations.length).toBeGreaterThan(1);
    expect(report.vulnerabilities).toHaveLength(violations.length);
    const diagnostics = rdjsonl!
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const found of diagnostics) expect(isDiagnostic(found), ajv.errorsText(isDiagnostic.errors)).toBe(true);
    expect(diagnostics).toHaveLength(violations.length);
    const commands = github!
      .trimEnd()
      .split("\n")
      .filter((line) => !remark.test(line));
    expect(commands.filter((line) => !workflowCommand.test(line))).toEqual([]);
    expect(commands.length).toBeGreaterThanOrEqual(violations.length);
  });
});

it("no two findings have one fingerprint, of which GitLab would show the first only", async () => {
  for (const createSubject of [createLegacyService, createHostileFolder]) {
    const prints = JSON.parse((await reportsOf(createSubject(), ["gitlab"]))["gitlab"]!).map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    );
    expect(new Set(prints).size).toBe(prints.length);
  }
});

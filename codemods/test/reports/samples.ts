import type { View } from "../../src/reports/formats/format.js";
import type { Report, ReportFinding, Totals } from "../../src/reports/report.js";

const totals: Totals = {
  files: { seen: 1, changed: 0, unchanged: 1, skipped: 0, failed: 0 },
  parsed: 1,
  findings: { new: 1, baseline: 0, suppressed: 0, fixed: 0 },
  grades: { fix: 0, upgrade: 1, ask: 0, manual: 0 },
  levels: { error: 1, warning: 0, note: 0 },
  tests: 0,
  markers: 0,
};

export const finding: ReportFinding = {
  ...{
    rule: "no-legacy-secure-protocol",
    messageId: "lowersFloor",
    grade: "upgrade",
    level: "error",
    certainty: "proven",
    status: "new",
    fixable: true,
  },
  ...{
    path: "src/a.js",
    test: false,
    owners: [],
    repository: ".",
    range: [25, 53],
    line: 1,
    column: 26,
    endLine: 1,
    endColumn: 54,
  },
  ...{
    message: "`secureProtocol: 'TLS_method'` lowers the minimum version.",
    remedy: "Replace it.",
    guard: undefined,
    reason: undefined,
    attacks: [],
  },
  ...{
    before: "require('tls').connect({ secureProtocol: 'TLS_method' });",
    after: "require('tls').connect({ minVersion: 'TLSv1.2' });",
  },
  edits: [
    { range: [25, 53], text: "minVersion: 'TLSv1.2'", start: { line: 1, column: 26 }, end: { line: 1, column: 54 } },
  ],
  fingerprint: "0123456789abcdef0123456789abcdef",
};

/** A report that holds these findings, as `check` would give it. */
export function reportWith(findings: readonly ReportFinding[], changes: Partial<Report> = {}): Report {
  return {
    ...{ schemaVersion: 1, tool: { name: "tls-codemod", version: "1.2.3" }, command: "check" },
    policy: {
      profile: "intermediate",
      file: undefined,
      node: [{ range: undefined, source: "default" }],
      rules: undefined,
      level: "note",
      certainty: "likely",
    },
    ...{
      repo: undefined,
      repositories: [{ name: ".", url: undefined, commit: undefined, dirty: undefined, totals }],
      shard: undefined,
      totals,
    },
    ...{
      findings,
      markers: [],
      staleBaseline: [],
      changed: [],
      skipped: [],
      errors: [],
      notes: [],
      root: "/nowhere",
      elapsedMilliseconds: 0,
    },
    ...changes,
  };
}

/** As many different findings, of all levels in turn. */
export function manyFindings(count: number): readonly ReportFinding[] {
  return Array.from({ length: count }, (_, index) => ({
    ...finding,
    level: (["note", "error", "warning"] as const)[index % 3]!,
    path: `src/${String(index).padStart(6, "0")}.js`,
    fingerprint: index.toString(16).padStart(32, "0"),
  }));
}

/** What a format makes of a report. */
export async function rendered(format: string, report: Report, view: Partial<View> = {}): Promise<string> {
  const { formats } = await import("../../src/reports/formats/index.js");
  const { render } = await formats[format]!.load();
  return [
    ...render(report, {
      color: false,
      quiet: false,
      verbose: false,
      cwd: "/nowhere",
      columns: undefined,
      program: "tls-codemod",
      argumentsText: "",
      ...view,
    }),
  ].join("");
}

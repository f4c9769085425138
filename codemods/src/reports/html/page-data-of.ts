import type { Report, ReportFinding, ReportRepository } from "../report.js";
import { ruleFacts } from "../rule-facts.js";
import { plural } from "../words.js";
import type { PageData, PageFinding, PageRule, PageTotal } from "./page/page-data.js";

/** What the page shows of a report. */
export function pageDataOf(report: Report): PageData {
  const { findings, errors, skipped, notes } = report;
  return {
    title: titleOf(report.repositories),
    facts: factsOf(report),
    notes,
    totals: totalsOf(report),
    findings: findings.map(pageFinding),
    rules: [...new Set(findings.map(({ rule }) => rule))].sort().map(pageRule),
    unread: [...errors, ...skipped.map((file) => ({ ...file, kind: "skipped" }))].map(({ path, reason, kind }) => ({ path, reason, kind })),
  };
}

function titleOf(repositories: readonly ReportRepository[]): string {
  if (repositories.length !== 1) return plural(repositories.length, "repository");
  const { name, url } = repositories[0]!;
  return url?.replace(/\.git$/, "").split(/[/:]/).slice(-2).join("/") ?? (name === "." ? "One folder" : name);
}

function factsOf({ tool, command, policy, repositories, shard }: Report): readonly string[] {
  const ranges = [...new Set(policy.node.map(({ range }) => range ?? "default range"))];
  const [only] = repositories.length === 1 ? repositories : [];
  return [
    `${tool.name} ${tool.version}, ${command}`,
    policy.file === undefined ? `profile ${policy.profile}` : `policy ${policy.file}`,
    ...(ranges.length > 0 ? [`Node ${ranges.length > 3 ? `in ${ranges.length} ranges` : ranges.join(", ")}`] : []),
    ...(only?.commit ? [`commit ${only.commit.slice(0, 12)}${only.dirty ? ", with uncommitted changes" : ""}`] : []),
    ...(shard ? [`part ${shard.index} of ${shard.count}`] : []),
  ];
}

function totalsOf({ command, totals, findings }: Report): readonly PageTotal[] {
  const { files, levels, grades } = totals;
  const changes = findings.filter(({ status, fixable }) => status === "fixed" || (status === "new" && fixable));
  const files_ = new Set(changes.map(({ path }) => path)).size;
  return [
    { label: "Open findings", count: totals.findings.new, parts: listed({ error: levels.error, warning: levels.warning, note: levels.note }) },
    { label: command === "fix" ? "Fixed" : "Ready to fix", count: changes.length, parts: `in ${plural(files_, "file")}` },
    { label: "For a person to decide", count: grades.ask + grades.manual, parts: `${grades.ask} ask, ${grades.manual} manual` },
    { label: "Accepted before", count: totals.findings.baseline + totals.findings.suppressed, parts: `${totals.findings.baseline} in the baseline, ${totals.findings.suppressed} suppressed` },
    { label: "Files seen", count: files.seen, parts: `${files.changed} ${command === "fix" ? "changed" : "to change"}, ${files.failed} failed, ${files.skipped} skipped` },
  ];
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts).map(([noun, count]) => plural(count, noun)).join(", ");
}

function pageFinding(finding: ReportFinding): PageFinding {
  const { rule, level, grade, certainty, status, repository, path, line, column, message, remedy, before, after, guard, reason } = finding;
  return {
    ...{ rule, level, grade, certainty, status, repository, path, line, column, message, remedy, before },
    ...(after !== undefined && { after }),
    ...(guard !== undefined && { guard }),
    ...(reason !== undefined && { reason }),
  };
}

function pageRule(name: string): PageRule {
  const { description, whoMayStop, references, helpUri } = ruleFacts(name);
  const linked = references.map(({ text, url }) => ({ text, ...(url && { url }) }));
  return { name, description, whoMayStop: whoMayStop ?? "Not known.", references: linked, ...(helpUri && { page: helpUri }) };
}

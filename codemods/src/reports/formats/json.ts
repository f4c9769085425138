import { printJson } from "../../terminal/print-json.js";
import type { Report, ReportFinding } from "../report.js";
import { ruleFacts } from "../rule-facts.js";

/** The report as JSON, as report.schema.json describes it. */
export function render(report: Report): Iterable<string> {
  return [`${printJson(reportJson(report), 2)}\n`];
}

/** The report without what depends on the machine or the moment. Every field is always there, so that readers need not ask which are. */
export function reportJson(report: Report) {
  const {
    schemaVersion,
    tool,
    command,
    policy,
    repo,
    repositories,
    shard,
    totals,
    findings,
    markers,
    staleBaseline,
    changed,
    skipped,
    errors,
    notes,
  } = report;
  return {
    ...{ schemaVersion, tool, command },
    policy: {
      profile: policy.profile,
      file: policy.file ?? null,
      node: policy.node.map((node) => ({ ...node, range: node.range ?? null })),
      rules: policy.rules ?? null,
      level: policy.level,
      certainty: policy.certainty,
    },
    repo: repo ? { url: repo.url ?? null, commit: repo.commit ?? null, dirty: repo.dirty ?? null } : null,
    repositories: repositories.map(({ name, url, commit, dirty, totals: own }) => ({
      name,
      url: url ?? null,
      commit: commit ?? null,
      dirty: dirty ?? null,
      totals: own,
    })),
    shard: shard ?? null,
    totals,
    findings: findings.map(findingJson),
    changed: changed.map(({ path }) => path),
    ...{ markers, staleBaseline, skipped, errors, notes },
  };
}

function findingJson(finding: ReportFinding) {
  const {
    rule,
    grade,
    level,
    certainty,
    status,
    fixable,
    path,
    test,
    owners,
    repository,
    range,
    line,
    column,
    endLine,
    endColumn,
    messageId,
    message,
    remedy,
    before,
    after,
    edits,
    fingerprint,
    reason,
    guard,
    attacks,
  } = finding;
  return {
    ...{
      rule,
      grade,
      level,
      certainty,
      status,
      fixable,
      path,
      test,
      owners,
      repository,
      range,
      line,
      column,
      endLine,
      endColumn,
      messageId,
      message,
      remedy,
      before,
      after: after ?? null,
      edits,
      fingerprint,
    },
    ...{ reason: reason ?? null, guard: guard ?? null, cwe: ruleFacts(rule).weaknesses.map(({ id }) => id) },
    attacks,
  };
}

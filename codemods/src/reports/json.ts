import type { Report, ReportFinding } from "./report.js";

/** The report as JSON, as report.schema.json describes it. */
export function render(report: Report): Iterable<string> {
  return [`${JSON.stringify(reportJson(report), undefined, 2)}\n`];
}

/** The report without what depends on the machine or the moment. Every field is always there, so that readers need not ask which are. */
export function reportJson({ root: _root, elapsedMilliseconds: _elapsed, findings, changed, repo, shard, policy, ...rest }: Report) {
  return {
    ...rest,
    policy: { ...policy, file: policy.file ?? null, rules: policy.rules ?? null },
    repo: repo ? { url: repo.url ?? null, commit: repo.commit ?? null, dirty: repo.dirty } : null,
    shard: shard ?? null,
    changed: changed.map(({ path }) => path),
    findings: findings.map(findingJson),
  };
}

function findingJson({ excerpt: _excerpt, after, guard, reason, ...finding }: ReportFinding) {
  return { ...finding, guard: guard ?? null, after: after ?? null, reason: reason ?? null };
}

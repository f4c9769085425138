import type { Level } from "tls-rules";
import type { ReportFinding } from "./report.js";

const heaviness: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

/** Errors before warnings before notes, otherwise in the order of the report. */
export function worstFirst<Finding extends Pick<ReportFinding, "level">>(
  findings: readonly Finding[],
): readonly Finding[] {
  return [...findings].sort((a, b) => heaviness[a.level] - heaviness[b.level]);
}

/** At most `limit` findings, the worst ones, in the order of the report. */
export function worstOf<Finding extends Pick<ReportFinding, "level">>(
  findings: readonly Finding[],
  limit: number,
): readonly Finding[] {
  if (findings.length <= limit) return findings;
  const kept = new Set(worstFirst(findings).slice(0, limit));
  return findings.filter((finding) => kept.has(finding));
}

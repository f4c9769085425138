import type { Finding } from "tls-rules";
import type { MendOptions } from "../mending/mend-text.js";
import { touchedLines } from "../text/excerpt.js";
import type { LineIndex } from "../text/line-index.js";
import { decisionKey, type Task } from "./judgement.js";

/** What a person has decided: to leave a finding, to apply its edits, or to write other lines in place of those they touch. */
export function decide(decisions: NonNullable<Task["decisions"]>): NonNullable<MendOptions["decide"]> {
  const open = new Map(Object.entries(decisions));
  return (finding, start, lines) => {
    const key = decisionKey(finding.rule, finding.messageId, start);
    const decision = open.get(key);
    if (typeof decision !== "string") return decision && finding;
    // written once: what a person wrote is not edited again
    open.delete(key);
    return withLines(finding, decision, lines);
  };
}

function withLines(finding: Finding, text: string, lines: LineIndex): Finding {
  return { ...finding, edits: [{ range: touchedLines(lines, finding.edits), text }] };
}

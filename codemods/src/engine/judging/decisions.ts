import type { Finding } from "tls-rules";
import type { MendOptions } from "../mending/mend-text.js";
import type { Reading } from "../reading/reading.js";
import { commentEdit, ignoreComment, todoComment } from "../text/comment-edits.js";
import { touchedLines } from "../text/excerpt.js";
import { type Decision, decisionKey, type Task } from "./judgement.js";

/** Does what a person has decided, and leaves every other finding. */
export function decide(decisions: NonNullable<Task["decisions"]>): NonNullable<MendOptions["decide"]> {
  const open = new Map(Object.entries(decisions));
  return (finding, start, reading) => {
    const key = decisionKey(finding.rule, finding.messageId, start);
    const decision = open.get(key);
    if (decision === undefined || decision === true) return decision && finding;
    // written once: what a person wrote is not edited again
    open.delete(key);
    return { ...finding, edits: [editFor(finding, decision, reading)] };
  };
}

function editFor(finding: Finding, decision: Exclude<Decision, true>, reading: Reading) {
  if (typeof decision === "string") return { range: touchedLines(reading.lines, finding.edits), text: decision };
  const comment = "accept" in decision ? ignoreComment(finding, decision.accept) : todoComment(finding);
  return commentEdit(reading, finding.range[0], [comment]);
}

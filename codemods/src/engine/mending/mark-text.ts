import { applyEdits, type Edit, type Finding, type Settings } from "tls-rules";
import { collect } from "../../collections/collect.js";
import { VerificationError } from "../../failures/verification-error.js";
import { byteOrderMarkOf } from "../../files/byte-order-mark.js";
import type { Reading, ReadText } from "../reading/reading.js";
import { commentEdit, todoComment } from "../text/comment-edits.js";
import { isMarked } from "../text/directives.js";
import { composeEdits } from "../text/edit-positions.js";
import { type EditedText, type MendedText, readEdited } from "./mend-text.js";

/**
 * Puts a comment into a program at what is left to a person, where none stands already.
 * The result has been verified: it parses, and what is found in it is the same as without the comments. Throws a VerificationError otherwise.
 */
export function markText(
  path: string,
  { text, edits, after, remaining }: MendedText,
  settings: Settings,
  read: ReadText,
): EditedText {
  const marks = marksFor(after, remaining);
  if (marks.length === 0) return { text, edits, after };
  const marked = readEdited(read, path, applyEdits(after.text, marks), settings);
  if (said(marked) !== said(after))
    throw new VerificationError(`${path}: the comments of --mark would change what is found.`);
  return { text: byteOrderMarkOf(text) + marked.text, edits: composeEdits(edits, after.text, marks), after: marked };
}

function said({ findings }: Reading): string {
  return JSON.stringify(findings.map(({ rule, message }) => [rule, message]));
}

function marksFor(reading: Reading, findings: readonly Finding[]): readonly Edit[] {
  const { directives, lines } = reading;
  const open = findings.filter(
    (finding) => finding.level !== "note" && !isMarked(directives, finding, lines.placeOf(finding.range[0]).line),
  );
  const byStart = new Map<number, string[]>();
  for (const finding of open) collect(byStart, finding.range[0], todoComment(finding));
  const starts = [...byStart.keys()].sort((a, b) => a - b);
  return starts.map((start) => commentEdit(reading, start, byStart.get(start)!));
}

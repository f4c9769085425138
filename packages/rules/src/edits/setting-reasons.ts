import { reasoning } from "../choice-words.js";
import type { Range } from "../source-text.js";

/**
 * Whether a comment beside a setting in a file of lines gives the reason for it: then what becomes of both is for a person to say.
 * Where the setting has its lines for itself, any comment right above or behind it speaks of it; elsewhere one that gives a reason does.
 * @param marks the characters that begin a comment.
 */
export function isReasonedSetting(file: string, [start, end]: Range, marks: "#" | "#;"): boolean {
  const before = beginningOfLine(file, start);
  const isAlone = before !== undefined && leading.test(before) && trailing.test(beforeComment(restOfLine(file, end)));
  const above = before === undefined ? undefined : commentAbove(file, start - before.length);
  return [above, commentBehind(restOfLine(file, end), marks)].some(
    (comment) => comment !== undefined && (isAlone || reasoning.test(comment)),
  );
}

// what may stand beside a setting that is all there is in its lines
const leading = /^\s*(?:(?:export|set|ENV|ARG|ONBUILD)\s+|-\s*)*["']?$/i;
const trailing = /^["',;\s\\]*$/;

/** The comment on the line above, if it is neither the line of an interpreter nor a setting that is switched off. */
function commentAbove(file: string, lineStart: number): string | undefined {
  if (lineStart === 0) return;
  const above = file.slice(file.lastIndexOf("\n", lineStart - 2) + 1, lineStart).trim();
  const comment = /^[#;]+([^#;!].*)$/.exec(above)?.[1];
  return comment === undefined || !/[a-z]/i.test(comment) || /^\s*[\w.-]+=/.test(comment) ? undefined : comment;
}

function beforeComment(rest: string): string {
  const at = rest.indexOf("#");
  return at === -1 ? rest : rest.slice(0, at);
}

function commentBehind(rest: string, marks: "#" | "#;"): string | undefined {
  const at = rest.search(marks === "#" ? /(?:^|[ \t])#/ : /(?:^|[ \t])[#;]/);
  return at === -1 ? undefined : rest.slice(at);
}

// a line may have thousands of settings, and each looks behind itself
const lineSight = 1_000;

/** Undefined for a place so far behind in its line that nothing above the line speaks of it. */
function beginningOfLine(file: string, offset: number): string | undefined {
  const from = Math.max(0, offset - lineSight);
  const before = file.slice(from, offset);
  const newline = before.lastIndexOf("\n");
  return newline === -1 && from > 0 ? undefined : before.slice(newline + 1);
}

function restOfLine(file: string, offset: number): string {
  const rest = file.slice(offset, offset + lineSight);
  const newline = rest.indexOf("\n");
  return newline === -1 ? rest : rest.slice(0, newline);
}

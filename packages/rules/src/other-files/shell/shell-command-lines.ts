import type { Edit } from "../../finding.js";
import type { SourceText } from "../../source-text.js";
import type { CommandLine } from "../command-line.js";
import { parseShell, type ShellCommand } from "./parse-shell.js";

/** The commands of a shell script. */
export function shellCommandLines(script: SourceText): readonly CommandLine[] {
  return parseShell(script).map((command) => ({
    words: command.words.map(({ value, start, end }) => ({
      value,
      range: script.rangeOf(start, end),
      written: script.slice(start, end),
    })),
    outputs: command.outputs.map(({ source }) => source),
    guard: command.guard,
    remove: (from, to) =>
      from === 0 && to === command.words.length
        ? removeCommand(script, command)
        : removeWords(script, command, from, to),
  }));
}

function removal(script: SourceText, from: number, to: number): readonly Edit[] {
  return [{ range: script.rangeOf(from, to), text: "" }];
}

/** With whatever the file has in front of what stays, as the indentation of a block in YAML. */
function removalUpTo(script: SourceText, from: number, to: number): readonly Edit[] {
  return [{ range: [script.rangeOf(from)[0], script.rangeOf(to)[0]], text: "" }];
}

function removeWords(
  script: SourceText,
  { words }: ShellCommand,
  from: number,
  to: number,
): readonly Edit[] | undefined {
  const [first, last, next, previous] = [words[from]!, words[to - 1]!, words[to], words[from - 1]];
  const between = next ? script.text.slice(last.end, next.start) : script.text.slice(previous!.end, first.start);
  if (!/^[\s\\]*$/.test(between)) return;
  return next ? removalUpTo(script, first.start, next.start) : removal(script, previous!.end, last.end);
}

const joined = /^[\s\\]*(;|&&?)[\s\\]*$/;
const separators: ReadonlySet<string | undefined> = new Set([undefined, "\n", ";", "&&"]);

/** Whether what stands beside a command runs all the same without it. In the command prompt of Windows, whose `set` it is, `&` joins like `;`. */
function isSeparable({ words, before, after }: ShellCommand): boolean {
  const isSeparator = (operator: string | undefined) =>
    separators.has(operator) || (operator === "&" && /^set$/i.test(words[0]!.source));
  return isSeparator(before) && isSeparator(after);
}

function removeCommand(script: SourceText, command: ShellCommand): readonly Edit[] | undefined {
  const { siblings, before, after } = command;
  if (siblings.length === 1 || !isSeparable(command)) return;
  const [start, end] = boundsOf(command);
  const index = siblings.indexOf(command);
  const [previous, next] = [siblings[index - 1], siblings[index + 1]];
  if (previous && !next && before !== "&&" && isAnsweredBefore(script, previous, start)) return;
  const behind = next && joined.exec(script.text.slice(end, boundsOf(next)[0]))?.[1];
  // the operator in front would join what stood apart
  if (next && behind !== undefined && (before !== "&&" || behind === "&&"))
    return removalUpTo(script, start, boundsOf(next)[0]);
  if (before === "&&") return removeChain(script, command);
  if (previous && joined.test(script.text.slice(boundsOf(previous)[1], start)))
    return removal(script, boundsOf(previous)[1], end);
  return after === "&&" ? undefined : removeLine(script, start, end);
}

const test = /^(?:\[\[?|test)$/;

/**
 * Whether a chain in front may answer no without anything having failed, `[ condition ] && command`: without a command behind it, that would
 * be what the script ends with.
 */
function isAnsweredBefore(script: SourceText, previous: ShellCommand, start: number): boolean {
  const isNext = /^(?:[\s\\;]|#[^\n]*\n)*$/.test(script.text.slice(boundsOf(previous)[1], start));
  return previous.after === "&&" || (previous.before === "&&" && isNext);
}

const endsOnFailure = /(?:^|[\s;])set\s+-\w*e|errexit|^#!.*\s-\w*e/;

/**
 * `[ condition ] && command` goes as a whole: the condition alone would decide what the script ends with, and end it under `set -e`.
 * What does more than ask stays, and the command with it where the script would end with the failure that `&&` covers.
 */
function removeChain(script: SourceText, command: ShellCommand): readonly Edit[] | undefined {
  const { siblings } = command;
  const last = siblings.indexOf(command);
  let first = last;
  while (first > 0 && siblings[first]!.before === "&&") first--;
  const conditions = siblings.slice(first, last);
  // a group between them is no sibling, and would go with what goes
  const chain = siblings.slice(first, last + 1);
  const isPlain = chain.every((each, index) => index === 0 || isBehind(script, chain[index - 1]!, each));
  if (!isPlain) return;
  if (!conditions.every(({ words }) => test.test(words[0]!.source)))
    return endsOnFailure.test(script.text)
      ? undefined
      : removal(script, boundsOf(siblings[last - 1]!)[1], boundsOf(command)[1]);
  // the last one decides what the script ends with
  if (last === siblings.length - 1) return;
  if (!separators.has(siblings[first]!.before)) return;
  const next = boundsOf(siblings[last + 1]!)[0];
  if (joined.test(script.text.slice(boundsOf(command)[1], next)))
    return removalUpTo(script, boundsOf(siblings[first]!)[0], next);
  return removeLine(script, boundsOf(siblings[first]!)[0], boundsOf(command)[1]);
}

const chained = /^[\s\\]*&&(?:[\s\\]|#[^\n]*\n)*$/;

/** Whether nothing but `&&`, blanks and comments stands between two commands. */
function isBehind(script: SourceText, previous: ShellCommand, command: ShellCommand): boolean {
  return chained.test(script.text.slice(boundsOf(previous)[1], boundsOf(command)[0]));
}

function boundsOf({ words, outputs }: ShellCommand): readonly [start: number, end: number] {
  return [words[0]!.start, Math.max(words.at(-1)!.end, outputs.at(-1)?.end ?? 0)];
}

/** Takes the line out with the break before it, so that a script inside another file keeps its last one; a comment behind the command stays. */
function removeLine(script: SourceText, start: number, end: number): readonly Edit[] | undefined {
  const [indent] = /(?:^|\r?\n)[ \t]*$/.exec(script.text.slice(0, start)) ?? [];
  const [rest] = /^[^\n]*/.exec(script.text.slice(end))!;
  const [blanks] = /^\s*(?:;\s*)?/.exec(rest)!;
  if (indent === undefined) return;
  if (rest.startsWith("#", blanks.length)) return removal(script, start, end + blanks.length);
  if (blanks !== rest) return;
  if (indent.includes("\n")) return removal(script, start - indent.length, end + rest.trimEnd().length);
  return removalUpTo(script, 0, Math.min(end + rest.length + 1, script.text.length));
}

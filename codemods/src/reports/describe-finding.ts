import { columnsOf, wrapCharacters, wrapWords } from "../terminal/columns.js";
import type { Paint } from "../terminal/paint.js";
import { printable } from "../terminal/printable.js";
import type { ReportFinding } from "./report.js";

export type Describable = Pick<
  ReportFinding,
  | "line"
  | "column"
  | "level"
  | "rule"
  | "message"
  | "grade"
  | "status"
  | "guard"
  | "reason"
  | "fixable"
  | "before"
  | "after"
  | "excerpt"
>;

const indent = "      ";

interface View {
  readonly columns?: number | undefined;
  readonly shows?: boolean;
  /** The lines before and after those that the edits touch. */
  readonly around?: Around;
}

export interface Around {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/**
 * One finding: its verdict, and what its edits do or where it stands. Where a terminal's columns are known, lines keep within them;
 * elsewhere the verdict is one line, so that other programs find all of it there. `shows` says whether code is shown.
 */
export function describeFinding(
  finding: Describable,
  paint: Paint,
  { columns, shows = true, around }: View = {},
): string {
  const { guard, reason } = finding;
  const inner = columns === undefined ? undefined : Math.max(20, columns - indent.length);
  const lines = [
    ...verdictLines(finding, paint, inner),
    ...(guard ? indented(wrapWords(`behind the condition \`${printable(guard)}\`, so it is not edited`, inner)) : []),
    ...(reason ? indented(wrapWords(printable(reason), inner)) : []),
    ...(shows ? codeLines(finding, paint, inner, around) : []),
  ];
  return `${lines.join("\n")}\n`;
}

function codeLines(
  finding: Describable,
  paint: Paint,
  columns: number | undefined,
  around: Around | undefined,
): readonly string[] {
  const { fixable, before, after } = finding;
  return fixable && after !== undefined
    ? changedLines(before, after, paint, columns, around)
    : pointedLines(finding, paint, columns);
}

function verdictLines(
  { line, column, level, rule, message, grade, status }: Describable,
  paint: Paint,
  columns: number | undefined,
): readonly string[] {
  const colored = { error: paint.red, warning: paint.yellow, note: paint.dim }[level](level);
  const label = paint.cyan(`[${status === "new" ? grade : status}]`);
  const head = `  ${`${line}:${column}`.padEnd(6)} ${colored}  ${printable(rule)}`;
  if (columns === undefined) return [`${head}  ${printable(message)}  ${label}`];
  return [`${head}  ${label}`, ...indented(wrapWords(printable(message), columns))];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => indent + line);
}

function changedLines(
  before: string,
  after: string,
  paint: Paint,
  columns: number | undefined,
  { above, below }: Around = { above: [], below: [] },
): readonly string[] {
  const signed = (sign: string, text: string, color: (line: string) => string) =>
    linesOf(text).flatMap((line) => [...wrapped(sign, line, columns)].map((part) => indent + color(part)));
  const margin = marginOf([...above, before, after, ...below].join("\n"));
  const code = (text: string) => text.replaceAll(new RegExp(`^${margin}`, "gm"), "");
  const unchanged = (lines: readonly string[]) =>
    lines.map((line) => (indent + paint.dim(`  ${cut(spaced(code(line)), columns)}`)).trimEnd());
  return [
    ...unchanged(above),
    ...signed("-", code(before), paint.red),
    ...signed("+", code(after), paint.green),
    ...unchanged(below),
  ];
}

/** What fits of a line that is there for orientation only. */
function cut(line: string, columns: number | undefined): string {
  const room = (columns ?? longContext) - 2;
  return columnsOf(line) <= room ? line : `${wrapCharacters(line, room - 1)[0]!}…`;
}

const longContext = 400;

/** The blanks that all lines of code begin with. */
function marginOf(code: string): string {
  const margins = code.split(/\r\n?|\n/).flatMap((line) => (line.trim() === "" ? [] : [/^[ \t]*/.exec(line)![0]]));
  const first = margins[0] ?? "";
  const length = [...first].findIndex((blank, index) => margins.some((margin) => margin[index] !== blank));
  return length < 0 ? first : first.slice(0, length);
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/\r\n?|\n/);
}

/** A line of code and its sign; what does not fit goes on below the code. */
function* wrapped(sign: string, line: string, columns: number | undefined): Iterable<string> {
  const parts = wrapCharacters(spaced(line), columns === undefined ? undefined : columns - 2);
  for (const [index, part] of parts.entries()) yield `${index === 0 ? sign : " "} ${part}`;
}

/** The source with carets below the finding. Of a line that does not fit, the part that the finding is in. */
function pointedLines({ excerpt }: Describable, paint: Paint, columns = Infinity): readonly string[] {
  if (!excerpt) return [];
  const {
    text,
    range: [start, end],
  } = excerpt;
  const lineStart = Math.min(start, marginOf(text).length);
  const [lead, found, rest] = [text.slice(lineStart, start), text.slice(start, end), text.slice(end)].map(spaced) as [
    string,
    string,
    string,
  ];
  const room = columns - 2;
  // two for the signs of what is left out
  const shownLead =
    columnsOf(lead + found) < room ? lead : `…${tail(lead.trimStart(), Math.max(8, room - columnsOf(found) - 2))}`;
  const whole = shownLead + found + rest;
  const line = columnsOf(whole) <= room ? whole : `${wrapCharacters(whole, room - 1)[0]!}…`;
  const carets = Math.max(1, Math.min(columnsOf(found), columnsOf(line) - columnsOf(shownLead)));
  return [`${indent}| ${line}`, `${indent}| ${" ".repeat(columnsOf(shownLead))}${paint.yellow("^".repeat(carets))}`];
}

function tail(text: string, columns: number): string {
  const characters = [...text];
  while (columnsOf(characters.join("")) > columns) characters.shift();
  return characters.join("");
}

/** Tabs have no width of their own. */
function spaced(code: string): string {
  return printable(code.replaceAll("\t", "    "));
}

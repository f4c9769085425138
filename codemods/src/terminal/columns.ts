import type * as StringWidth from "string-width";
import type * as WrapAnsi from "wrap-ansi";
import { requirePackage } from "../loading/require-package.js";

/** How wide a terminal is; undefined for files and pipes, whose lines are not broken. */
export function terminalColumns({
  isTTY,
  columns,
}: {
  readonly isTTY?: boolean;
  readonly columns?: number;
}): number | undefined {
  return isTTY ? columns || undefined : undefined;
}

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  // nearly every text is of one column each, and Unicode's tables take time to load
  if (/^[\x20-\x7e\xa0-\xac\xae-\xff…]*$/.test(text)) return text.length;
  return (requirePackage("string-width") as typeof StringWidth).default(text);
}

/** The words of a text in lines of at most so many columns; without a number, in one line. */
export function wrapWords(text: string, columns?: number): readonly string[] {
  return wrap(text, columns, { hard: true });
}

/** A text in lines of at most so many columns, broken wherever they end. */
export function wrapCharacters(text: string, columns?: number): readonly string[] {
  return wrap(text, columns, { hard: true, trim: false, wordWrap: false });
}

/**
 * A sentence behind what leads it, with `indent` in front of further lines, by default the columns of the lead left free.
 * Code in backticks, and what else holds no blank, such as an address, stays whole.
 */
export function hanging(
  lead: string,
  sentence: string,
  columns?: number,
  indent = " ".repeat(columnsOf(lead)),
): readonly string[] {
  const room = columns && Math.max(narrowest, columns - Math.max(columnsOf(lead), columnsOf(indent)));
  const lines = wrap(sentence.replaceAll(/`[^`]*`/g, unbroken), room, {});
  return lines.map((line, index) => (index === 0 ? lead : indent) + line.replaceAll(hardSpace, " "));
}

const hardSpace = "\u00a0";

/** Words that `hanging` keeps together in one line, as they are to be copied. */
export function unbroken(words: string): string {
  return words.replaceAll(" ", hardSpace);
}

const narrowest = 20;

function wrap(text: string, columns: number | undefined, options: WrapAnsi.Options): readonly string[] {
  if (columns === undefined || columnsOf(text) <= columns) return [text];
  return (requirePackage("wrap-ansi") as typeof WrapAnsi).default(text, columns, options).split("\n");
}

/** How wide a terminal is; undefined for files and pipes, whose lines are not broken. */
export function terminalColumns({ isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number }): number | undefined {
  return isTTY ? columns || undefined : undefined;
}

const wide = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const without = /[\p{Mark}\p{Default_Ignorable_Code_Point}]/u;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  // all text but the rarest is of one column each
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return [...text].reduce((sum, character) => sum + columnsOfCharacter(character), 0);
}

function columnsOfCharacter(character: string): number {
  if (without.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** The words of a text in lines of at most so many columns; without a number, in one line. */
export function wrapWords(text: string, columns = Infinity): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && columnsOf(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(...wrapCharacters(word, columns));
  }
  return lines;
}

/** A text in lines of at most so many columns, broken wherever they end. */
export function wrapCharacters(text: string, columns = Infinity): readonly string[] {
  if (columnsOf(text) <= columns) return [text];
  const lines = [""];
  for (const character of text) {
    if (columnsOf(lines.at(-1)! + character) > columns) lines.push("");
    lines[lines.length - 1] += character;
  }
  return lines;
}

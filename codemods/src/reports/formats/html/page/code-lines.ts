/** A piece of a line; `isOwn` where its counterpart has other words. */
export interface Piece {
  readonly text: string;
  readonly isOwn: boolean;
}

/** A line of a diff, in pieces. */
export interface CodeLine {
  readonly sign: " " | "-" | "+";
  readonly pieces: readonly Piece[];
}

/** The lines before and after an edit, with the words that differ; lines that both begin or end with are told once. */
export function diffLines(before: string, after: string): readonly CodeLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const head = sharedStart(old, fresh);
  const tail = sharedStart(old.slice(head).reverse(), fresh.slice(head).reverse());
  const [removed, added] = differingWords(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
  return [
    ...old.slice(0, head).map(same),
    ...removed.map((pieces): CodeLine => ({ sign: "-", pieces })),
    ...added.map((pieces): CodeLine => ({ sign: "+", pieces })),
    ...old.slice(old.length - tail).map(same),
  ];
}

export function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/\r\n?|\n/);
}

function same(text: string): CodeLine {
  return { sign: " ", pieces: [{ text, isOwn: false }] };
}

type PiecedLines = readonly (readonly Piece[])[];

/** To compare words with each other takes the product of their numbers. */
const mostComparisons = 250_000;
/** Of texts that share less, every word would be marked. */
const leastShared = 0.2;

function differingWords(removed: readonly string[], added: readonly string[]): readonly [PiecedLines, PiecedLines] {
  const [old, fresh] = [wordsOf(removed.join("\n")), wordsOf(added.join("\n"))];
  const isTooMuch = old.length * fresh.length > mostComparisons;
  const shared = isTooMuch ? [] : sharedWords(old, fresh);
  if (shared.length < leastShared * Math.max(old.length, fresh.length)) return [removed.map(whole), added.map(whole)];
  const of = (words: readonly string[], side: 0 | 1, lines: readonly string[]) =>
    lines.length === 0 ? [] : piecedLines(words, new Set(shared.map((pair) => pair[side])));
  return [of(old, 0, removed), of(fresh, 1, added)];
}

function whole(text: string): readonly Piece[] {
  return [{ text, isOwn: false }];
}

/** Names and numbers, blanks, and single signs. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_$]+|\n|[^\S\n]+|[^\p{L}\p{N}_$\s]/gu) ?? [];
}

/** The indexes of a longest common subsequence. */
function sharedWords(old: readonly string[], fresh: readonly string[]): readonly (readonly [number, number])[] {
  const width = fresh.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? lengths[(row + 1) * width + column + 1]! + 1
          : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!);
  const pairs: [number, number][] = [];
  for (let [row, column] = [0, 0]; row < old.length && column < fresh.length;)
    if (old[row] === fresh[column]) pairs.push([row++, column++]);
    else if (lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!) row++;
    else column++;
  return pairs;
}

function piecedLines(words: readonly string[], shared: ReadonlySet<number>): PiecedLines {
  const lines: Piece[][] = [[]];
  for (const [index, text] of words.entries()) {
    const isOwn = !shared.has(index);
    const line = lines.at(-1)!;
    const last = line.at(-1);
    if (text === "\n") lines.push([]);
    else if (last?.isOwn === isOwn) line[line.length - 1] = { text: last.text + text, isOwn };
    else line.push({ text, isOwn });
  }
  return lines;
}

function sharedStart(first: readonly string[], second: readonly string[]): number {
  const differs = first.findIndex((item, index) => item !== second[index]);
  return differs === -1 ? first.length : differs;
}

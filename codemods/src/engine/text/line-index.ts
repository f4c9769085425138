import { countUpTo } from "../../collections/count-up-to.js";

/** Both count from 1; the column counts UTF-16 units, as editors and ESLint do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text are; lines end as in ECMAScript. */
export interface LineIndex {
  placeOf(offset: number): Place;
  /** The offsets of a line without its line break. */
  rangeOf(line: number): readonly [start: number, end: number];
}

export function indexLines(text: string): LineIndex {
  const breaks = [...text.matchAll(/\r\n?|[\n\u2028\u2029]/g)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  const starts = [0, ...breaks.map(([, end]) => end)];
  return {
    placeOf(offset) {
      const line = countUpTo(offset, starts, (start) => start);
      return { line, column: offset - starts[line - 1]! + 1 };
    },
    rangeOf: (line) => [starts[line - 1]!, breaks[line - 1]?.[0] ?? text.length],
  };
}

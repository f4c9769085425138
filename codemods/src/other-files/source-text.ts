export type Range = readonly [start: number, end: number];

/** Stands in a `SourceText` for what only a running shell or pipeline can fill in: `$HOME`, `${{ inputs.level }}`. */
export const UNKNOWN = "\uFFFC";

interface Character {
  readonly text: string;
  readonly range: Range;
}

/** Text as a program reads it, unquoted and unescaped, with the place in the file that each of its characters comes from. */
export class SourceText {
  readonly text: string;
  private readonly ranges: readonly Range[];
  private readonly end: number;

  /** `end` is where the text ends in the file, which an empty text does not tell. */
  private constructor(text: string, ranges: readonly Range[], end: number) {
    this.text = text;
    this.ranges = ranges;
    this.end = end;
  }

  static verbatim(file: string, [start, end]: Range): SourceText {
    const ranges = Array.from({ length: end - start }, (_, index) => [start + index, start + index + 1] as const);
    return new SourceText(file.slice(start, end), ranges, end);
  }

  static of(characters: readonly Character[], end: number): SourceText {
    return new SourceText(characters.map(({ text }) => text).join(""), characters.map(({ range }) => range), end);
  }

  slice(from: number, to = this.text.length): SourceText {
    return new SourceText(this.text.slice(from, to), this.ranges.slice(from, to), this.offsetOf(to));
  }

  /** Leaves out what stands in these places of the file. */
  without(places: readonly Range[]): SourceText {
    const isKept = (_: unknown, index: number) => !places.some(([start, end]) => start <= this.ranges[index]![0] && this.ranges[index]![0] < end);
    return new SourceText(this.text.split("").filter(isKept).join(""), this.ranges.filter(isKept), this.end);
  }

  /** The characters from `from` up to `to`, with one escaped, quoted or filled-in character for several of this text. */
  character(from: number, to: number, text = this.text.slice(from, to)): Character {
    return { text, range: this.rangeOf(from, to) };
  }

  /** Where a part of the text stands in the file, with whatever stands between its characters there. */
  rangeOf(from = 0, to = this.text.length): Range {
    return from < to ? [this.ranges[from]![0], this.ranges[to - 1]![1]] : [this.offsetOf(from), this.offsetOf(from)];
  }

  /** Whether the file has exactly this text in one piece, so that it can be replaced there. */
  get isVerbatim(): boolean {
    return this.ranges.every(([start, end], index) => end - start === 1 && (index === 0 || this.ranges[index - 1]![1] === start));
  }

  /** Whether all of it is known before anything runs. */
  get isKnown(): boolean {
    return !/[$`\uFFFC]/.test(this.text);
  }

  private offsetOf(index: number): number {
    return this.ranges[index]?.[0] ?? this.ranges.at(-1)?.[1] ?? this.end;
  }
}

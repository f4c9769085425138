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
  /** The places of the characters, or where the text begins when it stands in the file as it is. */
  private readonly places: readonly Range[] | number;
  /** Where the text ends in the file, which an empty text does not tell. */
  private readonly end: number;

  private constructor(text: string, places: readonly Range[] | number, end: number) {
    this.text = text;
    this.places = places;
    this.end = end;
  }

  static verbatim(file: string, [start, end]: Range): SourceText {
    return new SourceText(file.slice(start, end), start, end);
  }

  /** Where the characters stand in the file as they are, their places need not be kept one by one. */
  static of(characters: readonly Character[], end: number): SourceText {
    const start = characters[0]?.range[0] ?? end;
    const isPlain = characters.every(
      ({ text, range }, index) => text.length === 1 && range[0] === start + index && range[1] === start + index + 1,
    );
    return new SourceText(
      characters.map(({ text }) => text).join(""),
      isPlain ? start : characters.map(({ range }) => range),
      end,
    );
  }

  slice(from: number, to = this.text.length): SourceText {
    const places = typeof this.places === "number" ? this.places + from : this.places.slice(from, to);
    return new SourceText(this.text.slice(from, to), places, this.offsetOf(to));
  }

  /** Leaves out what stands in these places of the file. */
  without(ranges: readonly Range[]): SourceText {
    const isKept = (at: number) => !ranges.some(([start, end]) => start <= at && at < end);
    const characters = Array.from(this.text.split(""), (_, index) => this.character(index, index + 1));
    return SourceText.of(
      characters.filter(({ range }) => isKept(range[0])),
      this.end,
    );
  }

  /** The characters from `from` up to `to`, with one escaped, quoted or filled-in character for several of this text. */
  character(from: number, to: number, text = this.text.slice(from, to)): Character {
    return { text, range: this.rangeOf(from, to) };
  }

  /** Where a part of the text stands in the file, with whatever stands between its characters there. */
  rangeOf(from = 0, to = this.text.length): Range {
    return from < to ? [this.placeOf(from)[0], this.placeOf(to - 1)[1]] : [this.offsetOf(from), this.offsetOf(from)];
  }

  /** Whether the file has exactly this text in one piece, so that it can be replaced there. */
  get isVerbatim(): boolean {
    const { places } = this;
    return (
      typeof places === "number" ||
      places.every(([start, end], index) => end - start === 1 && (index === 0 || places[index - 1]![1] === start))
    );
  }

  /** Whether all of it is known before anything runs. */
  get isKnown(): boolean {
    return !/[$`\uFFFC]/.test(this.text);
  }

  private placeOf(index: number): Range {
    return typeof this.places === "number" ? [this.places + index, this.places + index + 1] : this.places[index]!;
  }

  private offsetOf(index: number): number {
    if (index < this.text.length) return this.placeOf(index)[0];
    return this.text.length > 0 ? this.placeOf(this.text.length - 1)[1] : this.end;
  }
}

import type { Edit } from "../finding.js";
import type { Range, SourceText } from "../source-text.js";

export interface CommandWord {
  readonly value: SourceText;
  /** As written, quotes included. */
  readonly range: Range;
  /** In shell text, with its quotes and what the shell expands. */
  readonly written?: SourceText;
}

/** The words of one command, however the file spells them: as shell text or as a list. */
export interface CommandLine {
  readonly words: readonly CommandWord[];
  /** The files that its output goes to, as written. */
  readonly outputs: readonly string[];
  /** The condition that it runs under, when it reads like somebody's own choice. */
  readonly guard: string | undefined;
  /** Takes out the words from `from` up to `to`; undefined where what is left would not work. */
  remove(from: number, to: number): readonly Edit[] | undefined;
}

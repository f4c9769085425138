import { removeItems } from "../edits/text-edits.js";
import type { Range, SourceText } from "../source-text.js";
import type { CommandLine } from "./command-line.js";

interface Item {
  readonly value: SourceText;
  readonly range: Range;
}

/** A command that is written as a list of its words: `["node", "server.js"]`. */
export function listedCommand(file: string, words: readonly Item[], remove?: CommandLine["remove"]): CommandLine {
  const ranges = words.map(({ range }) => range);
  return {
    words,
    outputs: [],
    guard: undefined,
    remove: remove ?? ((from, to) => removeItems(file, ranges, from, to)),
  };
}

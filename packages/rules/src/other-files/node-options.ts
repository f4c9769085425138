import type { EnvironmentVariable } from "../setting.js";
import { SourceText } from "../source-text.js";
import type { CommandLine, CommandWord } from "./command-line.js";

/**
 * NODE_OPTIONS as the command line that Node makes of it: words between spaces, with double quotes and backslashes inside them
 * (https://nodejs.org/api/cli.html#node_optionsoptions). Without any word left, the variable goes.
 */
export function commandLineOf({
  value,
  guard,
  removal,
}: Pick<EnvironmentVariable, "value" | "guard" | "removal">): CommandLine {
  const words = splitWords(value);
  return {
    words: words.map(({ start, end, word }) => ({ value: word, range: value.rangeOf(start, end) })),
    outputs: [],
    guard,
    remove(from, to) {
      if (to - from === words.length) return removal;
      const [start, end] =
        to < words.length ? [words[from]!.start, words[to]!.start] : [words[from - 1]!.end, words[to - 1]!.end];
      return [{ range: value.rangeOf(start, end), text: "" }];
    },
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly word: CommandWord["value"];
}

const wordPattern = /(?:"(?:\\.|[^"\\])*"?|[^ "])+/g;

function splitWords(value: SourceText): readonly Span[] {
  return [...value.text.matchAll(wordPattern)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    return { start, end, word: unquoted(value.slice(start, end)) };
  });
}

const partPattern = /"|\\.|[^]/g;

function unquoted(source: SourceText): SourceText {
  let isQuoted = false;
  const characters = [...source.text.matchAll(partPattern)].flatMap(({ 0: part, index }) => {
    if (part === '"') isQuoted = !isQuoted;
    if (part === '"') return [];
    return [source.character(index, index + part.length, isQuoted && part.length > 1 ? part.slice(1) : part)];
  });
  return SourceText.of(characters, source.rangeOf().at(1)!);
}

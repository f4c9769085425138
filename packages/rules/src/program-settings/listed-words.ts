import type { TSESTree } from "@typescript-eslint/types";
import { removeItems } from "../edits/text-edits.js";
import type { Edit } from "../finding.js";
import type { CommandLine, CommandWord } from "../other-files/command-line.js";
import type { Guard } from "../source/guards/guards.js";
import type { FileView } from "../source/program/file-view.js";
import { standsIn } from "../source/program/view-at.js";
import { alternativesOf } from "../source/values/static-value.js";
import { SourceText, UNKNOWN } from "../source-text.js";
import { writtenWord } from "./written-text.js";

/** Words that a program writes as a list, or as one behind the program that they are handed to. */
export interface ListedWords {
  readonly line: CommandLine;
  readonly node: TSESTree.ArrayExpression;
  readonly guard: Guard | undefined;
}

/** The lists of words that an expression may be, those that this file writes. */
export function listedWords(program: FileView, expression: TSESTree.Node, first?: CommandWord): readonly ListedWords[] {
  return alternativesOf(program, expression).flatMap(({ node, guard }) =>
    node.type === "ArrayExpression" && standsIn(program, node)
      ? [{ line: lineOf(program, node, first), node, guard }]
      : [],
  );
}

/** The words that a call adds to a list; the last of them cannot be taken out without the call. */
export function addedWords(program: FileView, call: TSESTree.CallExpression): CommandLine {
  const words = call.arguments.map((argument) => wordOf(program, argument));
  const ranges = words.map(({ range }) => range);
  return {
    words,
    outputs: [],
    guard: undefined,
    remove: (from, to) =>
      to > from && to - from < words.length ? removeItems(program.file.text, ranges, from, to) : undefined,
  };
}

function lineOf(program: FileView, list: TSESTree.ArrayExpression, first: CommandWord | undefined): CommandLine {
  const words = list.elements.map((element) => wordOf(program, element ?? list));
  const ahead = first ? [first] : [];
  return {
    words: [...ahead, ...words],
    outputs: [],
    guard: undefined,
    remove(from, to) {
      const isWhole = from < ahead.length && to === ahead.length + words.length;
      // what the words are handed to stays
      return isWhole
        ? undefined
        : removeWords(program, list, words, Math.max(0, from - ahead.length), to - ahead.length);
    },
  };
}

function wordOf(program: FileView, element: TSESTree.Node): CommandWord {
  const { range } = element;
  const value =
    element.type === "SpreadElement" || element.type === "ArrayExpression"
      ? SourceText.of([{ text: UNKNOWN, range }], range[1])
      : writtenWord(program, element);
  return { value, range };
}

function removeWords(
  { file: { text } }: FileView,
  { range: [start, end] }: TSESTree.ArrayExpression,
  words: readonly CommandWord[],
  from: number,
  to: number,
): readonly Edit[] | undefined {
  if (to <= from) return;
  const ranges = words.map(({ range }) => range);
  if (to - from < words.length) return removeItems(text, ranges, from, to);
  const around = text.slice(start + 1, ranges[0]![0]) + text.slice(ranges.at(-1)![1], end - 1);
  return /^[\s,]*$/.test(around) ? [{ range: [start + 1, end - 1], text: "" }] : undefined;
}

import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { FileView } from "../source/program/file-view.js";
import { walk } from "../source/program/walk.js";
import { propertyName } from "../source/values/property-name.js";
import { removeElements } from "./elements.js";
import { listBehind } from "./list-sources.js";
import { quoteOf } from "./literal.js";
import { removeOperand } from "./operands.js";
import {
  hasCommentBetween,
  isFirstOnLine,
  isLastOnLine,
  newLineLike,
  nextCode,
  startOfLine,
  startOfNextLine,
} from "./surroundings.js";

/** A string in the source that is a part of a list, and what of it is to go or to come. */
interface Piece {
  readonly node: TSESTree.Literal | TSESTree.TemplateElement;
  readonly items: readonly Item[];
}

interface Item {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Items that go, and others that come in the place of one of them. */
export interface Change {
  readonly dropped: readonly string[];
  readonly added: readonly string[];
  readonly place: string | undefined;
}

/**
 * Takes items out of a list that a program builds of several strings, each where it stands. Undefined where an item is not written out,
 * or a comment would be lost that belongs to something else.
 */
export function narrowInPlace(
  program: FileView,
  expression: TSESTree.Node,
  key: string,
  { dropped, added, place }: Change,
): readonly Edit[] | undefined {
  const pieces = piecesOf(program, expression, key);
  const isDropped = ({ text }: Item) => dropped.includes(text);
  const affected = pieces.filter(({ items }) => items.some(isDropped));
  if (!dropped.every((name) => affected.some(({ items }) => items.some(({ text }) => text === name)))) return;
  const replaced =
    added.length > 0 ? affected.find(({ items }) => items.some(({ text }) => text === place)) : undefined;
  const others = affected.filter((piece) => piece !== replaced);
  const removals = removePieces(
    program,
    pieces,
    others.filter(({ items }) => items.every(isDropped)),
  );
  return (
    removals && [
      ...(replaced ? [replacement(program, replaced, place, isDropped, added)] : []),
      ...removals,
      ...others.flatMap((piece) => cuts(piece, isDropped)),
    ]
  );
}

/** The strings of a list, in the places where they stand, names of lists that serve nothing else looked through. */
function piecesOf(program: FileView, expression: TSESTree.Node, key: string): readonly Piece[] {
  const pieces: Piece[] = [];
  walk(expression, (node) => {
    const isText = node.type === "TemplateElement" || (node.type === "Literal" && typeof node.value === "string");
    if (isText) pieces.push({ node, items: itemsOf(program, node) });
    if (node.type === "Identifier") {
      const list = listBehind(program, node, key);
      if (list) pieces.push(...piecesOf(program, list, key));
    }
    if (node.type !== "CallExpression") return;
    for (const part of partsOf(program, node)) pieces.push(...piecesOf(program, part, key));
    return "skip";
  });
  return pieces;
}

/** What of a call is part of the list: the separator of a `join` is not. */
function partsOf(program: FileView, { callee, arguments: handed }: TSESTree.CallExpression): readonly TSESTree.Node[] {
  if (callee.type !== "MemberExpression") return handed;
  return [callee.object, ...(propertyName(program, callee) === "concat" ? handed : [])];
}

function itemsOf(program: FileView, node: TSESTree.Node): readonly Item[] {
  const text = program.textOf(node);
  return [...text.matchAll(/[^:,; "'`]+/g)].map(({ index, 0: item }) => ({
    text: item,
    start: node.range[0] + index,
    end: node.range[0] + index + item.length,
  }));
}

/** What a piece is with the added items in their place: further elements of an array, or further items of the text. */
function replacement(
  program: FileView,
  { node, items }: Piece,
  place: string | undefined,
  isDropped: (item: Item) => boolean,
  added: readonly string[],
): Edit {
  const text = program.textOf(node);
  const isElement = node.parent?.type === "ArrayExpression" && items.length === 1;
  if (isElement) {
    const quote = quoteOf(text)!;
    const separator = isFirstOnLine(program, node.range[0]) ? `,${newLineLike(program, node.range[0])}` : ", ";
    return { range: node.range, text: added.map((name) => `${quote}${name}${quote}`).join(separator) };
  }
  const at = items.find(({ text: item }) => item === place);
  const kept = items.flatMap((item) => (item === at ? added : isDropped(item) ? [] : [item.text]));
  const [start, end] = [items[0]!.start, items.at(-1)!.end];
  const separator = items[1] ? program.file.text.slice(items[0]!.end, items[1].start) : ":";
  return { range: [start, end], text: kept.join(separator) };
}

/** Cuts items out of a piece that keeps others, with a separator each. */
function cuts({ items }: Piece, isDropped: (item: Item) => boolean): readonly Edit[] {
  const lastKept = items.findLastIndex((item) => !isDropped(item));
  if (lastKept === -1) return [];
  return items.flatMap((item, index): readonly Edit[] => {
    if (!isDropped(item)) return [];
    const range: Edit["range"] =
      index < lastKept ? [item.start, items[index + 1]!.start] : [items[index - 1]!.end, item.end];
    return [{ range, text: "" }];
  });
}

/** Takes whole strings out: elements of an array with their lines, operands of a sum with their operators. */
function removePieces(
  program: FileView,
  pieces: readonly Piece[],
  emptied: readonly Piece[],
): readonly Edit[] | undefined {
  const [only, ...more] = emptied;
  if (!only) return [];
  const array = only.node.parent;
  if (array?.type === "ArrayExpression" && more.every(({ node }) => node.parent === array)) {
    if (array.elements.length === emptied.length) return removeConcatenation(program, array);
    return removeElements(
      program,
      array,
      emptied.map(({ node }) => node),
    );
  }
  if (more.length > 0) return;
  const edit = lineOfOperand(program, only.node) ?? removeOperand(program, only.node);
  const edits = edit ? [edit] : lastOperandBelow(program, only.node);
  return edits && [...edits, ...separatorsBeside(only, pieces)];
}

/** `.concat([...])`, all of whose elements go. */
function removeConcatenation(program: FileView, array: TSESTree.ArrayExpression): readonly Edit[] | undefined {
  const call = array.parent;
  if (call.type !== "CallExpression" || call.arguments.length > 1 || call.callee.type !== "MemberExpression") return;
  const range = [call.callee.object.range[1], call.range[1]] as const;
  return propertyName(program, call.callee) === "concat" && !hasCommentBetween(program, ...range)
    ? [{ range, text: "" }]
    : undefined;
}

/** The last operand of a sum on a line of its own, below a comment that speaks of the one before: the operator goes, and the line is left blank. */
function lastOperandBelow(program: FileView, node: TSESTree.Node): readonly Edit[] | undefined {
  const { text } = program.file;
  const sum = node.parent;
  if (sum?.type !== "BinaryExpression" || sum.right !== node || !isFirstOnLine(program, node.range[0])) return;
  const operator = nextCode(program, sum.left.range[1]);
  if (text[operator] !== "+" || hasCommentBetween(program, sum.left.range[1], operator)) return;
  return [
    { range: [sum.left.range[1], operator + 1], text: "" },
    { range: [startOfLine(program, node.range[0]), node.range[1]], text: "" },
  ];
}

/** The line of an operand that stands alone on it with the operator behind it; a comment at its end speaks of the operand. */
function lineOfOperand(program: FileView, node: TSESTree.Node): Edit | undefined {
  const { text } = program.file;
  const operator = nextCode(program, node.range[1]);
  const isAlone =
    text[operator] === "+" && isFirstOnLine(program, node.range[0]) && isLastOnLine(program, operator + 1);
  return isAlone
    ? { range: [startOfLine(program, node.range[0]), startOfNextLine(program, operator)], text: "" }
    : undefined;
}

/** The separator that stood between a piece at the end of a text and its neighbour, which has nothing to separate any more. */
function separatorsBeside(removed: Piece, pieces: readonly Piece[]): readonly Edit[] {
  const index = pieces.indexOf(removed);
  const [before, after] = [pieces[index - 1], pieces[index + 1]];
  if (before?.items.length && !after)
    return [{ range: [before.items.at(-1)!.end, before.node.range[1] - 1], text: "" }];
  if (after?.items.length && !before) return [{ range: [after.node.range[0] + 1, after.items[0]!.start], text: "" }];
  return [];
}

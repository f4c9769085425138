import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { FileView } from "../source/program/file-view.js";
import {
  hasCommentBetween,
  isFirstOnLine,
  isLastOnLine,
  nextCode,
  startOfLine,
  startOfNextLine,
} from "./surroundings.js";

/**
 * Takes elements out of an array: those on lines of their own with the lines, comments behind them included, because these speak of the
 * element. Undefined where a comment elsewhere would go with them, or where no element would be left.
 */
export function removeElements(
  program: FileView,
  { elements }: TSESTree.ArrayExpression,
  removed: readonly TSESTree.Node[],
): readonly Edit[] | undefined {
  const isRemoved = (element: TSESTree.Node | null | undefined) => !!element && removed.includes(element);
  if (elements.every(isRemoved) || elements.includes(null)) return;
  const edits = runsOf(elements as readonly TSESTree.Node[], isRemoved).map((run) => removeRun(program, run));
  return edits.every((edit) => edit) ? edits.flatMap((edit) => edit!) : undefined;
}

/** Elements that stand beside each other and go together. */
interface Run {
  readonly before: TSESTree.Node | undefined;
  readonly removed: readonly TSESTree.Node[];
  readonly after: TSESTree.Node | undefined;
}

function runsOf(elements: readonly TSESTree.Node[], isRemoved: (element: TSESTree.Node) => boolean): readonly Run[] {
  return elements.flatMap((element, start): readonly Run[] => {
    if (!isRemoved(element) || (start > 0 && isRemoved(elements[start - 1]!))) return [];
    const length = elements.slice(start).findIndex((each) => !isRemoved(each));
    const end = length === -1 ? elements.length : start + length;
    return [{ before: elements[start - 1], removed: elements.slice(start, end), after: elements[end] }];
  });
}

function removeRun(program: FileView, { before, removed, after }: Run): readonly Edit[] | undefined {
  const lines = removed.map((element) => linesOf(program, element));
  if (lines.every((line) => line)) {
    const comma =
      before && !after && !endsWithComma(program, removed.at(-1)!) ? nextCode(program, before.range[1]) : -1;
    return [...(comma === -1 ? [] : [remove([comma, comma + 1])]), ...lines.map((line) => remove(line!))];
  }
  const range: Range = before ? [before.range[1], removed.at(-1)!.range[1]] : [removed[0]!.range[0], after!.range[0]];
  return hasCommentBetween(program, ...range) ? undefined : [remove(range)];
}

type Range = readonly [start: number, end: number];

/** The whole lines of an element that stands alone on them. */
function linesOf(program: FileView, element: TSESTree.Node): Range | undefined {
  const { text } = program.file;
  const comma = nextCode(program, element.range[1]);
  const end = text[comma] === "," ? comma + 1 : element.range[1];
  return isFirstOnLine(program, element.range[0]) && isLastOnLine(program, end)
    ? [startOfLine(program, element.range[0]), startOfNextLine(program, end)]
    : undefined;
}

function endsWithComma(program: FileView, element: TSESTree.Node): boolean {
  return program.file.text[nextCode(program, element.range[1])] === ",";
}

function remove(range: Range): Edit {
  return { range, text: "" };
}

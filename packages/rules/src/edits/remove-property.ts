import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { Program } from "../source/program.js";
import { endOfLine, nextCode, startOfLine, startOfNextLine } from "./surroundings.js";

/** Takes out a property with its comma, or an assignment with its statement; comments stay. Undefined where the value is used otherwise. */
export function removalOf(program: Program, node: TSESTree.Node): readonly Edit[] | undefined {
  if (node.type === "Property") return removeFromObject(program, node);
  if (node.parent?.type === "ExpressionStatement" && isBlockItem(node.parent)) return [removeLines(program, node.parent.range)];
  return;
}

function isBlockItem(statement: TSESTree.ExpressionStatement): boolean {
  return statement.parent.type === "BlockStatement" || statement.parent.type === "Program";
}

function removeFromObject(program: Program, property: TSESTree.Property): readonly Edit[] {
  const { text } = program.file;
  const [start, end] = property.range;
  const comma = nextCode(program, end);
  if (text[comma] === ",") {
    // a comment between property and comma keeps its place: two edits around it
    const gap = text.slice(end, comma);
    if (gap.trim() !== "") return [{ range: [start, end], text: "" }, { range: [comma, comma + 1], text: "" }];
    return [removeLines(program, [start, comma + 1])];
  }
  const object = property.parent as TSESTree.ObjectExpression;
  const previous = object.properties[object.properties.indexOf(property) - 1];
  if (!previous) return [removeLines(program, [start, end])];
  const precedingComma = nextCode(program, previous.range[1]);
  const between = text.slice(precedingComma + 1, start);
  if (between.trim() !== "") return [{ range: [precedingComma, precedingComma + 1], text: "" }, removeLines(program, [start, end])];
  return [{ range: [precedingComma, end], text: "" }];
}

/** Removes the whole lines of a range that stands alone on them, else the range and the blanks behind it. */
function removeLines(program: Program, range: readonly [number, number]): Edit {
  const { text } = program.file;
  const [start, end] = range;
  const lineStart = startOfLine(text, start);
  const isAloneBefore = text.slice(lineStart, start).trim() === "";
  const isAloneAfter = text.slice(end, endOfLine(text, end)).trim() === "";
  if (isAloneBefore && isAloneAfter) return { range: [lineStart, startOfNextLine(text, end)], text: "" };
  const blanks = /^[ \t]*/.exec(text.slice(end))![0].length;
  return { range: [start, isAloneAfter ? end : end + blanks], text: "" };
}

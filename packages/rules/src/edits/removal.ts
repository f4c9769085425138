import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { FileView } from "../source/program/file-view.js";
import { endOfLine, isFirstOnLine, nextCode, startOfLine, startOfNextLine, statementOf } from "./surroundings.js";

type Range = readonly [start: number, end: number];

/**
 * Takes out a property with its comma, an assignment with its statement, or the default in a pattern; comments stay.
 * Undefined where the value is used otherwise.
 */
export function removalOf(program: FileView, node: TSESTree.Node): readonly Edit[] | undefined {
  if (node.type === "Property") {
    return node.parent.type === "ObjectExpression" ? removeFromObject(program, node, node.parent) : removeDefault(node);
  }
  if (node.type === "PropertyDefinition") return [removeLines(program, node.range)];
  if (node.parent?.type !== "ExpressionStatement") return;
  const statement = statementOf(node);
  // the one statement of an `if` without braces leaves an empty block
  return [statement ? removeStatement(program, statement) : { range: node.parent.range, text: "{}" }];
}

/** `{ option = value }` in a pattern becomes `{ option }`. */
function removeDefault({ value }: TSESTree.Property): readonly Edit[] | undefined {
  return value.type === "AssignmentPattern" ? [remove([value.left.range[1], value.range[1]])] : undefined;
}

function removeFromObject(
  program: FileView,
  property: TSESTree.Property,
  object: TSESTree.ObjectExpression,
): readonly Edit[] {
  const { text } = program.file;
  const [start, end] = property.range;
  if (isAloneIn(program, property, object)) return [remove([object.range[0] + 1, object.range[1] - 1])];
  const comma = nextCode(program, end);
  if (text[comma] === ",") {
    const isPlain = text.slice(end, comma).trim() === "";
    return isPlain ? [removeLines(program, [start, comma + 1])] : [remove([start, end]), remove([comma, comma + 1])];
  }
  const previous = object.properties[object.properties.indexOf(property) - 1];
  if (!previous) return [removeLines(program, [start, end])];
  const precedingComma = nextCode(program, previous.range[1]);
  const isPlain = text.slice(precedingComma + 1, start).trim() === "";
  return isPlain
    ? [remove([precedingComma, end])]
    : [remove([precedingComma, precedingComma + 1]), removeLines(program, [start, end])];
}

/** Whether a property is all that stands between the braces, comments included. */
function isAloneIn(
  { file: { text } }: FileView,
  { range: [start, end] }: TSESTree.Property,
  { range }: TSESTree.ObjectExpression,
): boolean {
  return text.slice(range[0] + 1, start).trim() === "" && /^\s*,?\s*$/.test(text.slice(end, range[1] - 1));
}

/** What would join the lines around it to one statement leaves a semicolon behind. */
function removeStatement(program: FileView, { range: [start, end] }: TSESTree.ExpressionStatement): Edit {
  const { text } = program.file;
  const isJoining =
    /[([`+\-/.]/.test(text[nextCode(program, end)] ?? "") &&
    text[end - 1] === ";" &&
    !/[;{}]\s*$/.test(text.slice(0, start));
  return isJoining ? { range: [start, end], text: ";" } : removeLines(program, [start, end]);
}

/** Removes the whole lines of a range that stands alone on them, else the range and the blanks behind it. */
function removeLines({ file: { text } }: FileView, [start, end]: Range): Edit {
  const isLast = text.slice(end, endOfLine(text, end)).trim() === "";
  if (isFirstOnLine(text, start) && isLast) return remove([startOfLine(text, start), startOfNextLine(text, end)]);
  const blanks = /^[ \t]*/.exec(text.slice(end))![0].length;
  return remove([start, isLast ? end : end + blanks]);
}

function remove(range: Range): Edit {
  return { range, text: "" };
}

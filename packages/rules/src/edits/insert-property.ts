import type { Edit } from "../finding.js";
import type { PropertyWrite } from "../source/layers.js";
import type { Program } from "../source/program.js";
import { nextCode, startOfLine } from "./surroundings.js";

/** Puts a property behind another one, or an assignment behind another one, in the style of its neighbour. */
export function insertionAfter(program: Program, write: PropertyWrite, source: string): readonly Edit[] | undefined {
  const { text } = program.file;
  const { node } = write;
  if (node.type !== "Property") return;
  const [start, end] = node.range;
  const indent = /^[ \t]*/.exec(text.slice(startOfLine(text, start)))![0];
  const isAlone = text.slice(startOfLine(text, start), start).trim() === "";
  const separator = isAlone ? `${text.includes("\r\n") ? "\r\n" : "\n"}${indent}` : " ";
  const comma = nextCode(program, end);
  return text[comma] === ","
    ? [{ range: [comma + 1, comma + 1], text: `${separator}${source},` }]
    : [{ range: [end, end], text: `,${separator}${source}` }];
}

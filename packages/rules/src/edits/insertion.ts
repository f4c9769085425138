import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { FileView } from "../source/program/file-view.js";
import type { PropertyWrite } from "../source/values/layers.js";
import { endOfLine, isFirstOnLine, isLastOnLine, newLineLike, nextCode, statementOf } from "./surroundings.js";

/** Puts a property behind a property, an assignment behind an assignment, in the style of its neighbour. Undefined where there is no room for one. */
export function insertionAfter(
  program: FileView,
  { node }: PropertyWrite,
  name: string,
  value: string,
): readonly Edit[] | undefined {
  if (node.type === "Property" && node.parent.type === "ObjectExpression")
    return propertyAfter(program, node, `${name}: ${value}`);
  if (node.type === "PropertyDefinition")
    return statementAfter(program, node, `${node.static ? "static " : ""}${name} = ${value}`);
  const statement = statementOf(node);
  if (!statement || node.type !== "AssignmentExpression" || node.left.type !== "MemberExpression") return;
  return statementAfter(program, statement, `${program.textOf(node.left.object)}.${name} = ${value}`);
}

function propertyAfter(program: FileView, { range: [start, end] }: TSESTree.Property, source: string): readonly Edit[] {
  const { text } = program.file;
  const comma = nextCode(program, end);
  const hasComma = text[comma] === ",";
  const itemEnd = hasComma ? comma + 1 : end;
  if (!isFirstOnLine(program, start) || !isLastOnLine(program, itemEnd)) {
    return hasComma ? [insert(itemEnd, ` ${source},`)] : [insert(end, `, ${source}`)];
  }
  const line = insert(endOfLine(program, itemEnd), `${newLineLike(program, start)}${source}${hasComma ? "," : ""}`);
  return hasComma ? [line] : [insert(end, ","), line];
}

function statementAfter(program: FileView, { range: [start, end] }: TSESTree.Node, source: string): readonly Edit[] {
  const { text } = program.file;
  const semicolon = text[end - 1] === ";" ? ";" : "";
  if (isFirstOnLine(program, start) && isLastOnLine(program, end)) {
    return [insert(endOfLine(program, end), `${newLineLike(program, start)}${source}${semicolon}`)];
  }
  return [insert(end, semicolon ? ` ${source};` : `; ${source}`)];
}

function insert(offset: number, text: string): Edit {
  return { range: [offset, offset], text };
}

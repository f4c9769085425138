import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { FileView } from "../source/program/file-view.js";
import { walk } from "../source/program/walk.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import { withoutSecurityLevel } from "./cipher-list.js";
import { editableNode } from "./editable-node.js";
import type { Mend, Mender } from "./mend.js";
import { removeOperand } from "./operands.js";

const command = /[:,; ]?@SECLEVEL=\d/g;
const leadingCommand = /@SECLEVEL=\d[:,; ]?/g;

/** The pieces of text in an expression that set a security level; the last one decides. */
export function securityLevelPieces(program: FileView, expression: TSESTree.Node): readonly TSESTree.Node[] {
  const pieces: TSESTree.Node[] = [];
  walk(expression, (node) => {
    const isText = node.type === "TemplateElement" || (node.type === "Literal" && typeof node.value === "string");
    if (isText && program.textOf(node).search(command) !== -1) pieces.push(node);
  });
  return pieces;
}

/** Takes the `@SECLEVEL` commands out where the program writes them. A list of nothing else never comes here: Node throws on it. */
export function removeSecurityLevel(program: FileView, value: OptionValue, mend: Mender): Mend | undefined {
  const expression = mend.owns(value.write) ? editableNode(program, value) : undefined;
  if (!expression) return;
  const pieces = securityLevelPieces(program, expression);
  if (pieces.length === 0)
    return typeof value.value === "string" ? mend.replaceValue(value, withoutSecurityLevel(value.value)) : undefined;
  const edits = pieces.flatMap((piece) => removeCommands(program, piece, expression));
  const to = { option: value.option, value: withoutSecurityLevel(String(value.value)) };
  return {
    edits,
    remedy: `Remove \`@SECLEVEL\` from \`${value.write.key}\`.`,
    changes: [{ write: value.write, value, to }],
  };
}

function removeCommands(program: FileView, piece: TSESTree.Node, expression: TSESTree.Node): readonly Edit[] {
  const text = program.textOf(piece);
  const begins = /^.@SECLEVEL/.test(text) && beginsList(program, piece, expression);
  const matches = [...text.matchAll(begins ? leadingCommand : command)];
  const isWhole = matches.map(([found]) => found).join("") === text.slice(1, -1);
  const cut = isWhole && piece.type === "Literal" ? removeOperand(program, piece) : undefined;
  return cut
    ? [cut]
    : matches.map(({ index, 0: found }) => ({
        range: [piece.range[0] + index, piece.range[0] + index + found.length],
        text: "",
      }));
}

/** Whether no part of a list stands directly before a piece of it, so that a separator behind the command has nothing to separate. */
function beginsList(program: FileView, piece: TSESTree.Node, expression: TSESTree.Node): boolean {
  const before = program.file.text.slice(expression.range[0], piece.range[0]);
  return piece.parent?.type === "ArrayExpression" || /^[\s(`]*$/.test(before);
}

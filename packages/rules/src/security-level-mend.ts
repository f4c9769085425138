import type { TSESTree } from "@typescript-eslint/types";
import { replaceCipherList, withoutSecurityLevel } from "./cipher-list-mend.js";
import { editableNode } from "./edits/editable-node.js";
import type { Mend, Mender } from "./edits/mend.js";
import type { Edit } from "./finding.js";
import { removeOperand } from "./operand-mend.js";
import type { Settings } from "./settings.js";
import type { Program } from "./source/program.js";
import type { OptionValue } from "./source/tls-options.js";
import { walk } from "./source/walk.js";

const command = /[:,; ]?@SECLEVEL=\d/g;
const leadingCommand = /@SECLEVEL=\d[:,; ]?/g;

/** The pieces of text in an expression that set a security level; the last one decides. */
export function securityLevelPieces(program: Program, expression: TSESTree.Node): readonly TSESTree.Node[] {
  const pieces: TSESTree.Node[] = [];
  walk(expression, (node) => {
    const isText = node.type === "TemplateElement" || (node.type === "Literal" && typeof node.value === "string");
    if (isText && program.textOf(node).search(command) !== -1) pieces.push(node);
  });
  return pieces;
}

/** Takes the `@SECLEVEL` commands out where the program writes them; a list that is nothing else becomes the policy's own. */
export function removeSecurityLevel(value: OptionValue, program: Program, { policy }: Settings, mend: Mender): Mend | undefined {
  const expression = value.write.owned ? editableNode(program, value) : undefined;
  if (!expression) return;
  const list = typeof value.value === "string" ? withoutSecurityLevel(value.value) : undefined;
  const pieces = securityLevelPieces(program, expression);
  if (list === "" || pieces.length === 0) return list === undefined ? undefined : replaceCipherList(value, list || policy.ciphers, mend);
  const edits = pieces.flatMap((piece) => removeCommands(program, piece, piece.range[0] === expression.range[0]));
  return { edits, remedy: `Remove \`@SECLEVEL\` from \`${value.write.key}\`.` };
}

function removeCommands(program: Program, piece: TSESTree.Node, isFirst: boolean): readonly Edit[] {
  const text = program.textOf(piece);
  const matches = [...text.matchAll(isFirst && /^.@SECLEVEL/.test(text) ? leadingCommand : command)];
  const isWhole = matches.map(([found]) => found).join("") === text.slice(1, -1);
  const cut = isWhole && piece.type === "Literal" ? removeOperand(program, piece) : undefined;
  return cut ? [cut] : matches.map(({ index, 0: found }) => ({ range: [piece.range[0] + index, piece.range[0] + index + found.length], text: "" }));
}

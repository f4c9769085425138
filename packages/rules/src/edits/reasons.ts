import type { TSESTree } from "@typescript-eslint/types";
import { accepting, reasoning } from "../choice-words.js";
import type { FileView } from "../source/program/file-view.js";
import { commentsBeside, explanationsOf } from "./removal.js";
import { endOfLine, startOfLine } from "./surroundings.js";

/**
 * Whether a comment gives the reason for what a node says: another value would belie it. Beside the property or statement itself any
 * comment counts that says more than what it is; beside a statement on one line one that gives a reason does.
 */
export function isReasoned(program: FileView, node: TSESTree.Node): boolean {
  const [own, statement] = [around(node, entry), around(node, wholeStatement)];
  if (own && explanationsOf(program, own).some((comment) => !isLabel(comment))) return true;
  return (
    statement !== undefined &&
    isOnOneLine(program, statement) &&
    explanationsOf(program, statement).some((comment) => reasoning.test(comment))
  );
}

/** Whether a comment beside a node tells other scanners that what it says was looked at and is meant. */
export function isAccepted(program: FileView, node: TSESTree.Node): boolean {
  return [entry, wholeStatement].some((type) => {
    const own = around(node, type);
    return (
      own !== undefined &&
      isOnOneLine(program, own) &&
      commentsBeside(program, own).some((each) => accepting.test(each))
    );
  });
}

const entry = /^(Property|PropertyDefinition|ExpressionStatement|VariableDeclaration|ReturnStatement)$/;
const wholeStatement = /^(ExpressionStatement|VariableDeclaration|ReturnStatement|IfStatement|Export\w+Declaration)$/;

function around(node: TSESTree.Node, type: RegExp): TSESTree.Node | undefined {
  let found: TSESTree.Node | null | undefined = node;
  while (found && !type.test(found.type)) found = found.parent;
  return found ?? undefined;
}

function isOnOneLine({ file: { text } }: FileView, { range: [start, end] }: TSESTree.Node): boolean {
  return startOfLine(text, start) === startOfLine(text, end) || endOfLine(text, start) >= end;
}

const label =
  /^(tls|ssl|https?|node|openssl|min(imum|imal)?|max(imum)?|lowest|highest|protocol|version|versions|cipher|ciphers|suite|suites|list|option|options|setting|settings|config|configuration|security|level|verify|verification|certificate|certificates|check|checks|curve|curves|group|groups|method|default|defaults|allowed|allow|set|use|the|a|an|of|for|to|and|or|our|which|we)$/i;

/** Whether a comment says no more than what stands beside it: "the minimum version of TLS". */
function isLabel(comment: string): boolean {
  const words = comment.match(/[\w']+/g) ?? [];
  return words.every((word) => label.test(word));
}

import type { TSESTree } from "@typescript-eslint/types";
import { accepting, oldPeers, reasoning } from "../choice-words.js";
import { optionNames } from "../option-names.js";
import type { FileView } from "../source/program/file-view.js";
import { firstFrom } from "./first-from.js";
import { commentsBeside, explanationsOf } from "./removal.js";
import { endOfLine, startOfLine } from "./surroundings.js";

/**
 * Whether a comment gives the reason for what a node says: another value would belie it. Beside the property or statement itself any
 * comment counts that says more than what it is; beside a statement on one line, and above options that follow each other, one that gives a
 * reason does; and beside a statement of several lines one that speaks of peers to which nothing better can be said.
 */
export function isReasoned(program: FileView, node: TSESTree.Node): boolean {
  const [own, statement] = [around(node, entry), around(node, wholeStatement)];
  if (own && withEmptied(own).some((each) => explanationsOf(program, each).some((comment) => !isLabel(comment))))
    return true;
  const isGiven = (of: TSESTree.Node | undefined, words: RegExp) =>
    of !== undefined && explanationsOf(program, of).some((comment) => words.test(comment) || foreign.test(comment));
  return (
    isGiven(statement, statement && isOnOneLine(program, statement) ? reasoning : oldPeers) ||
    isGiven(own && firstOfRun(program, own), reasoning)
  );
}

/** An option, and what it is all of: `// for the mail server` above `tls: { ciphers: "SSLv3" }` speaks of the list. */
function withEmptied(option: TSESTree.Node): readonly TSESTree.Node[] {
  const { parent } = option;
  const holder = parent?.type === "ObjectExpression" && parent.properties.length === 1 ? parent.parent : undefined;
  return holder?.type === "Property" ? [option, ...withEmptied(holder)] : [option];
}

// a comment speaks of what can be seen beside it
const runLimit = 8;

/** The first of the options that stand on lines without a gap up to a certain one: a comment above it speaks of them all. */
function firstOfRun(program: FileView, last: TSESTree.Node): TSESTree.Node {
  const siblings = siblingsOf(last);
  const end = firstFrom(siblings, last.range[0], ({ range }) => range[0]);
  let first = last;
  for (let index = end - 1; index >= Math.max(0, end - runLimit); index--) {
    const before = siblings[index]!;
    const gap = program.file.text.slice(before.range[1], first.range[0]);
    if (!/^[\s,;]*$/.test(gap) || gap.split("\n").length > 2) break;
    if (!isOption(program, before) || !isOption(program, first)) break;
    first = before;
  }
  return first;
}

function siblingsOf({ parent }: TSESTree.Node): readonly TSESTree.Node[] {
  if (parent?.type === "ObjectExpression") return parent.properties;
  return parent?.type === "Program" || parent?.type === "BlockStatement" ? parent.body : [];
}

const options = new Set<string>(optionNames);

/** `minVersion: ...`, `options.minVersion = ...`, `tls.DEFAULT_MIN_VERSION = ...`. */
function isOption(program: FileView, node: TSESTree.Node): boolean {
  const name =
    node.type === "Property"
      ? node.key
      : node.type === "ExpressionStatement" &&
          node.expression.type === "AssignmentExpression" &&
          node.expression.left.type === "MemberExpression"
        ? node.expression.left.property
        : undefined;
  const text = name ? program.textOf(name).replaceAll(/^["']|["']$/g, "") : "";
  return options.has(text) || /^DEFAULT_(MIN_VERSION|MAX_VERSION|CIPHERS|ECDH_CURVE)$/.test(text);
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

/** Letters of a script in which the words of a reason are not known. */
const foreign = /(?!\p{Script=Latin})\p{L}/u;

const entry = /^(Property|PropertyDefinition|ExpressionStatement|VariableDeclaration|ReturnStatement)$/;
const wholeStatement = /^(ExpressionStatement|VariableDeclaration|ReturnStatement|IfStatement|Export\w+Declaration)$/;

function around(node: TSESTree.Node, type: RegExp): TSESTree.Node | undefined {
  let found: TSESTree.Node | null | undefined = node;
  while (found && !type.test(found.type)) found = found.parent;
  return found ?? undefined;
}

function isOnOneLine(program: FileView, { range: [start, end] }: TSESTree.Node): boolean {
  return startOfLine(program, start) === startOfLine(program, end) || endOfLine(program, start) >= end;
}

const label =
  /^(tls|ssl|https?|node|openssl|min(imum|imal)?|max(imum)?|lowest|highest|protocol|version|versions|cipher|ciphers|suite|suites|list|option|options|setting|settings|config|configuration|security|level|verify|verification|certificate|certificates|check|checks|curve|curves|group|groups|method|default|defaults|allowed|allow|set|use|the|a|an|of|for|to|and|or|our|which|we)$/i;

/** Whether a comment says no more than what stands beside it: "the minimum version of TLS". */
function isLabel(comment: string): boolean {
  const words = comment.match(/[\p{L}\p{N}_']+/gu) ?? [];
  return words.every((word) => label.test(word));
}

import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";

const weakening =
  /\b(insecure(ly)?|unsafe(ly)?|unverified|untrusted|legacy|obsolete|outdated|self ?signed|allow(?! half| http)|skip(ped)?|ignored?|disabled?|trust|bypass|no ?(verify|check)|dev|devel(op(ment)?)?|localhost|loopback|127 0 0 1|is ?local|debug(ging)?|test(ing)?|staging|mock|fake|dangerous(ly)?|permissive|lax|weak|compat(ibility)?)\b/;
const strengthening = /\b(verify|verification|verified|validat(e|ion)|strict|reject|enforced?|check)\b/;
const mode = /\b(ssl|tls)( ?mode\b| ?$)/;
const production = /\bprod(uction)?\b/;

/**
 * Whether a condition that holds (or does not) reads like its user's own choice of weaker TLS: an `insecure` flag, a development
 * environment, a local host. That a setting is missing is no choice: then the weak branch is the default.
 */
export function isChoice(program: FileView, test: TSESTree.Node, holds: boolean): boolean {
  const node = unwrap(test);
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" && isChoice(program, node.argument, !holds);
    case "LogicalExpression": {
      const isSide = (side: TSESTree.Node) => isChoice(program, side, holds);
      const mustBothHold = (node.operator === "&&") === holds;
      return mustBothHold ? isSide(node.left) || isSide(node.right) : isSide(node.left) && isSide(node.right);
    }
    case "BinaryExpression":
      return isChosenComparison(program, node, holds);
    case "Identifier":
      return isChosenFlag(wordsOf(program, node), holds) || isChosenVariable(program, node, holds);
    default:
      return isChosenFlag(wordsOf(program, node), holds);
  }
}

function isChosenFlag(words: string, holds: boolean): boolean {
  return holds ? weakening.test(words) : production.test(words);
}

function isChosenVariable(program: FileView, node: TSESTree.Identifier, holds: boolean): boolean {
  const definition = program.variableOf(node)?.defs[0];
  if (
    definition?.node.type === "VariableDeclarator" &&
    definition.node.id === definition.name &&
    definition.node.init
  ) {
    const init = unwrap(definition.node.init);
    return /^(Unary|Binary|Logical)Expression$/.test(init.type) && isChoice(program, init, holds);
  }
  // `{ verify = true }`: who wants less has to say so
  const pattern = definition?.name.parent;
  const hasSafeDefault = pattern?.type === "AssignmentPattern" && program.textOf(pattern.right) === "true";
  return hasSafeDefault && !holds && strengthening.test(wordsOf(program, node));
}

const comparisons: Readonly<Record<string, boolean>> = { "===": true, "==": true, "!==": false, "!=": false };

function isChosenComparison(program: FileView, node: TSESTree.BinaryExpression, holds: boolean): boolean {
  const equality = comparisons[node.operator];
  if (equality === undefined) return isChosenFlag(wordsOf(program, node.left), holds === node.operator.startsWith(">"));
  const [subject, value] = isConstant(node.left) ? [node.right, node.left] : [node.left, node.right];
  return isChosenValue(program, subject, value, equality === holds);
}

/** Whether `subject` being (or not being) `value` reads like a choice; also the question that a `case` asks. */
export function isChosenValue(
  program: FileView,
  subject: TSESTree.Node,
  value: TSESTree.Node,
  isEqual: boolean,
): boolean {
  const words = wordsOf(program, subject);
  const text = program.textOf(unwrap(value)).replaceAll(/["'`]/g, "");
  if (/^(undefined|null|-1|)$/.test(text)) return !isEqual && weakening.test(words);
  if (/^(false|no|off|0)$/i.test(text)) return isEqual && !weakening.test(words) && strengthening.test(words);
  if (/^(true|yes|on|1)$/i.test(text)) return isEqual && weakening.test(words);
  const valueWords = spaced(text);
  if (!isEqual) return production.test(valueWords);
  return (
    text === "local" ||
    mode.test(words) ||
    strengthening.test(words) ||
    weakening.test(words) ||
    weakening.test(valueWords)
  );
}

function isConstant(node: TSESTree.Node): boolean {
  return node.type === "Literal" || (node.type === "Identifier" && node.name === "undefined");
}

// longer conditions hold whole functions, whose words say nothing about the condition
const longestCondition = 400;

function wordsOf(program: FileView, node: TSESTree.Node): string {
  const text = program.textOf(node);
  return text.length > longestCondition ? "" : spaced(text.replaceAll(/\.test\(/g, " "));
}

function spaced(text: string): string {
  return text
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[^A-Za-z\d]+/g, " ")
    .toLowerCase();
}

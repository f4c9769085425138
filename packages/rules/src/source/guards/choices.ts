import type { TSESTree } from "@typescript-eslint/types";
import { production, weakening } from "../../choice-words.js";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { comesFromOutside } from "./outside.js";

const strengthening =
  /\b(secure(ly)?|verify|verifies|verifying|verification|verified|validat(e|es|ing|ion)|strict(ly)?|rejects?|enforced?|checks?|checking|hardened)\b/;
const mode = /\b(ssl|tls)( ?mode\b| ?$)/;

/** How much of a condition counts: what reads like a choice, or whatever depends on something from outside. */
export type Scope = "words" | "outside";

/**
 * Whether a condition that holds (or does not) is its user's own choice of weaker TLS: an `insecure` flag, a `verify` that is not set, a
 * development environment, a local host. A half of it is enough. In the scope "outside" it is a choice too where it depends on whatever
 * the function is told from outside, unless it asks what kind of connection there is or which certificates.
 */
export function isChoice(program: FileView, test: TSESTree.Node, holds: boolean, scope: Scope): boolean {
  const node = unwrap(test);
  if (node.type === "UnaryExpression" && node.operator === "!") return isChoice(program, node.argument, !holds, scope);
  if (node.type === "LogicalExpression")
    return [node.left, node.right].some((side) => isChoice(program, side, holds, scope));
  if (readsChosen(program, node, holds)) return true;
  return scope === "outside" && !readsChosen(program, node, !holds) && isDecidedOutside(program, node);
}

function readsChosen(program: FileView, node: TSESTree.Node, holds: boolean): boolean {
  if (node.type === "BinaryExpression") return isChosenComparison(program, node, holds);
  return (
    isChosenFlag(wordsOf(program, node), holds) ||
    (node.type === "Identifier" && isChosenVariable(program, node, holds))
  );
}

function isChosenFlag(words: string, holds: boolean): boolean {
  return holds
    ? weakening.test(words)
    : production.test(words) || (strengthening.test(words) && !weakening.test(words));
}

function isChosenVariable(program: FileView, node: TSESTree.Identifier, holds: boolean): boolean {
  const definition = program.variableOf(node)?.defs[0];
  if (definition?.node.type !== "VariableDeclarator" || definition.node.id !== definition.name || !definition.node.init)
    return false;
  const init = unwrap(definition.node.init);
  return /^(Unary|Binary|Logical)Expression$/.test(init.type) && isChoice(program, init, holds, "words");
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
  const isStrong = strengthening.test(words) && !weakening.test(words);
  if (/^(undefined|null|-1|)$/.test(text)) return isEqual ? isStrong : weakening.test(words);
  if (/^(false|no|off|0)$/i.test(text)) return isEqual && isStrong;
  if (/^(true|yes|on|1)$/i.test(text)) return isEqual ? weakening.test(words) : isStrong;
  const valueWords = spaced(text);
  if (!isEqual) return production.test(valueWords) || (strengthening.test(valueWords) && !weakening.test(valueWords));
  return (
    text === "local" ||
    mode.test(words) ||
    strengthening.test(words) ||
    weakening.test(words) ||
    weakening.test(valueWords)
  );
}

// which transport, which material, which release, and whether something went wrong: nobody chooses less security by that
const circumstances =
  /\b(ssl|tls|https?|wss?|http2|protocol|scheme|port|secure|encrypt(ed|ion)?|cas?|certs?|certificates?|keys?|pfx|pem|crl|agent|proxy|sockets?|servername|sni|host ?names?|hosts?|url|uri|href|path|files?|callback|cb|fn|err(or)?s?|status|code|headers|res(ponse)?|platform|release|versions?|browser|window|retr(y|ies)|attempts?|redirect(s|ed)?|length|size|count|typeof|instanceof|is ?array|exists|timeout|alpn|keep ?alive|runtime)\b/;
const kinds = /\b(protocol|scheme|port|typeof|platform|runtime|code|status|method|length|size)\b/;

/** Whether a condition depends on something from outside that is more than a circumstance. To compare with a word of one's own is to choose. */
function isDecidedOutside(program: FileView, node: TSESTree.Node): boolean {
  const words = wordsOf(program, node);
  if (words === "") return false;
  const isCircumstance = (isComparisonWithWord(node) ? kinds : circumstances).test(words);
  return !isCircumstance && comesFromOutside(program, node);
}

function isComparisonWithWord(node: TSESTree.Node): boolean {
  if (node.type !== "BinaryExpression" || comparisons[node.operator] === undefined) return false;
  return [node.left, node.right].some(
    (side) => side.type === "Literal" && typeof side.value === "string" && !/^(https?|wss?):|^$/.test(side.value),
  );
}

/** Whether a `case`, or the `default` of a switch, stands for something that was chosen from outside. */
export function isDecidedByCases(program: FileView, discriminant: TSESTree.Node): boolean {
  return !kinds.test(wordsOf(program, discriminant)) && comesFromOutside(program, discriminant);
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

/** A text in small words: `rejectUnauthorized` is `reject unauthorized`. */
export function spaced(text: string): string {
  return text
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[^A-Za-z\d]+/g, " ")
    .toLowerCase();
}

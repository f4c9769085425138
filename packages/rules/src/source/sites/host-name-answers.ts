import type { TSESTree } from "@typescript-eslint/types";
import { calleeNames } from "../program/callee-names.js";
import { exitsIn, exitsOf, isCaught, mayComplete } from "../program/control-flow.js";
import { type FileView, type FunctionNode, isFunction } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { walk } from "../program/walk.js";
import { resultsOf } from "../values/functions.js";
import { leavesOf } from "../values/leaves.js";
import { membersOf } from "../values/module-bindings.js";
import { alternativesOf } from "../values/static-value.js";

/** `fits`: something true for the certificate that is wanted, and false for every other one. */
export type Answer = "accepts" | "refuses" | "error" | "throws" | "built-in" | "fits" | "unknown";

/** What every way through a function answers. */
export function answersOf(program: FileView, fn: FunctionNode): readonly Answer[] {
  const { body } = fn;
  if (body.type !== "BlockStatement") return answersOfExpression(program, body);
  return [
    ...exitsOf(fn).flatMap((exit) => answersOfExit(program, exit)),
    ...(asserts(program, fn) ? ["throws" as const] : []),
    ...(mayComplete(body) ? ["accepts" as const] : []),
  ];
}

export function answersOfStatements(program: FileView, statements: readonly TSESTree.Statement[]): readonly Answer[] {
  const exits = statements.flatMap(exitsIn);
  return [
    ...exits.flatMap((exit) => answersOfExit(program, exit)),
    ...(statements.every(mayComplete) ? ["accepts" as const] : []),
  ];
}

function answersOfExit(program: FileView, exit: TSESTree.ReturnStatement | TSESTree.ThrowStatement): readonly Answer[] {
  if (exit.type === "ThrowStatement") return isCaught(exit) ? [] : ["throws"];
  if (!exit.argument) return ["accepts"];
  const answers = answersOfExpression(program, exit.argument);
  return saysWhetherItFits(exit) ? [...answers, "fits"] : answers;
}

/** `if (name !== wanted) return false;`, or `true` for the opposite. */
function saysWhetherItFits(exit: TSESTree.ReturnStatement): boolean {
  const { argument, parent } = exit;
  if (argument?.type !== "Literal" || typeof argument.value !== "boolean") return false;
  const branch = parent.type === "BlockStatement" ? parent : exit;
  const decision = branch.parent;
  return (
    decision?.type === "IfStatement" &&
    decision.consequent === branch &&
    comparisonOf(decision.test) === (argument.value ? "same" : "different")
  );
}

const comparingMethods = /^(includes|test|startsWith|endsWith|equals|isEqual|timingSafeEqual)$/;

/** What a test compares for, without what has to be there for it; undefined where it does not read like a comparison. */
function comparisonOf(test: TSESTree.Node): "same" | "different" | undefined {
  const node = unwrap(test);
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = comparisonOf(node.argument);
    return inner && (inner === "same" ? "different" : "same");
  }
  if (node.type === "BinaryExpression") {
    if (/^===?$/.test(node.operator)) return "same";
    return /^!==?$/.test(node.operator) ? "different" : undefined;
  }
  return node.type === "CallExpression" && comparingMethods.test(nameOf(unwrap(node.callee))) ? "same" : undefined;
}

// a verifier hands over to a function of the file, and that perhaps to another one
const callLimit = 3;

export function answersOfExpression(
  program: FileView,
  expression: TSESTree.Node,
  depth = callLimit,
): readonly Answer[] {
  const node = unwrap(expression);
  if (node.type === "LogicalExpression" && node.operator !== "&&") {
    const left = answersOfExpression(program, node.left, depth);
    return left.every((answer) => answer === "built-in")
      ? left
      : [...left, ...answersOfExpression(program, node.right, depth)];
  }
  if (node.type === "LogicalExpression") {
    // `x && y` is `y` or falsy
    const right = answersOfExpression(program, node.right, depth);
    if (right.every((answer) => answer === "accepts")) return right;
    return right.every((answer) => answer === "fits") ? [...right, "accepts"] : ["unknown"];
  }
  if (comparisonOf(node) === "same") return ["fits"];
  const results = depth > 0 && node.type === "CallExpression" ? resultsOf(program, node) : [];
  if (results.length > 0)
    return results.flatMap((result) => answersOfExpression(result.program, result.node, depth - 1));
  return alternativesOf(program, node).flatMap((alternative): readonly Answer[] => {
    if (alternative.kind === "known") return [alternative.value ? "refuses" : "accepts"];
    return alternative.kind === "unknown" ? answersOfLeaves(program, alternative.node) : ["refuses"];
  });
}

function answersOfLeaves(program: FileView, node: TSESTree.Node): readonly Answer[] {
  return leavesOf(program, node).map((leaf): Answer => {
    if (leaf.node.type === "CallExpression" && isBuiltIn(leaf.program, leaf.node.callee)) return "built-in";
    if (leaf.node.type === "NewExpression")
      return /Error|Exception/.test(nameOf(leaf.node.callee)) ? "error" : "refuses";
    if (leaf.node.type === "CallExpression" && returnsNothing(program, leaf.node)) return "accepts";
    return leaf.node.type === "ArrayExpression" ? "refuses" : "unknown";
  });
}

const consoleMethods =
  /^(log|info|warn|error|debug|trace|dir|table|group|groupEnd|time|timeEnd|timeLog|count|assert|clear)$/;

/** A call whose value is `undefined` by the standard: of the console, of a timer's end, of `forEach`. */
function returnsNothing(program: FileView, { callee }: TSESTree.CallExpression): boolean {
  const called = unwrap(callee);
  if (called.type === "Identifier")
    return /^(clearTimeout|clearInterval|clearImmediate|queueMicrotask)$/.test(called.name) && program.isGlobal(called);
  if (called.type !== "MemberExpression" || called.computed) return false;
  const method = nameOf(called.property);
  if (method === "forEach") return true;
  const { object } = called;
  return (
    object.type === "Identifier" && object.name === "console" && program.isGlobal(object) && consoleMethods.test(method)
  );
}

/** Whether a function asserts something that no handler of its own catches. */
function asserts(program: FileView, fn: FunctionNode): boolean {
  let does = false;
  walk(fn.body, (node) => {
    if (isFunction(node)) return "skip";
    does ||= node.type === "CallExpression" && isAssertion(program, node) && !isCaught(node);
    return;
  });
  return does;
}

function isAssertion(program: FileView, { callee }: TSESTree.CallExpression): boolean {
  const [name = ""] = calleeNames(callee);
  return (
    /^(assert|invariant|ok)/.test(name) ||
    membersOf(program, callee).some(({ module }) => /^assert(\/strict)?$/.test(module))
  );
}

export function isBuiltIn(program: FileView, node: TSESTree.Node): boolean {
  return membersOf(program, node).some(({ module, path }) => module === "tls" && path.join() === "checkServerIdentity");
}

export function nameOf(node: TSESTree.Node): string {
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "MemberExpression":
      return nameOf(node.property);
    case "ImportSpecifier":
      return nameOf(node.imported);
    case "ImportDefaultSpecifier":
      return nameOf(node.local);
    default:
      return "";
  }
}

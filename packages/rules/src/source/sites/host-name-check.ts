import type { TSESTree } from "@typescript-eslint/types";
import { calleeNames } from "../program/callee-names.js";
import { exitsOf, isCaught, mayComplete } from "../program/control-flow.js";
import { type FileView, type FunctionNode, isFunction } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { isWithin, walk } from "../program/walk.js";
import { leavesOf } from "../values/leaves.js";
import { membersOf } from "../values/module-bindings.js";
import { alternativesOf } from "../values/static-value.js";

/** What a `checkServerIdentity` does with the certificates of other hosts. */
export interface HostNameCheck {
  /**
   * `default`: it answers what `tls.checkServerIdentity` answers; `throws`: it looks at the certificate, and throws where Node wants an
   * error returned; `unknown`: it looks at the certificate in a way that is not judged.
   */
  readonly outcome: "accepts-all" | "refuses-all" | "default" | "throws" | "unknown";
  /** What the function does, as a verb phrase that follows its name; empty when that is unknown. */
  readonly why: string;
}

const unknown: HostNameCheck = { outcome: "unknown", why: "" };
const builtIn: HostNameCheck = { outcome: "default", why: "answers what `tls.checkServerIdentity` answers" };
const throwing: HostNameCheck = { outcome: "throws", why: "throws for a certificate that it refuses" };
const acceptsAll = (why: string): HostNameCheck => ({ outcome: "accepts-all", why });
const refusesAll = (why: string): HostNameCheck => ({ outcome: "refuses-all", why });

/**
 * Judges a `checkServerIdentity` by what it can return. Node accepts the host name for every falsy value and ends the connection for
 * every other one, an Error or not (measured on Node 10 to 26).
 */
export function hostNameCheckOf(program: FileView, expression: TSESTree.Node): HostNameCheck {
  const checks = leavesOf(program, expression).map((leaf) =>
    leaf.path.length === 0 ? checkOf(leaf.program, leaf.node) : checkOfMember(leaf.path),
  );
  const [first] = checks;
  return first && checks.every(({ outcome }) => outcome === first.outcome) ? first : unknown;
}

function checkOf(program: FileView, node: TSESTree.Node): HostNameCheck {
  if (isFunction(node)) return checkOfFunction(program, node);
  if (isBuiltIn(program, node)) return builtIn;
  if (node.type === "CallExpression") return checkOfWrapper(program, node);
  return checkOfMember([nameOf(node)]);
}

/** `noop` of whatever library. */
function checkOfMember(path: readonly string[]): HostNameCheck {
  return path.at(-1) === "noop" ? acceptsAll("does nothing") : unknown;
}

function nameOf(node: TSESTree.Node): string {
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

function isBuiltIn(program: FileView, node: TSESTree.Node): boolean {
  return membersOf(program, node).some(({ module, path }) => module === "tls" && path.join() === "checkServerIdentity");
}

const emptyDoubles = /^(fn|stub|spy|noop)$/;

/** A function that a helper wraps: `once(() => undefined)`, `vi.fn()`. */
function checkOfWrapper(program: FileView, { callee, arguments: [first] }: TSESTree.CallExpression): HostNameCheck {
  if (!first) return emptyDoubles.test(nameOf(unwrap(callee))) ? acceptsAll("returns nothing") : unknown;
  const inner = hostNameCheckOf(program, first);
  return inner.outcome === "accepts-all" ? inner : unknown;
}

type Answer = "accepts" | "refuses" | "error" | "throws" | "built-in" | "unknown";

function checkOfFunction(program: FileView, fn: FunctionNode): HostNameCheck {
  if (fn.async || fn.generator) return refusesAll("returns a promise or generator, which Node takes for an error");
  const answers = new Set(answersOf(program, fn));
  const only = (...expected: readonly Answer[]) => [...answers].every((answer) => expected.includes(answer));
  if (only("accepts", "throws") && answers.has("throws") && readsCertificate(program, fn)) return throwing;
  if (only("accepts")) return acceptsAll(reasonOf(program, fn));
  if (only("refuses")) return refusesAll("returns what is no Error, which Node takes for one all the same");
  if (only("error", "throws", "refuses")) return refusesAll("refuses every certificate");
  if (only("built-in", "error", "throws")) return builtIn;
  const mayAccept = answers.has("accepts") && !answers.has("built-in");
  return mayAccept && !readsCertificate(program, fn) ? acceptsAll("never looks at the certificate") : unknown;
}

function reasonOf(program: FileView, fn: FunctionNode): string {
  const call = callOfBuiltIn(program, fn);
  if (!call) return "accepts every certificate";
  return isCaught(call)
    ? "swallows the error of `tls.checkServerIdentity`"
    : "drops the result of `tls.checkServerIdentity`";
}

function callOfBuiltIn(program: FileView, fn: FunctionNode): TSESTree.CallExpression | undefined {
  let found: TSESTree.CallExpression | undefined;
  walk(fn.body, (node) => {
    if (node.type === "CallExpression" && isBuiltIn(program, node.callee)) found = node;
  });
  return found;
}

/** What every way through a function answers. */
function answersOf(program: FileView, fn: FunctionNode): readonly Answer[] {
  const { body } = fn;
  if (body.type !== "BlockStatement") return answersOfExpression(program, body);
  const answers = exitsOf(fn).flatMap((exit): readonly Answer[] => {
    if (exit.type === "ThrowStatement") return isCaught(exit) ? [] : ["throws"];
    return exit.argument ? answersOfExpression(program, exit.argument) : ["accepts"];
  });
  return [
    ...answers,
    ...(asserts(program, fn) ? ["throws" as const] : []),
    ...(mayComplete(body) ? ["accepts" as const] : []),
  ];
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

function answersOfExpression(program: FileView, expression: TSESTree.Node): readonly Answer[] {
  const node = unwrap(expression);
  if (node.type === "LogicalExpression" && node.operator !== "&&") {
    const left = answersOfExpression(program, node.left);
    return left.every((answer) => answer === "built-in")
      ? left
      : [...left, ...answersOfExpression(program, node.right)];
  }
  if (node.type === "LogicalExpression") {
    // `x && y` is `y` or falsy
    const right = answersOfExpression(program, node.right);
    return right.every((answer) => answer === "accepts") ? right : ["unknown"];
  }
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

/** Whether a function uses its second parameter, the certificate, by whatever name. */
function readsCertificate(program: FileView, fn: FunctionNode): boolean {
  const certificate = fn.params[1] ?? fn.params.find(({ type }) => type === "RestElement");
  let isRead = false;
  walk(fn, (node) => {
    if (node.type !== "Identifier") return;
    const name = program.variableOf(node)?.defs[0]?.name;
    const isParameter = certificate && name && name !== node && isWithin(name, certificate);
    if (isParameter || (node.name === "arguments" && fn.type !== "ArrowFunctionExpression")) isRead = true;
  });
  return isRead;
}

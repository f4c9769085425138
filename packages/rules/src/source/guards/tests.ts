import type { TSESTree } from "@typescript-eslint/types";
import { calleeNames } from "../program/callee-names.js";
import { type Call, type FileView, isCall, isFunction } from "../program/file-view.js";
import { ancestorOf, isInRange } from "../program/walk.js";

const assertions =
  /^(assert|expect|should|chai|tap|tt?|(not)?(strict|deep\w*)?equals?|(not)?(deep)?strictequal|ok|truthy|falsy|match(es)?|(does ?not)?(throws|rejects?)\w*|is|same|fail|ifError|to[A-Z]\w*)$/i;
const failures = /\b((doesNot)?(throws|rejects?)(Async)?|toThrow\w*|toReject\w*|rejected\w*)\b/;
const expectations = /^(expected|expectation|want|wanted)(?![a-z])/;
const tests = /^(it|test|specify|fit|xit|xtest|ftest)$/;

/** Whether a node stands inside of an assertion, or what is made of it is expected, or handed to one. */
export function isAsserted(program: FileView, node: TSESTree.Node): boolean {
  if (assertionAround(node)) return true;
  const variable = heldBy(program, node);
  if (!variable) return false;
  const isExpected = expectations.test(variable.name);
  const uses = variable.references.filter(({ init }) => !init).map(({ identifier }) => identifier);
  return uses.some((use) => (isExpected || isCall(use.parent!)) && assertionAround(use));
}

/** Whether a node stands in a table of cases: `test.each([...])`. */
export function isInTable(node: TSESTree.Node): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    if (isCall(parent)) return calleeNames(parent.callee).at(-1) === "each" || (isListOf(parent) && isInTable(parent));
    if (isFunction(parent)) return false;
  }
  return false;
}

function isListOf(call: Call): boolean {
  return /^(map|concat|entries|of)$/.test(calleeNames(call.callee).at(-1) ?? "");
}

/** Whether the test in which a node stands asserts something of a subject, or that it fails. Outside of a test all of the file counts. */
export function assertsOf(program: FileView, node: TSESTree.Node, subject: RegExp): boolean {
  const scope = testAround(node);
  if (scope && isCall(scope) && scope.arguments[0] && subject.test(program.textOf(scope.arguments[0]))) return true;
  return program.calls.some((call) => {
    if (!isAssertion(call) || (scope && !isInRange(call, scope))) return false;
    const text = program.textOf(call);
    return subject.test(text) || failures.test(text);
  });
}

function testAround(node: TSESTree.Node): TSESTree.Node | undefined {
  return ancestorOf(node, (ancestor): ancestor is Call => {
    if (!isCall(ancestor) || !ancestor.arguments.some(isFunction)) return false;
    const names = calleeNames(ancestor.callee);
    return tests.test(names[0] ?? "") || names.at(-1) === "test";
  });
}

function assertionAround(node: TSESTree.Node): Call | undefined {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (isCall(parent) && parent.callee !== child && isAssertion(parent)) return parent;
    if (isCall(parent) && tests.test(calleeNames(parent.callee)[0] ?? "")) return;
  }
  return;
}

function isAssertion({ callee }: Call): boolean {
  const names = calleeNames(callee);
  return assertions.test(names[0] ?? "") || (names.length > 1 && failures.test(names.at(-1)!));
}

/** The variable that holds what is made of a node. */
function heldBy(program: FileView, node: TSESTree.Node) {
  const declarator = ancestorOf(
    node,
    (each): each is TSESTree.VariableDeclarator => each.type === "VariableDeclarator",
  );
  if (!declarator?.init) return;
  const fn = ancestorOf(node, isFunction);
  return fn && isInRange(fn, declarator) ? undefined : program.variableOf(declarator.id);
}

const loopback = String.raw`(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)`;
const serves = /\b(createServer|createSecureServer|listen)\s*\(|\bnew\s+[\w.]*Server\s*\(/;
const foreign = new RegExp(
  String.raw`\b(https|wss|tls):\/\/(?!${loopback}|\$\{|["'\`])|\bhost(name)?\s*:\s*["'\`](?!${loopback}|["'\`])`,
);

/** Whether a file of tests starts a server itself and names no other to connect to. */
export function connectsToItself({ file: { text } }: FileView): boolean {
  return serves.test(text) && !foreign.test(text);
}

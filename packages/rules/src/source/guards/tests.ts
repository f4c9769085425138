import type { TSESTree } from "@typescript-eslint/types";
import { isTestPath } from "../../test-paths.js";
import { calleeNames } from "../program/callee-names.js";
import { type Call, type FileView, isCall, isFunction, usesOf } from "../program/file-view.js";
import { ancestorOf, isInRange } from "../program/walk.js";

const assertions =
  /^(assert|expect|should|chai|tap|tt?|(not)?(strict|deep\w*)?equals?|(not)?(deep)?strictequal|ok|truthy|falsy|match(es)?|(does ?not)?(throws|rejects?)\w*|is|same|fail|ifError|to[A-Z]\w*)$/i;
const failures = /\b((doesNot)?(throws|rejects?)(Async)?|toThrow\w*|toReject\w*|rejected\w*)\b/;
const expectations = /^(expected|expectation|want|wanted)(?![a-z])/;
const tests = /^(it|test|specify|fit|xit|xtest|ftest)$/;
const testing = /^(it|test|specify|fit|xit|xtest|ftest|describe|context|suite)$/;

/** Whether a node stands inside of an assertion, or what is made of it is expected, or handed to one. */
export function isAsserted(program: FileView, node: TSESTree.Node): boolean {
  if (assertionAround(node)) return true;
  const variable = heldBy(program, node);
  if (!variable) return false;
  const isExpected = expectations.test(variable.name);
  const uses = variable.references.filter(({ init }) => !init).map(({ identifier }) => identifier);
  return uses.some((use) => (isExpected || isCall(use.parent!)) && assertionAround(use));
}

/** Whether a node stands in a table of cases: `test.each([...])`, also as a tagged template, or a list that is gone through to make tests. */
export function isInTable(program: FileView, node: TSESTree.Node, renamings = 0): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (parent.type === "TaggedTemplateExpression") return calleeNames(parent.tag).at(-1) === "each";
    if (isCall(parent) && isListOf(parent)) continue;
    if (isCall(parent)) return calleeNames(parent.callee).at(-1) === "each" || makesTests(program, child);
    if (isFunction(parent)) return false;
    if (parent.type === "VariableDeclarator")
      return renamings < renamingLimit && isGoneThrough(program, parent, renamings);
    if (makesTests(program, child)) return true;
  }
  return false;
}

/** Whether the list that a variable holds is gone through to make tests. */
function isGoneThrough(program: FileView, { id }: TSESTree.VariableDeclarator, renamings: number): boolean {
  const variable = program.variableOf(id);
  return (variable ? usesOf(variable) : []).some(({ identifier }) => isInTable(program, identifier, renamings + 1));
}

// a name of a name
const renamingLimit = 2;

/** Whether a loop over a list has tests in it: `for (const each of list) it(...)`, `list.forEach((each) => it(...))`. */
function makesTests(program: FileView, list: TSESTree.Node): boolean {
  const { parent } = list;
  if (parent?.type === "ForOfStatement" || parent?.type === "ForInStatement")
    return parent.right === list && holdsTests(program, parent.body);
  const call = parent?.type === "MemberExpression" && parent.object === list ? parent.parent : undefined;
  return (
    call?.type === "CallExpression" &&
    call.callee === parent &&
    call.arguments.some((argument) => isFunction(argument) && holdsTests(program, argument))
  );
}

function holdsTests(program: FileView, node: TSESTree.Node): boolean {
  return program.calls.some((call) => isInRange(call, node) && testing.test(calleeNames(call.callee)[0] ?? ""));
}

function isListOf(call: Call): boolean {
  return /^(map|concat|entries|values|keys|of|freeze)$/.test(calleeNames(call.callee).at(-1) ?? "");
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

/** Whether a node stands in a file of tests, or in a test wherever its file may lie: `it("does", () => {...})`. */
export function isInTest({ file }: FileView, node: TSESTree.Node): boolean {
  if (isTestPath(file.path)) return true;
  const test = testAround(node);
  const [title] = test && isCall(test) ? test.arguments : [];
  return title?.type === "Literal" && typeof title.value === "string";
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

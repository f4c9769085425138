import type { TSESTree } from "@typescript-eslint/types";
import { calleeNames } from "../program/callee-names.js";
import { type Call, type FileView, isCall, isFunction, usesOf } from "../program/file-view.js";
import type { Variable } from "../program/source-file.js";
import { unwrap } from "../program/unwrap.js";
import { mergeOf } from "../values/merges.js";
import { membersOf } from "../values/module-bindings.js";
import { sinks } from "../values/sinks.js";
import { reachedEntries } from "./reached-entries.js";

const assertions =
  /^(expect|assert|should|sinon|match|chai|td|when|jest|nock|expectType|expectTypeOf|assertType|mock(Return|Resolved|Rejected)?(Value|Implementation)?(Once)?|to[A-Z]\w*|(not)?[dD]eep\w*|(not)?(strict)?[eE]quals?|eql|same|strictSame|like|is|isEqual|called\w*|\w*[cC]alledWith\w*|matches|thenReturn|returns|resolves|contains?|containing|objectContaining|partialDeepStrictEqual|propEqual|proxyquire)$/;
const printers =
  /^(console|log(ger)?|debug|info|warn|verbose|trace|stringify|inspect|format|print)$|hash$|^(get|make|create|build|to)?(cache)?key(of|for)?$/i;
const namesOfExpectations = /^(expected|expectation|mocked|mock|fake|stub)(?![a-z])/;

/** Modules without TLS: their calls ignore TLS options. */
const otherModules = new Set([
  "net",
  "http",
  "assert",
  "util",
  "url",
  "querystring",
  "fs",
  "fs/promises",
  "path",
  "test",
]);

/**
 * Whether an object that looks like TLS options is something else: the expected value of an assertion, what a mock returns, what is
 * logged or used as a key, the argument of a call that knows no TLS.
 */
export function isLookAlike(program: FileView, node: TSESTree.Node): boolean {
  if (isInsideOtherCall(program, node)) return true;
  const variable = variableHolding(program, node);
  if (!variable) return false;
  const uses = usesOf(variable);
  return (
    namesOfExpectations.test(variable.name) ||
    (uses.length > 0 && uses.every(({ identifier }) => isInsideOtherCall(program, identifier)))
  );
}

/** The call that takes the node decides; merges are looked through, and `() => ({...})`, because mocks take their results so. */
function isInsideOtherCall(program: FileView, node: TSESTree.Node): boolean {
  let isArgument = true;
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (isCall(parent) && !mergeOf(program, parent)) {
      return (
        parent.callee !== child &&
        (isOtherCall(program, parent) || (isArgument && hasOptionsElsewhere(program, parent, child)))
      );
    }
    if (isFunction(parent) ? child.type === "BlockStatement" : /Statement$|^Class/.test(parent.type)) return false;
    if (parent.type === "Property" || isFunction(parent)) isArgument = false;
  }
  return false;
}

function isOtherCall(program: FileView, call: Call): boolean {
  const names = calleeNames(call.callee);
  if (names.some((name) => assertions.test(name)) || printers.test(names[0] ?? "") || printers.test(names.at(-1) ?? ""))
    return true;
  return knowsNoTls(program, call.callee);
}

/** Whether a function of Node or of the language does nothing with TLS options but to print them. */
export function ignoresOptions(program: FileView, { callee }: Call): boolean {
  const node = unwrap(callee);
  const object = node.type === "MemberExpression" ? unwrap(node.object) : node;
  const isGlobal = object.type === "Identifier" && /^(console|JSON)$/.test(object.name) && program.isGlobal(object);
  return isGlobal || knowsNoTls(program, callee);
}

function knowsNoTls(program: FileView, callee: TSESTree.Node): boolean {
  return (
    isFetch(program, callee) ||
    isWebSocket(program, callee) ||
    membersOf(program, callee).some(({ module }) => otherModules.has(module))
  );
}

/** The `fetch` that the runtime brings along, by its name or as a member of the global object. */
export function isFetch(program: FileView, callee: TSESTree.Node): boolean {
  const node = unwrap(callee);
  if (node.type === "Identifier") return node.name === "fetch" && program.isGlobal(node);
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return false;
  const { object, property } = node;
  const isGlobalObject = object.type === "Identifier" && /^(globalThis|global|self|window)$/.test(object.name);
  return isGlobalObject && property.name === "fetch" && program.isGlobal(object);
}

/** The `WebSocket` that the runtime brings along, whose second argument has a `dispatcher` and no options of TLS. */
function isWebSocket(program: FileView, callee: TSESTree.Node): boolean {
  const node = unwrap(callee);
  return node.type === "Identifier" && node.name === "WebSocket" && program.isGlobal(node);
}

/** Whether a client reads the options of TLS only from inside of this argument: axios from `httpsAgent`, pg from `ssl`. */
function hasOptionsElsewhere(program: FileView, call: Call, argument: TSESTree.Node): boolean {
  const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
  const places = reachedEntries(program, call, sinks).flatMap(({ of, shift }) =>
    "at" in of ? of.at.filter(([at]) => at + shift === index) : [],
  );
  return places.length > 0 && places.every(([, ...path]) => path.length > 0);
}

/** The variable that an object literal initialises, or that an identifier names. */
export function variableHolding(program: FileView, node: TSESTree.Node): Variable | undefined {
  if (node.type === "Identifier") return program.variableOf(node);
  for (let child: TSESTree.Node = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === "VariableDeclarator") return parent.init === child ? program.variableOf(parent.id) : undefined;
    if (
      !/^(Property|ObjectExpression|ArrayExpression|TSAsExpression|TSSatisfiesExpression|TSTypeAssertion)$/.test(
        parent.type,
      )
    )
      return;
  }
  return;
}

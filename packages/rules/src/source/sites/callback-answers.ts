import type { TSESTree } from "@typescript-eslint/types";
import { conditionOf } from "../guards/condition.js";
import { type Guard, isConditional } from "../guards/guards.js";
import { calleeNames } from "../program/callee-names.js";
import { type FileView, type FunctionNode, isFunction, usesOf } from "../program/file-view.js";
import { walk } from "../program/walk.js";
import { knownValue, type Primitive } from "../values/static-value.js";

/** An answer that a function gives without having looked at what it is asked about. */
export interface BlindAnswer {
  /** The condition on which it gives it; undefined where it gives no other. */
  readonly guard: Guard | undefined;
}

type AnsweringCall = TSESTree.CallExpression;

/** The answer that a function gives through the callback in one of its parameters, where it gives it blindly. */
export function blindAnswerOf(
  program: FileView,
  fn: FunctionNode,
  parameter: number,
  answer: Primitive,
): BlindAnswer | undefined {
  const calls = answersOf(program, fn.params[parameter]);
  const given = calls?.filter((call) => isAnswer(program, call, answer)) ?? [];
  const [first] = given;
  if (!calls || !first) return undefined;
  if (given.length === calls.length && !given.some(isConditional)) return { guard: undefined };
  const guard = isBlind(program, fn) ? conditionAround(program, first) : undefined;
  return guard && !ownMachine.test(guard.text) ? { guard } : undefined;
}

/** The calls of the callback; undefined where it also goes elsewhere. */
function answersOf(program: FileView, parameter: TSESTree.Parameter | undefined): readonly AnsweringCall[] | undefined {
  const variable = parameter && program.variableOf(parameter);
  if (!variable) return undefined;
  const uses = usesOf(variable).map(({ identifier }) => identifier);
  const calls = uses.flatMap((use) =>
    use.parent?.type === "CallExpression" && use.parent.callee === use ? [use.parent] : [],
  );
  return calls.length === uses.length ? calls : undefined;
}

function isAnswer(program: FileView, { arguments: [value] }: AnsweringCall, answer: Primitive): boolean {
  return value !== undefined && knownValue(program, value) === answer;
}

function conditionAround(program: FileView, node: TSESTree.Node): Guard | undefined {
  for (
    let child: TSESTree.Node = node, { parent } = child;
    parent && !isFunction(parent);
    child = parent, { parent } = parent
  )
    if (isBranching(parent) && child !== parent.test)
      return conditionOf(program, parent.test, child === parent.consequent);
  return undefined;
}

function isBranching(node: TSESTree.Node): node is TSESTree.IfStatement | TSESTree.ConditionalExpression {
  return node.type === "IfStatement" || node.type === "ConditionalExpression";
}

const ownMachine = /localhost|127\.0\.0\.1|::1/;

/** Words for what tells one certificate or failure from another, or for somebody who is asked. */
const looking =
  /cert(?!ificate-error)|fingerprint|issuer|subject|serial|verificationResult|errorCode|error\b|dialog|confirm|prompt|trust|allow|accept/i;

/** What is done to an address, a log or an event. */
const harmless =
  /^(preventDefault|URL|startsWith|endsWith|includes|indexOf|match|test|toLowerCase|toString|log|warn|info|error|debug)$/;

/** Whether nothing in a function can tell one certificate from another: it reads none, and asks nobody. */
function isBlind(program: FileView, fn: FunctionNode): boolean {
  let isSeeing = false;
  const callbacks = new Set(fn.params.map((parameter) => program.textOf(parameter)));
  walk(fn.body, (node) => {
    if (node.type === "AwaitExpression") isSeeing = true;
    if (isBranching(node)) isSeeing ||= looking.test(program.textOf(node.test));
    if (node.type === "VariableDeclarator" && node.init) isSeeing ||= looking.test(program.textOf(node.init));
    if (node.type === "CallExpression" || node.type === "NewExpression") {
      const name = calleeNames(node.callee).at(-1) ?? "";
      isSeeing ||= !harmless.test(name) && !callbacks.has(name);
    }
    return isSeeing ? "skip" : undefined;
  });
  return !isSeeing;
}

import type { TSESTree } from "@typescript-eslint/types";
import { conditionOf } from "../guards/condition.js";
import type { Guard } from "../guards/guards.js";
import { mayComplete } from "../program/control-flow.js";
import type { FileView, FunctionNode } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { isWithin, walk } from "../program/walk.js";
import { truthOf } from "../values/branches.js";
import { type Answer, answersOfExpression, answersOfStatements } from "./host-name-answers.js";

/**
 * The condition under which a function accepts everything, where it does something else otherwise and what decides is nothing that it
 * was handed: its user's own choice.
 */
export function choiceToAcceptAll(program: FileView, fn: FunctionNode): Guard | undefined {
  const { body } = fn;
  if (body.type !== "BlockStatement") return choiceInExpression(program, fn, body);
  for (const [index, statement] of body.body.entries()) {
    if (statement.type === "ReturnStatement")
      return statement.argument ? choiceInExpression(program, fn, statement.argument) : undefined;
    if (statement.type !== "IfStatement" || mayComplete(statement.consequent)) continue;
    const rest = statement.alternate ? [statement.alternate] : body.body.slice(index + 1);
    const guard = choiceBetween(program, fn, statement.test, [
      answersOfStatements(program, [statement.consequent]),
      answersOfStatements(program, rest),
    ]);
    if (guard) return guard;
  }
  return undefined;
}

function choiceInExpression(program: FileView, fn: FunctionNode, expression: TSESTree.Node): Guard | undefined {
  const node = unwrap(expression);
  if (node.type === "ConditionalExpression")
    return choiceBetween(program, fn, node.test, [
      answersOfExpression(program, node.consequent),
      answersOfExpression(program, node.alternate),
    ]);
  return node.type === "LogicalExpression" && node.operator === "&&"
    ? choiceBetween(program, fn, node.left, [answersOfExpression(program, node.right), ["accepts"]])
    : undefined;
}

/** Those where a test holds, and those where it does not. */
function choiceBetween(
  program: FileView,
  fn: FunctionNode,
  test: TSESTree.Node,
  [held, other]: readonly [readonly Answer[], readonly Answer[]],
): Guard | undefined {
  const [isAcceptedSo, isAcceptedOtherwise] = [held, other].map((answers) =>
    answers.every((answer) => answer === "accepts"),
  );
  if (isAcceptedSo === isAcceptedOtherwise || readsOwnNames(program, fn, test)) return undefined;
  return truthOf(program, test) === !isAcceptedSo ? undefined : conditionOf(program, test, isAcceptedSo!);
}

/** Whether a node reads a parameter of a function, or what stands in it. */
function readsOwnNames(program: FileView, fn: FunctionNode, root: TSESTree.Node): boolean {
  let does = false;
  walk(root, (node) => {
    const name = node.type === "Identifier" && program.variableOf(node)?.defs[0]?.name;
    does ||= Boolean(name && isWithin(name, fn)) || (node.type === "Identifier" && node.name === "arguments");
  });
  return does;
}

import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, isFunction } from "../program/file-view.js";
import { isChoice, isChosenValue } from "./choices.js";

/** A condition around a piece of code that reads like its user's own choice of weaker TLS. */
export interface Guard {
  readonly text: string;
}

/** The guard that a test makes of one of its branches, or undefined when it does not read like a choice. */
export function choiceOf(program: FileView, test: TSESTree.Node, holds: boolean): Guard | undefined {
  if (!isChoice(program, test, holds)) return;
  const text = program.textOf(test);
  return { text: holds ? text : `!(${text})` };
}

/** The innermost guard around a node inside its function, an early `return` before it included. */
export function guardAround(program: FileView, node: TSESTree.Node): Guard | undefined {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    const guard = guardOf(program, parent, child);
    if (guard) return guard;
    if (isFunction(parent)) return;
  }
  return;
}

/** Whether a node stands in a branch or loop of its function, so that it may be left out. */
export function isConditional(node: TSESTree.Node): boolean {
  for (let ancestor = node.parent; ancestor && !isFunction(ancestor); ancestor = ancestor.parent) {
    if (
      /^(If|Switch|While|DoWhile|For|ForOf|ForIn|Try)Statement$|^(Conditional|Logical)Expression$/.test(ancestor.type)
    )
      return true;
  }
  return false;
}

function guardOf(program: FileView, parent: TSESTree.Node, child: TSESTree.Node): Guard | undefined {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return child === parent.test ? undefined : choiceOf(program, parent.test, child === parent.consequent);
    case "LogicalExpression":
      return child === parent.right && parent.operator !== "??"
        ? choiceOf(program, parent.left, parent.operator === "&&")
        : undefined;
    case "SwitchCase":
      return child === parent.test ? undefined : caseGuard(program, parent);
    case "BlockStatement":
    case "Program":
      return earlierExit(program, parent, child);
    default:
      return;
  }
}

function caseGuard(program: FileView, node: TSESTree.SwitchCase): Guard | undefined {
  const { test, parent } = node;
  if (!test || parent.type !== "SwitchStatement") return;
  const { discriminant, cases } = parent;
  let first = cases.indexOf(node);
  while (cases[first - 1]?.consequent.length === 0) first--;
  const tests = cases.slice(first, cases.indexOf(node) + 1).map((each) => each.test);
  const isChosen = tests.every((each) => each && isChosenValue(program, discriminant, each, true));
  return isChosen ? { text: `${program.textOf(discriminant)} === ${program.textOf(test)}` } : undefined;
}

type Block = TSESTree.BlockStatement | TSESTree.Program;

function earlierExit(program: FileView, block: Block, child: TSESTree.Node): Guard | undefined {
  return exitsOf(program, block).find((exit) => exit.end <= child.range[0])?.guard;
}

interface Exit {
  readonly end: number;
  readonly guard: Guard;
}

const exits = new WeakMap<Block, readonly Exit[]>();

/** The `if (!insecure) return;` statements of a block. */
function exitsOf(program: FileView, block: Block): readonly Exit[] {
  const known = exits.get(block);
  if (known) return known;
  const found = block.body.flatMap((statement): readonly Exit[] => {
    if (statement.type !== "IfStatement" || statement.alternate || !leaves(statement.consequent)) return [];
    const guard = choiceOf(program, statement.test, false);
    return guard ? [{ end: statement.range[1], guard }] : [];
  });
  exits.set(block, found);
  return found;
}

function leaves(statement: TSESTree.Statement | undefined): boolean {
  if (statement?.type === "BlockStatement") return leaves(statement.body.at(-1));
  return /^(Return|Throw|Continue|Break)Statement$/.test(statement?.type ?? "");
}

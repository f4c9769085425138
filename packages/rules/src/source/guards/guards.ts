import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, isCall, isFunction } from "../program/file-view.js";
import { ancestorOf, isInRange } from "../program/walk.js";
import { isChoice, isChosenValue, isDecidedByCases, type Scope } from "./choices.js";
import { type Condition, conditionOf, said } from "./condition.js";
import { optOutAround } from "./opt-outs.js";

/** A condition around a piece of code that reads like its user's own choice of weaker TLS. */
export type Guard = Condition;

/** The guard that a test makes of one of its branches, or undefined when it does not read like a choice. */
export function choiceOf(
  program: FileView,
  test: TSESTree.Node,
  holds: boolean,
  scope: Scope = "outside",
): Guard | undefined {
  return isChoice(program, test, holds, scope) ? conditionOf(program, test, holds) : undefined;
}

/** The guard that the name of a property is, where a table is asked for it: `modes[name]` is what `name` says. */
export function choiceOfName(program: FileView, asked: TSESTree.Node, name: string): Guard | undefined {
  return isDecidedByCases(program, asked) ? said(`${program.textOf(asked)} === ${JSON.stringify(name)}`) : undefined;
}

/**
 * The innermost guard around a node inside its function, an early `return` before it included, or else a name around it that says what
 * whoever calls it asks for. A condition by which no more is chosen than whether the node runs is a guard only if it reads like one.
 */
export function guardAround(program: FileView, node: TSESTree.Node): Guard | undefined {
  return guardIn(program, node, (parent, child) => (chooses(program, parent, child, node) ? "outside" : "words"));
}

/**
 * The same for a value that is put where another one may stand: into a variable or an object that is there before. A condition that
 * does not hold the declaration of that place as well chooses between the two.
 */
export function guardOfWrite(program: FileView, node: TSESTree.Node, target: TSESTree.Node): Guard | undefined {
  const place = declarationOf(program, target);
  return guardIn(program, node, (_parent, child) => (place && isInRange(place, child) ? "words" : "outside"));
}

function declarationOf(program: FileView, target: TSESTree.Node): TSESTree.Node | undefined {
  let root = target;
  while (root.type === "MemberExpression") root = root.object;
  return program.variableOf(root)?.defs[0]?.name;
}

/** The same for what a function returns, which may return something else. */
export function guardOfResult(program: FileView, node: TSESTree.Node): Guard | undefined {
  return guardIn(program, node, () => "outside");
}

type ScopeOf = (parent: TSESTree.Node, child: TSESTree.Node) => Scope;

function guardIn(program: FileView, node: TSESTree.Node, scopeOf: ScopeOf): Guard | undefined {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    const guard = guardOf(program, parent, child, scopeOf);
    if (guard) return guard;
    if (isFunction(parent)) break;
  }
  return optOutAround(program, node);
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

function guardOf(program: FileView, parent: TSESTree.Node, child: TSESTree.Node, scopeOf: ScopeOf): Guard | undefined {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return child === parent.test
        ? undefined
        : choiceOf(program, parent.test, child === parent.consequent, scopeOf(parent, child));
    case "LogicalExpression":
      return child === parent.right && parent.operator !== "??"
        ? choiceOf(
            program,
            parent.left,
            parent.operator === "&&",
            isFallback(parent) ? "words" : scopeOf(parent, child),
          )
        : undefined;
    case "SwitchCase":
      return child === parent.test ? undefined : caseGuard(program, parent, scopeOf(parent, child));
    case "BlockStatement":
    case "Program":
      return earlierExit(program, parent, child);
    default:
      return;
  }
}

/** `given || {...}`: who gives nothing gets the right side, which is nobody's choice. */
function isFallback({ operator, right, parent }: TSESTree.LogicalExpression): boolean {
  return operator === "||" && right.type !== "AssignmentExpression" && parent.type !== "ExpressionStatement";
}

/** Whether a branch that holds a node is spread into an object, or has another beside it that makes the same call or leaves Node's own agent. */
function chooses(program: FileView, parent: TSESTree.Node, child: TSESTree.Node, node: TSESTree.Node): boolean {
  if (parent.parent?.type === "SpreadElement") return true;
  const call = isCall(node) ? node : ancestorOf(node, isCall);
  if (!call || !isInRange(call, child)) return false;
  const made = `${program.textOf(call.callee)}(`;
  const isAgent = parent.type === "ConditionalExpression" && child === call && agents.test(made);
  return otherBranchesOf(parent, child).some((branch) => {
    const text = program.textOf(branch);
    return text.includes(made) || (isAgent && /^(undefined|null)$/.test(text));
  });
}

const agents = /(Agent|Dispatcher)\($/;

/** What runs instead of a branch: its opposite, or what follows where the branch leaves. */
function otherBranchesOf(parent: TSESTree.Node, child: TSESTree.Node): readonly TSESTree.Node[] {
  if (parent.type === "ConditionalExpression")
    return [parent.consequent, parent.alternate].filter((branch) => branch !== child);
  if (parent.type !== "IfStatement") return [];
  if (child === parent.alternate) return [parent.consequent];
  if (parent.alternate) return [parent.alternate];
  const { parent: block } = parent;
  return leaves(parent.consequent) && block.type === "BlockStatement"
    ? block.body.slice(block.body.indexOf(parent) + 1)
    : [];
}

function caseGuard(program: FileView, node: TSESTree.SwitchCase, scope: Scope): Guard | undefined {
  const { test, parent } = node;
  if (parent.type !== "SwitchStatement") return;
  const { discriminant, cases } = parent;
  const text = program.textOf(discriminant);
  if (!test) return scope === "outside" ? defaultGuard(program, parent) : undefined;
  let first = cases.indexOf(node);
  while (cases[first - 1]?.consequent.length === 0) first--;
  const tests = cases.slice(first, cases.indexOf(node) + 1).map((each) => each.test);
  const isChosen = tests.every((each) => each && isChosenValue(program, discriminant, each, true));
  return isChosen || (scope === "outside" && isDecidedByCases(program, discriminant))
    ? said(`${text} === ${program.textOf(test)}`)
    : undefined;
}

/** The `default` of a switch over what was chosen outside, unless one of its cases is the choice of less. */
function defaultGuard(program: FileView, { discriminant, cases }: TSESTree.SwitchStatement): Guard | undefined {
  const tests = cases.flatMap(({ test }) => test ?? []);
  if (tests.some((test) => isChosenValue(program, discriminant, test, true))) return;
  const text = program.textOf(discriminant);
  return isDecidedByCases(program, discriminant)
    ? said(tests.map((test) => `${text} !== ${program.textOf(test)}`).join(" && "))
    : undefined;
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
    const guard = choiceOf(program, statement.test, false, "words");
    return guard ? [{ end: statement.range[1], guard }] : [];
  });
  exits.set(block, found);
  return found;
}

function leaves(statement: TSESTree.Statement | undefined): boolean {
  if (statement?.type === "BlockStatement") return leaves(statement.body.at(-1));
  return /^(Return|Throw|Continue|Break)Statement$/.test(statement?.type ?? "");
}

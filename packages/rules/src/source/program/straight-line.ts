import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, isFunction } from "./file-view.js";
import type { Variable } from "./source-file.js";
import { unwrap } from "./unwrap.js";
import { ancestorOf, isInRange } from "./walk.js";

/** The last assignment on the straight way to a use of a variable: what the variable had before does not get there. */
export function assignmentBefore(variable: Variable, use: TSESTree.Node): TSESTree.AssignmentExpression | undefined {
  const steps = stepsOf(variable);
  if (steps.length === 0) return;
  const fn = ancestorOf(use, isFunction);
  return steps.find((step) => step.assignment.range[1] <= use.range[0] && isInRange(use, step.block) && step.fn === fn)
    ?.assignment;
}

/** An assignment that always runs where its block does. */
interface Step {
  readonly assignment: TSESTree.AssignmentExpression;
  readonly block: TSESTree.Node;
  readonly fn: TSESTree.Node | undefined;
}

const stepsOfVariables = new WeakMap<Variable, readonly Step[]>();

/** The last one first: it is the one on the way to most uses. */
function stepsOf(variable: Variable): readonly Step[] {
  let steps = stepsOfVariables.get(variable);
  if (!steps) {
    steps = variable.references.flatMap(({ identifier }) => stepAt(identifier) ?? []).reverse();
    stepsOfVariables.set(variable, steps);
  }
  return steps;
}

function stepAt(identifier: TSESTree.Node): Step | undefined {
  const { parent: assignment } = identifier;
  if (assignment?.type !== "AssignmentExpression" || assignment.left !== identifier || assignment.operator !== "=")
    return;
  const block = blockOf(assignment);
  return block && { assignment, block, fn: ancestorOf(identifier, isFunction) };
}

/** Whether a value that a variable gets is gone once an assignment of the same function has run. */
export function isGoneAfter(value: TSESTree.Node, assignment: TSESTree.AssignmentExpression): boolean {
  return value.range[1] <= assignment.range[0] && ancestorOf(value, isFunction) === ancestorOf(assignment, isFunction);
}

/**
 * Whether what is put into an object, or taken out of it, always runs after the object is made and before anybody else sees it:
 * what the property was before is gone then.
 */
export function isDecisive(program: FileView, node: TSESTree.Node, object: TSESTree.Node): boolean {
  const block = blockOf(node);
  const chain = chainOf(object);
  const variable = chain && program.variableOf(chain.root);
  const declarator = variable && declarationIn(variable, block);
  if (!declarator || unwrap(declarator.init!).type !== "ObjectExpression") return false;
  return firstHarm(variable, ancestorOf(node, isFunction), chain.names) >= node.range[0];
}

const harms = new WeakMap<Variable, Map<string, number>>();

/**
 * Where the first use of a variable, which the function `fn` declares, stands that may show somebody else the object in it, or the part
 * with these names; each is looked for once.
 */
function firstHarm(variable: Variable, fn: TSESTree.Node | undefined, names: readonly string[]): number {
  const known = harms.get(variable) ?? new Map<string, number>();
  harms.set(variable, known);
  const key = names.join();
  const same = known.get(key);
  if (same !== undefined) return same;
  const starts = variable.references
    .filter(
      (reference) =>
        !reference.init &&
        (reference.isWrite() ||
          ancestorOf(reference.identifier, isFunction) !== fn ||
          !isHarmless(reference.identifier, names)),
    )
    .map(({ identifier }) => identifier.range[0]);
  const start = starts.reduce((first, each) => Math.min(first, each), Infinity);
  known.set(key, start);
  return start;
}

/** The block in which the expression of a statement stands directly. */
function blockOf({ parent }: TSESTree.Node): TSESTree.Node | undefined {
  const block = parent?.type === "ExpressionStatement" ? parent.parent : undefined;
  return block?.type === "BlockStatement" || block?.type === "Program" ? block : undefined;
}

function declarationIn(variable: Variable, block: TSESTree.Node | undefined): TSESTree.VariableDeclarator | undefined {
  const [definition, ...others] = variable.defs;
  const node = others.length === 0 ? definition?.node : undefined;
  return block &&
    node?.type === "VariableDeclarator" &&
    node.init &&
    node.id.type === "Identifier" &&
    node.parent.parent === block
    ? node
    : undefined;
}

interface Chain {
  readonly root: TSESTree.Node;
  readonly names: readonly string[];
}

function chainOf(expression: TSESTree.Node): Chain | undefined {
  const names: string[] = [];
  let node = unwrap(expression);
  while (node.type === "MemberExpression") {
    if (node.computed || node.property.type !== "Identifier") return;
    names.unshift(node.property.name);
    node = unwrap(node.object);
  }
  return node.type === "Identifier" ? { root: node, names } : undefined;
}

/** Whether a use of an object reads or writes a property of it, and hands on neither the object nor the part with these names. */
function isHarmless(use: TSESTree.Node, names: readonly string[]): boolean {
  let node = use;
  const read: string[] = [];
  while (node.parent?.type === "MemberExpression" && node.parent.object === node) {
    node = node.parent;
    read.push(node.property.type === "Identifier" && !node.computed ? node.property.name : "");
  }
  if (read.length === 0) return false;
  if (node.parent?.type === "AssignmentExpression" && node.parent.left === node) return true;
  const isPart = read.length <= names.length && read.every((name, index) => name === names[index]);
  return !isPart && !(node.parent?.type === "CallExpression" && node.parent.callee === node);
}

import type { TSESTree } from "@typescript-eslint/types";
import { choiceOfName, type Guard, guardOfWrite } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { recursively } from "../program/recursively.js";
import type { Variable } from "../program/source-file.js";
import { assignmentBefore, isGoneAfter } from "../program/straight-line.js";
import { unwrap } from "../program/unwrap.js";
import { type Branch, branchesOf } from "./branches.js";
import { wholeExports } from "./exports.js";
import { resultsOf } from "./functions.js";
import type { Layer, PropertyWrite } from "./layers.js";
import { elementsOf } from "./lists.js";
import { moduleOf } from "./neighbours.js";
import { nodeConstants } from "./node-constants.js";
import { layerAround, layerOf } from "./object-model.js";
import { propertyNames } from "./property-name.js";
import { anyElement, type Source, type Sources, sourcesOf } from "./sources.js";

/** What an expression comes down to: a literal, a function, a class, an import, or an expression that cannot be followed further. */
export interface Leaf {
  /** The program as it is where the leaf stands: inside the call that was followed to get there. */
  readonly program: FileView;
  readonly node: TSESTree.Node;
  /** The property names that could not be followed inside the leaf: `Agent` for `const { Agent } = require("https")`. */
  readonly path: readonly string[];
  /** The condition under which the expression is this leaf, when it reads like a choice. */
  readonly guard: () => Guard | undefined;
}

/** More ways than this say that nothing is known. */
const leafLimit = 64;

/** Every leaf of an expression, followed through variables, properties, conditions and local functions; none only inside a cycle. */
export function leavesOf(program: FileView, expression: TSESTree.Node): readonly Leaf[] {
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier": {
      const variable = program.variableOf(node);
      if (!variable) return [leafAt(program, node)];
      return assignmentBefore(variable, node) ? leavesOfNode(program, node) : leavesOfVariable(program, variable);
    }
    case "MemberExpression":
    case "ConditionalExpression":
    case "LogicalExpression":
    case "CallExpression":
    case "Program":
      return leavesOfNode(program, node);
    case "AssignmentExpression":
      return node.operator === "=" ? leavesOf(program, node.right) : [leafAt(program, node)];
    default:
      return [leafAt(program, node)];
  }
}

function leafAt(program: FileView, node: TSESTree.Node): Leaf {
  return { program, node, path: [], guard: () => undefined };
}

type Branching =
  | TSESTree.Identifier
  | TSESTree.MemberExpression
  | TSESTree.ConditionalExpression
  | TSESTree.LogicalExpression
  | TSESTree.CallExpression
  | TSESTree.Program;

const noLeaves = (): readonly Leaf[] => [];

const leavesOfNode = recursively(
  { inCycle: noLeaves, beyond: (view, node) => [leafAt(view, node)] },
  (program: FileView, node: Branching): readonly Leaf[] => few(followed(program, node)) ?? [leafAt(program, node)],
);

function few(leaves: readonly Leaf[]): readonly Leaf[] | undefined {
  return leaves.length > 0 && leaves.length <= leafLimit ? leaves : undefined;
}

function followed(program: FileView, node: Branching): readonly Leaf[] {
  switch (node.type) {
    case "Identifier":
      return leavesOfUse(program, node);
    case "MemberExpression":
      return leavesOfMember(program, node);
    case "ConditionalExpression":
      return leavesOfBranches(program, branchesOf(program, node));
    case "LogicalExpression":
      return isDecidedByLeft(program, node)
        ? leavesOf(program, node.left)
        : leavesOfBranches(program, branchesOf(program, node));
    case "Program":
      return wholeExports(program).flatMap((whole) => leavesOf(program, whole));
    default: {
      const source = moduleOf(program, node);
      if (source) return leavesOf(program, source.file.ast);
      return resultsOf(program, node).flatMap((result) => guarded(leavesOf(result.program, result.node), result.guard));
    }
  }
}

function leavesOfBranches(program: FileView, branches: readonly Branch[]): readonly Leaf[] {
  return branches.flatMap((branch) => guarded(leavesOf(program, branch.node), branch.guard));
}

/** Whether the right side is never looked at: `SSL_OP_NO_SSLv2 || SSL_OP_NO_SSLv3`. */
function isDecidedByLeft(program: FileView, { left, operator }: TSESTree.LogicalExpression): boolean {
  if (operator === "&&") return false;
  const leaves = leavesOf(program, left);
  return leaves.length > 0 && leaves.every(isTruthy);
}

/** Whether a leaf is certain to be neither `0` nor anything else that counts as false. */
function isTruthy(leaf: Leaf): boolean {
  if (isValue(leaf) && leaf.node.type === "Literal") return Boolean(leaf.node.value);
  const constants = nodeConstants(leaf);
  return constants.length > 0 && constants.every(Boolean);
}

/** The guard is worked out only when somebody asks for it: most leaves turn out to be of no interest. */
function guarded(leaves: readonly Leaf[], guard: () => Guard | undefined): readonly Leaf[] {
  return leaves.map((leaf) => ({ ...leaf, guard: () => leaf.guard() ?? guard() }));
}

/** What a variable may be at a use behind an assignment that always runs before it. */
function leavesOfUse(program: FileView, node: TSESTree.Identifier): readonly Leaf[] {
  const variable = program.variableOf(node)!;
  const assignment = assignmentBefore(variable, node)!;
  const { all, complete } = sourcesOf(program, variable);
  const live = all.filter(({ expression }) => !isGoneAfter(expression, assignment));
  return leavesOfSources(program, variable, { all: live, complete });
}

const leavesOfVariable = recursively(
  { inCycle: noLeaves, beyond: (view, variable) => [leafAt(view, variable.defs[0]!.name)] },
  (program: FileView, variable: Variable): readonly Leaf[] =>
    leavesOfSources(program, variable, sourcesOf(program, variable)),
);

function leavesOfSources(program: FileView, variable: Variable, { all, complete }: Sources): readonly Leaf[] {
  const itself = leafAt(program, variable.defs[0]!.name);
  const follow = (sources: readonly Source[]) =>
    sources.flatMap((source) => (source.operator === "=" ? leavesOfSource(program, source, itself.node) : [itself]));
  const values = [...follow(all.filter(({ isDefault }) => !isDefault)), ...(complete ? [] : [itself])];
  const isAlwaysSet = values.length > 0 && values.every(isValue);
  const leaves = isAlwaysSet ? values : [...values, ...follow(all.filter(({ isDefault }) => isDefault))];
  return few(leaves) ?? [itself];
}

function leavesOfSource(program: FileView, { expression, path }: Source, name: TSESTree.Node): readonly Leaf[] {
  return guarded(leavesUnder(program, expression, path), () => guardOfWrite(program, expression, name));
}

/** Whether a leaf is certain to be something other than `undefined`, so that no default takes its place. */
function isValue({ node, path }: Leaf): boolean {
  return path.length === 0 && /^(Literal|Template|Object|Array|Function|Arrow|Class|New|Unary|Binary)/.test(node.type);
}

function leavesOfMember(program: FileView, node: TSESTree.MemberExpression): readonly Leaf[] {
  const { writes, complete } = layerOf(program, node.object);
  const names = propertyNames(program, node);
  const leaves = names
    ? names.flatMap((name) => leavesOfWrites(writes.get(name) ?? []))
    : leavesOfTable(program, node, writes.size <= leafLimit ? writes : new Map());
  return complete || leaves.length === 0 ? leaves : [...leaves, leafAt(program, node)];
}

/** Whatever a table holds, each behind its name. */
function leavesOfTable(
  program: FileView,
  { property }: TSESTree.MemberExpression,
  writes: Layer["writes"],
): readonly Leaf[] {
  return [...writes].flatMap(([name, own]) =>
    guarded(leavesOfWrites(own), () => choiceOfName(program, property, name)),
  );
}

function leavesOfWrites(writes: readonly PropertyWrite[]): readonly Leaf[] {
  return writes.flatMap((write) =>
    write.operator === "="
      ? guarded(leavesOf(write.program, write.value), () => write.guard)
      : [leafAt(write.program, write.node)],
  );
}

/** The leaves of what stands under `path` in an expression. */
function leavesUnder(program: FileView, expression: TSESTree.Node, path: readonly string[]): readonly Leaf[] {
  const name = path.at(-1);
  if (name === undefined) return leavesOf(program, expression);
  if (name === anyElement) return elementsOf(program, expression).flatMap((element) => leavesOf(program, element));
  const { writes, complete } = layerAround(program, expression, path);
  const leaves = leavesOfWrites(writes.get(name) ?? []);
  if (complete) return leaves;
  return [...leaves, ...leavesOf(program, expression).map((leaf) => ({ ...leaf, path: [...leaf.path, ...path] }))];
}

import type { TSESTree } from "@typescript-eslint/types";
import { choiceOfName, type Guard, guardOfWrite } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { recursively } from "../program/recursively.js";
import type { Variable } from "../program/source-file.js";
import { assignmentBefore } from "../program/straight-line.js";
import { unwrap } from "../program/unwrap.js";
import { type Branch, branchesOf } from "./branches.js";
import { hasTrait, sourcesAt } from "./certain-values.js";
import { wholeExports } from "./exports.js";
import { resultsOf } from "./functions.js";
import { type Layer, noWrites, onDemand, type PropertyWrite } from "./layers.js";
import { elementsOf } from "./lists.js";
import { moduleOf } from "./neighbours.js";
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

/** Every leaf of an expression, followed through variables, properties, conditions and local functions; itself where all of them lead in a circle. */
export function leavesOf(program: FileView, expression: TSESTree.Node): readonly Leaf[] {
  const leaves = waysOf(program, expression);
  return leaves.length > 0 ? leaves : [leafAt(program, unwrap(expression))];
}

/** The same; none where all ways come back to what is being answered, which then adds nothing to the answer. */
function waysOf(program: FileView, expression: TSESTree.Node): readonly Leaf[] {
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
      return node.operator === "=" ? waysOf(program, node.right) : [leafAt(program, node)];
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

function few(found: readonly Leaf[]): readonly Leaf[] | undefined {
  const leaves = distinct(found);
  return leaves.length <= leafLimit ? leaves : undefined;
}

/** Each leaf once, however many ways lead to it, so that what is too many does not depend on the ways that were gone before. */
function distinct(found: readonly Leaf[]): readonly Leaf[] {
  const byNode = new Map<TSESTree.Node, Leaf[][]>();
  for (const leaf of found) {
    const sameNode = byNode.get(leaf.node) ?? [];
    byNode.set(leaf.node, sameNode);
    const same = sameNode.find(([other]) => isSame(leaf, other!));
    if (same) same.push(leaf);
    else sameNode.push([leaf]);
  }
  return [...byNode.values()].flat().map((same) => ({ ...same[0]!, guard: guardOfAll(same) }));
}

/** A literal is the same from inside every call. */
function isSame({ node, program, path }: Leaf, other: Leaf): boolean {
  return (node.type === "Literal" || program === other.program) && path.join() === other.path.join();
}

/** Where one way has no guard, nothing depends on those of the others. */
function guardOfAll(leaves: readonly Leaf[]): Leaf["guard"] {
  if (leaves.length === 1) return leaves[0]!.guard;
  return onDemand(() => (leaves.every((leaf) => leaf.guard()) ? leaves[0]!.guard() : undefined));
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
        ? waysOf(program, node.left)
        : leavesOfBranches(program, branchesOf(program, node));
    case "Program":
      return throughAll(program, node, wholeExports(program), (whole) => waysOf(program, whole));
    default: {
      const source = moduleOf(program, node);
      if (source) return waysOf(program, source.file.ast);
      return throughAll(program, node, resultsOf(program, node), (result) =>
        guarded(waysOf(result.program, result.node), result.guard),
      );
    }
  }
}

/** The leaves behind each way out of a node; the node itself where there is no way. */
function throughAll<Way>(
  program: FileView,
  node: TSESTree.Node,
  ways: readonly Way[],
  follow: (way: Way) => readonly Leaf[],
): readonly Leaf[] {
  return ways.length > 0 ? ways.flatMap(follow) : [leafAt(program, node)];
}

function leavesOfBranches(program: FileView, branches: readonly Branch[]): readonly Leaf[] {
  return branches.flatMap((branch) => guarded(waysOf(program, branch.node), branch.guard));
}

/** Whether the right side is never looked at: `SSL_OP_NO_SSLv2 || SSL_OP_NO_SSLv3`. */
function isDecidedByLeft(program: FileView, { left, operator }: TSESTree.LogicalExpression): boolean {
  return operator !== "&&" && hasTrait(program, left, [], operator === "??" ? "set" : "truthy");
}

/** The guard is worked out only when somebody asks for it: most leaves turn out to be of no interest. */
function guarded(leaves: readonly Leaf[], guard: () => Guard | undefined): readonly Leaf[] {
  return leaves.map((leaf) => ({ ...leaf, guard: onDemand(() => leaf.guard() ?? guard()) }));
}

/** What a variable may be at a use behind an assignment that always runs before it. */
function leavesOfUse(program: FileView, node: TSESTree.Identifier): readonly Leaf[] {
  return leavesOfSources(program, program.variableOf(node)!, sourcesAt(program, node));
}

const leavesOfVariable = recursively(
  { inCycle: noLeaves, beyond: (view, variable) => [leafAt(view, variable.defs[0]!.name)] },
  (program: FileView, variable: Variable): readonly Leaf[] =>
    leavesOfSources(program, variable, sourcesOf(program, variable)),
);

function leavesOfSources(program: FileView, variable: Variable, { all, complete }: Sources): readonly Leaf[] {
  const itself = leafAt(program, variable.defs[0]!.name);
  const follow = (sources: readonly Source[]) =>
    whileFew(sources, (source) => (source.operator === "=" ? leavesOfSource(program, source, itself.node) : [itself]));
  const own = all.filter(({ isDefault }) => !isDefault);
  const values = [...follow(own), ...(complete ? [] : [itself])];
  if (all.length === 0) return [itself];
  const defaults = all.filter(({ isDefault }) => isDefault);
  const isAlwaysSet =
    defaults.length > 0 &&
    complete &&
    own.length > 0 &&
    own.every(({ expression, path }) => hasTrait(program, expression, path, "set"));
  return few(isAlwaysSet ? values : [...values, ...follow(defaults)]) ?? [itself];
}

/** No more than what tells that they are too many: a variable may be set thousands of times. */
function whileFew<Way>(ways: readonly Way[], follow: (way: Way) => readonly Leaf[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const nodes = new Set<TSESTree.Node>();
  for (const way of ways) {
    if (nodes.size > leafLimit) break;
    for (const leaf of follow(way)) {
      leaves.push(leaf);
      nodes.add(leaf.node);
    }
  }
  return leaves;
}

function leavesOfSource(program: FileView, { expression, path }: Source, name: TSESTree.Node): readonly Leaf[] {
  return guarded(leavesUnder(program, expression, path), () => guardOfWrite(program, expression, name));
}

function leavesOfMember(program: FileView, node: TSESTree.MemberExpression): readonly Leaf[] {
  const { writes, complete } = layerOf(program, node.object);
  const names = propertyNames(program, node);
  const found = names
    ? new Map(names.map((name) => [name, writes.get(name) ?? []]))
    : writes.size <= leafLimit
      ? writes
      : noWrites.writes;
  if ([...found.values()].every((own) => own.length === 0)) return [leafAt(program, node)];
  const leaves = names
    ? [...found.values()].flatMap((own) => leavesOfWrites(own))
    : leavesOfTable(program, node, found);
  return complete ? leaves : [...leaves, leafAt(program, node)];
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
      ? guarded(waysOf(write.program, write.value), () => write.guard)
      : [leafAt(write.program, write.node)],
  );
}

/** The leaves of what stands under `path` in an expression. */
function leavesUnder(program: FileView, expression: TSESTree.Node, path: readonly string[]): readonly Leaf[] {
  const name = path.at(-1);
  if (name === undefined) return waysOf(program, expression);
  if (name === anyElement) return elementsOf(program, expression).flatMap((element) => waysOf(program, element));
  const { writes, complete } = layerAround(program, expression, path);
  const leaves = leavesOfWrites(writes.get(name) ?? []);
  if (complete) return leaves;
  return [...leaves, ...waysOf(program, expression).map((leaf) => ({ ...leaf, path: [...leaf.path, ...path] }))];
}

import type { TSESTree } from "@typescript-eslint/types";
import { branchesOf } from "./branches.js";
import { resultsOf } from "./functions.js";
import { guardAround, type Guard } from "./guards.js";
import { layerOf, layerUnder } from "./object-model.js";
import { recursively } from "./once.js";
import type { Program } from "./program.js";
import { propertyName } from "./property-name.js";
import { sourcesOf, type Source } from "./sources.js";
import type { Variable } from "./source-file.js";
import { unwrap } from "./unwrap.js";

/** What an expression comes down to: a literal, a function, a class, an import, or an expression that cannot be followed further. */
export interface Leaf {
  /** The program as it is where the leaf stands: inside the call that was followed to get there. */
  readonly program: Program;
  readonly node: TSESTree.Node;
  /** The property names that could not be followed inside the leaf: `Agent` for `const { Agent } = require("https")`. */
  readonly path: readonly string[];
  readonly guard: Guard | undefined;
}

/** More ways than this say that nothing is known. */
const leafLimit = 64;

/** Every leaf of an expression, followed through variables, properties, conditions and local functions; never empty. */
export function leavesOf(program: Program, expression: TSESTree.Node): readonly Leaf[] {
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier":
    case "MemberExpression":
    case "ConditionalExpression":
    case "LogicalExpression":
    case "CallExpression":
      return leavesOfNode(program, node);
    case "AssignmentExpression":
      return node.operator === "=" ? leavesOf(program, node.right) : [leaf(program, node)];
    default:
      return [leaf(program, node)];
  }
}

function leaf(program: Program, node: TSESTree.Node): Leaf {
  return { program, node, path: [], guard: undefined };
}

type Branching =
  | TSESTree.Identifier
  | TSESTree.MemberExpression
  | TSESTree.ConditionalExpression
  | TSESTree.LogicalExpression
  | TSESTree.CallExpression;

const leavesOfNode = recursively(
  (): readonly Leaf[] => [],
  (program: Program, node: Branching): readonly Leaf[] => {
    const leaves = followed(program, node);
    return leaves.length === 0 || leaves.length > leafLimit ? [leaf(program, node)] : leaves;
  },
);

function followed(program: Program, node: Branching): readonly Leaf[] {
  switch (node.type) {
    case "Identifier": {
      const variable = program.variableOf(node);
      return variable ? leavesOfVariable(program, variable, node) : [];
    }
    case "MemberExpression":
      return leavesOfMember(program, node);
    case "ConditionalExpression":
    case "LogicalExpression":
      return branchesOf(program, node).flatMap((branch) => leavesOf(program, branch.node).map((each) => guarded(each, branch.guard)));
    case "CallExpression":
      return resultsOf(program, node).flatMap((result) => leavesOf(result.program, result.node));
  }
}

function guarded(leaf: Leaf, guard: Guard | undefined): Leaf {
  return guard ? { ...leaf, guard: leaf.guard ?? guard } : leaf;
}

function leavesOfVariable(program: Program, variable: Variable, node: TSESTree.Identifier): readonly Leaf[] {
  const { all, complete } = sourcesOf(program, variable);
  const follow = (source: Source): readonly Leaf[] =>
    source.operator === "="
      ? leavesUnder(program, source.expression, source.path).map((each) => guarded(each, guardAround(program, source.expression)))
      : [leaf(program, node)];
  const values = all.filter(({ isDefault }) => !isDefault).flatMap(follow);
  const known = complete ? values : [...values, leaf(program, node)];
  const isAlwaysSet = known.length > 0 && known.every(isValue);
  return isAlwaysSet ? known : [...known, ...all.filter(({ isDefault }) => isDefault).flatMap(follow)];
}

/** Whether a leaf is certain to be something other than `undefined`, so that no default takes its place. */
function isValue({ node, path }: Leaf): boolean {
  return path.length === 0 && /^(Literal|Template|Object|Array|Function|Arrow|Class|New|Unary|Binary)/.test(node.type);
}

function leavesOfMember(program: Program, node: TSESTree.MemberExpression): readonly Leaf[] {
  const name = propertyName(program, node);
  const { writes, complete } = layerOf(program, node.object);
  const found = name === undefined ? [...writes.values()].flat() : (writes.get(name) ?? []);
  const leaves = found.flatMap((write) =>
    write.operator === "=" ? leavesOf(program, write.value).map((each) => guarded(each, write.guard)) : [leaf(program, node)],
  );
  return complete || leaves.length === 0 ? leaves : [...leaves, leaf(program, node)];
}

/** The leaves of what stands under `path` in an expression. */
function leavesUnder(program: Program, expression: TSESTree.Node, path: readonly string[]): readonly Leaf[] {
  const name = path.at(-1);
  if (name === undefined) return leavesOf(program, expression);
  const { writes, complete } = layerUnder(program, expression, path.slice(0, -1));
  const leaves = (writes.get(name) ?? []).flatMap((write) => leavesOf(program, write.value).map((each) => guarded(each, write.guard)));
  if (complete) return leaves;
  return [...leaves, ...leavesOf(program, expression).map((each) => ({ ...each, path: [...each.path, ...path] }))];
}

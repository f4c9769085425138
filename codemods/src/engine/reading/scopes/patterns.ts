import type { TSESTree } from "@typescript-eslint/types";
import type { Pass } from "./pass.js";

/** What a name of a pattern gets where there is nothing for it, or for what is around it. */
export type Default = TSESTree.AssignmentPattern;

type VisitName = (name: TSESTree.Identifier, defaults: readonly Default[]) => void;

/** What is below a pattern, with the defaults around it, or an expression or a type in the pattern. */
type Part = { readonly node: TSESTree.Node | null; readonly defaults: readonly Default[] } | Inner;

interface Inner {
  readonly node: TSESTree.Node;
  readonly isType: boolean;
}

/** Each default around a name is one more reference of it, so that a hostile pattern could have millions. */
const mostDefaults = 8;
const noDefaults: readonly Default[] = [];
const noInners: readonly Inner[] = [];

/**
 * Visits the names of a pattern at once, and says that what is in it comes after: defaults, computed keys, objects whose properties are set, and types.
 * @throws RangeError where a name has more than eight defaults around it.
 */
export function visitPattern(pattern: TSESTree.Node, pass: Pass, visit: VisitName): void {
  for (const { node, isType } of visitNames(pattern, visit)) {
    if (isType) pass.type(node);
    else pass.value(node);
  }
}

/** Visits the names of a pattern and answers what else is in it. */
export function visitNames(pattern: TSESTree.Node, visit: VisitName): readonly Inner[] {
  if (pattern.type === "Identifier") {
    visit(pattern, noDefaults);
    return noInners;
  }
  const inners: Inner[] = [];
  const pending: Part[] = [{ node: pattern, defaults: noDefaults }];
  for (let part = pending.pop(); part; part = pending.pop()) {
    if ("isType" in part) inners.push(part);
    else if (part.node?.type === "Identifier") visit(part.node, part.defaults);
    else if (part.node) for (const each of partsOf(part.node, part.defaults).reverse()) pending.push(each);
  }
  return inners;
}

const value = (node: TSESTree.Node): Inner => ({ node, isType: false });

function partsOf(node: TSESTree.Node, defaults: readonly Default[]): Part[] {
  switch (node.type) {
    case "ArrayPattern":
      return node.elements.map((element) => ({ node: element, defaults }));
    case "ObjectPattern":
      return node.properties.map((property) => ({ node: property, defaults }));
    case "Property":
      return [...(node.computed ? [value(node.key)] : []), { node: node.value, defaults }];
    case "RestElement":
      return [{ node: node.argument, defaults }];
    case "AssignmentPattern":
      if (defaults.length === mostDefaults) throw new RangeError("defaults in a pattern are nested too deeply");
      return [{ node: node.left, defaults: [...defaults, node] }, value(node.right)];
    case "TSParameterProperty":
      return [{ node: node.parameter, defaults }];
    case "TSNonNullExpression":
      return [{ node: node.expression, defaults }];
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return [
        { node: node.expression, defaults },
        { node: node.typeAnnotation, isType: true },
      ];
    case "MemberExpression":
      return [...(node.computed ? [value(node.property)] : []), value(node.object)];
    default:
      return [value(node)];
  }
}

import type { TSESTree } from "@typescript-eslint/types";
import { isExported } from "../source/ownership.js";
import { usesOf, type Program } from "../source/program.js";
import { propertyName } from "../source/property-name.js";
import type { Reference, Variable } from "../source/source-file.js";
import { alternativesOf } from "../source/static-value.js";
import type { OptionValue } from "../source/tls-options.js";
import { unwrap } from "../source/unwrap.js";

/**
 * The text to replace so that an option gets another value: the literal at the option, the literal of a constant that serves this option alone,
 * or else the expression at the option. Undefined when that expression has several values and the one meant is out of reach.
 */
export function editableNode(program: Program, value: OptionValue): TSESTree.Node | undefined {
  const { write, node } = value;
  const expression = write.value;
  if (isWithin(node, expression)) return node;
  const constant = constantBehind(program, expression);
  if (constant && isWithin(node, constant.init) && servesOnly(program, constant.variable, write.key)) return node;
  return alternativesOf(program, expression).length === 1 ? expression : undefined;
}

function isWithin(node: TSESTree.Node, outer: TSESTree.Node): boolean {
  return node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];
}

function constantBehind(
  program: Program,
  expression: TSESTree.Node,
): { variable: Variable; init: TSESTree.Node } | undefined {
  const node = unwrap(expression);
  const variable = node.type === "Identifier" ? program.variableOf(node) : undefined;
  const declarator = variable?.defs.length === 1 ? variable.defs[0]!.node : undefined;
  if (!variable || declarator?.type !== "VariableDeclarator" || !declarator.init) return;
  return { variable, init: declarator.init };
}

function servesOnly(program: Program, variable: Variable, key: string): boolean {
  return !isExported(program, variable) && usesOf(variable).every((use) => use.isRead() && optionKey(program, use) === key);
}

function optionKey(program: Program, { identifier }: Reference): string | undefined {
  let child = identifier;
  while (child.parent && unwrap(child.parent) === identifier) child = child.parent;
  const { parent } = child;
  if (parent?.type === "Property" && parent.value === child) return propertyName(program, parent);
  if (parent?.type === "AssignmentExpression" && parent.right === child && parent.left.type === "MemberExpression") {
    return propertyName(program, parent.left);
  }
  return;
}

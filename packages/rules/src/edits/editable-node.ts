import type { TSESTree } from "@typescript-eslint/types";
import { type Call, type FileView, isCall, usesOf } from "../source/program/file-view.js";
import type { Reference, Variable } from "../source/program/source-file.js";
import { unwrap } from "../source/program/unwrap.js";
import { standsIn } from "../source/program/view-at.js";
import { isWithin } from "../source/program/walk.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import { functionsCalledBy } from "../source/values/functions.js";
import { isExported } from "../source/values/is-exported.js";
import { propertyName } from "../source/values/property-name.js";
import { alternativesOf } from "../source/values/static-value.js";

/**
 * The text to replace so that an option gets another value: the literal at the option; the literal of a constant, default or argument that
 * serves this option alone; or else the expression at the option. Undefined when that expression stands in another file, or has several
 * values and the one meant is out of reach.
 */
export function editableNode(program: FileView, { write, node, kind }: OptionValue): TSESTree.Node | undefined {
  const { value: expression } = write;
  if (!standsIn(program, expression)) return;
  if (isWithin(node, expression) && (kind !== "known" || isSaidHere(program, node))) return node;
  const variable = standsIn(program, node) ? program.variableOf(unwrap(expression)) : undefined;
  if (variable && isSourceOf(program, node, variable) && servesOnly(program, variable, write.key)) return node;
  const [only, ...others] = alternativesOf(program, expression);
  return only?.kind === "known" && others.length === 0 ? expression : undefined;
}

/** Whether an expression has its values whoever calls the function around it. */
function isSaidHere(program: FileView, node: TSESTree.Node): boolean {
  return alternativesOf(program, node).every(({ kind }) => kind !== "unknown");
}

/** Whether a node is the initial value of a variable, an assigned one, a default, or the argument that a parameter gets. */
function isSourceOf(program: FileView, node: TSESTree.Node, variable: Variable): boolean {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === "VariableDeclarator")
      return parent.init === child && program.variableOf(parent.id) === variable;
    if (parent.type === "AssignmentPattern")
      return parent.right === child && program.variableOf(parent.left) === variable;
    if (parent.type === "AssignmentExpression")
      return parent.right === child && program.variableOf(parent.left) === variable;
    if (isCall(parent)) return isParameterOf(program, variable, parent, child, undefined);
    if (parent.type === "Property" && parent.value === child) return isPartOfArgument(program, variable, parent);
    if (!/Expression$|^TemplateLiteral$/.test(parent.type)) return false;
  }
  return false;
}

/** Whether a property stands in an object that a call hands to a parameter, of which a pattern takes it out. */
function isPartOfArgument(program: FileView, variable: Variable, property: TSESTree.Property): boolean {
  const object = property.parent;
  const name = propertyName(program, property);
  return (
    object.type === "ObjectExpression" &&
    name !== undefined &&
    isCall(object.parent) &&
    isParameterOf(program, variable, object.parent, object, name)
  );
}

/** Whether the functions that a call runs take an argument, or the property `name` of it, as a variable. */
function isParameterOf(
  program: FileView,
  variable: Variable,
  call: Call,
  argument: TSESTree.Node,
  name: string | undefined,
): boolean {
  const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
  const functions = functionsCalledBy(program, call);
  return (
    functions.length === 1 &&
    functions.every(({ params }) => {
      const parameter = params[index] && withoutDefault(params[index]);
      const target = name === undefined ? parameter : parameter && takenOutOf(program, parameter, name);
      return target !== undefined && program.variableOf(target) === variable;
    })
  );
}

function takenOutOf(program: FileView, pattern: TSESTree.Node, name: string): TSESTree.Node | undefined {
  if (pattern.type !== "ObjectPattern") return;
  const taken = pattern.properties.find((each) => each.type === "Property" && propertyName(program, each) === name);
  return taken?.type === "Property" ? withoutDefault(taken.value) : undefined;
}

function withoutDefault(target: TSESTree.Node): TSESTree.Node {
  return target.type === "AssignmentPattern" ? target.left : target;
}

function servesOnly(program: FileView, variable: Variable, key: string): boolean {
  const reads = usesOf(variable).filter((use) => use.isRead());
  return !isExported(program, variable) && reads.every((use) => optionKey(program, use) === key);
}

function optionKey(program: FileView, { identifier }: Reference): string | undefined {
  let child = identifier;
  while (child.parent && unwrap(child.parent) === identifier) child = child.parent;
  const { parent } = child;
  if (parent?.type === "Property" && parent.value === child) return propertyName(program, parent);
  if (parent?.type === "AssignmentExpression" && parent.right === child && parent.left.type === "MemberExpression") {
    return propertyName(program, parent.left);
  }
  return;
}

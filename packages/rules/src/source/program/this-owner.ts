import type { TSESTree } from "@typescript-eslint/types";
import type { ClassNode, FileView, FunctionNode } from "./file-view.js";

type Owner = ClassNode | FunctionNode | TSESTree.ObjectExpression;

/** What `this` is at a node: the class, the constructor function or the object literal whose method it stands in. */
export function ownerOfThis(program: FileView, node: TSESTree.Node): Owner | undefined {
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.type === "ClassBody") return parent.parent;
    if (parent.type === "FunctionDeclaration") return parent;
    if (parent.type === "FunctionExpression" && parent.parent.type !== "MethodDefinition")
      return ownerOfFunction(program, parent);
  }
  return;
}

function ownerOfFunction(program: FileView, fn: TSESTree.FunctionExpression): Owner {
  const { parent } = fn;
  if (parent.type === "Property" && parent.parent.type === "ObjectExpression")
    return ownerOfMethods(program, parent.parent);
  const target = parent.type === "AssignmentExpression" && parent.right === fn ? parent.left : undefined;
  return (target?.type === "MemberExpression" && constructorWithPrototype(program, target.object)) || fn;
}

/** `X.prototype = { method() {} }` belongs to `X`; any other object literal to itself. */
function ownerOfMethods(program: FileView, object: TSESTree.ObjectExpression): Owner {
  const { parent } = object;
  return (parent.type === "AssignmentExpression" && constructorWithPrototype(program, parent.left)) || object;
}

/** The function or class `X` behind `X.prototype`. */
function constructorWithPrototype(program: FileView, node: TSESTree.Node): Owner | undefined {
  if (node.type !== "MemberExpression" || node.property.type !== "Identifier" || node.property.name !== "prototype")
    return;
  const definition = program.variableOf(node.object)?.defs[0]?.node;
  const value = definition?.type === "VariableDeclarator" ? definition.init : definition;
  switch (value?.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ClassDeclaration":
    case "ClassExpression":
      return value;
    default:
      return;
  }
}

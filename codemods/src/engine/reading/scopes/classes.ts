import type { TSESTree } from "@typescript-eslint/types";
import { closeScope } from "./functions.js";
import type { Pass } from "./pass.js";
import { hoisting, lexical } from "./scope-kinds.js";

/** A class has its name in a scope of its own, and a declaration beside it too (ECMA-262, 15.7.14). */
export function visitClass(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, pass: Pass): void {
  if (node.type === "ClassDeclaration" && node.id) pass.scopes.define("ClassName", node.id, node);
  pass.values(node.decorators);
  pass.step(openClass, node);
  pass.value(node.superClass);
  pass.type(node.typeParameters);
  pass.type(node.superTypeArguments);
  pass.types(node.implements);
  pass.value(node.body);
  pass.step(closeScope, node);
}

function openClass(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, pass: Pass): void {
  pass.scopes.open(lexical, node);
  if (node.id) pass.scopes.define("ClassName", node.id, node);
}

/** Decorators of parameters are worked out with the class. */
export function visitMethod(
  { computed, key, value, decorators }: TSESTree.MethodDefinition | TSESTree.TSAbstractMethodDefinition,
  pass: Pass,
): void {
  if (computed) pass.value(key);
  for (const parameter of value.params) pass.values(parameter.decorators);
  pass.value(value);
  pass.values(decorators);
}

type Field =
  | TSESTree.AccessorProperty
  | TSESTree.PropertyDefinition
  | TSESTree.TSAbstractAccessorProperty
  | TSESTree.TSAbstractPropertyDefinition;

export function visitField({ computed, key, value, decorators, typeAnnotation }: Field, pass: Pass): void {
  if (computed) pass.value(key);
  if (value) {
    pass.step(openInitializer, value);
    pass.value(value);
    pass.step(closeScope, value);
  }
  pass.values(decorators);
  pass.type(typeAnnotation);
}

function openInitializer(value: TSESTree.Node, pass: Pass): void {
  pass.scopes.open(hoisting, value);
}

export function visitStaticBlock(node: TSESTree.StaticBlock, pass: Pass): void {
  pass.scopes.open(hoisting, node);
  pass.values(node.body);
  pass.step(closeScope, node);
}

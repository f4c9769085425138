import type { TSESTree } from "@typescript-eslint/types";
import type { Pass } from "./pass.js";

export function visitOpeningElement(node: TSESTree.JSXOpeningElement, pass: Pass): void {
  pass.scopes.readJsxFactory();
  visitElementName(node.name, pass);
  pass.type(node.typeArguments);
  pass.values(node.attributes);
}

export function visitClosingElement(node: TSESTree.JSXClosingElement, pass: Pass): void {
  visitElementName(node.name, pass);
}

export function visitFragment(node: TSESTree.JSXFragment, pass: Pass): void {
  pass.scopes.readJsxFactory();
  pass.values(node.children);
}

/** A name in lower case is an element of the page, unless it is `this` (TypeScript Handbook, JSX). */
function visitElementName(name: TSESTree.JSXTagNameExpression, pass: Pass): void {
  const isIntrinsic =
    name.type === "JSXIdentifier" && name.name !== "this" && name.name[0] !== name.name[0]!.toUpperCase();
  if (!isIntrinsic) pass.value(name);
}

export function visitMember({ object }: TSESTree.JSXMemberExpression, pass: Pass): void {
  if (object.type !== "JSXIdentifier" || object.name !== "this") pass.value(object);
}

export function visitAttribute(node: TSESTree.JSXAttribute, pass: Pass): void {
  pass.value(node.value);
}

export function visitIdentifier(node: TSESTree.JSXIdentifier, pass: Pass): void {
  pass.scopes.read(node);
}

import type { TSESTree } from "@typescript-eslint/types";
import type { Pass } from "./pass.js";
import { visitPattern } from "./patterns.js";
import { functional, hoisting, lexical } from "./scope-kinds.js";

export type FunctionLike =
  | TSESTree.ArrowFunctionExpression
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression;

export function closeScope(_: TSESTree.Node, pass: Pass): void {
  pass.scopes.close();
}

/** The name of a function expression is in a scope of its own around it (ECMA-262, 15.2.5), that of a declaration beside it. */
export function visitFunction(node: FunctionLike, pass: Pass): void {
  const isOwnName = node.type === "FunctionExpression" && node.id;
  if (isOwnName) pass.scopes.open(lexical, node);
  if (node.id) pass.scopes.define("FunctionName", node.id, node);
  pass.scopes.open(node.type === "ArrowFunctionExpression" ? hoisting : functional, node);
  for (const parameter of node.params) pass.step(visitParameter, parameter);
  pass.type(node.returnType);
  pass.type(node.typeParameters);
  if (node.body) visitBody(node.body, pass);
  pass.step(closeScope, node);
  if (isOwnName) pass.step(closeScope, node);
}

function visitBody(body: TSESTree.BlockStatement | TSESTree.Expression, pass: Pass): void {
  pass.step(enterBody, body);
  // the block is no scope of its own
  if (body.type === "BlockStatement") pass.values(body.body);
  else pass.value(body);
}

function enterBody(_: TSESTree.Node, pass: Pass): void {
  pass.scopes.enterBody();
}

function visitParameter(parameter: TSESTree.Parameter, pass: Pass): void {
  const { scopes } = pass;
  visitPattern(parameter, pass, (name, defaults) => {
    scopes.define("Parameter", name, scopes.node);
    for (const { right } of defaults) scopes.write(name, right, true);
  });
  pass.type(annotationOf(parameter));
}

function annotationOf(parameter: TSESTree.Parameter): TSESTree.TSTypeAnnotation | undefined {
  const pattern = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
  return (pattern.type === "AssignmentPattern" ? pattern.left : pattern).typeAnnotation;
}

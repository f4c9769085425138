import type { TSESTree } from "@typescript-eslint/types";
import { closeScope } from "./functions.js";
import { leftmostOf } from "./modules.js";
import type { Pass, Visitors } from "./pass.js";
import { visitNames } from "./patterns.js";
import { conditionalType, innerType, lexical } from "./scope-kinds.js";

/** What is done in a type, which has names of its own (TypeScript Handbook, Creating Types from Types). */
export const typeVisitors: Visitors = {
  Identifier: (node, { scopes }) => scopes.readType(node),
  MemberExpression: ({ object }, pass) => pass.type(object),
  TSQualifiedName: ({ left }, pass) => pass.type(left),
  TSInterfaceDeclaration: visitInterface,
  TSTypeAliasDeclaration: visitAlias,
  TSTypeParameter: visitTypeParameter,
  TSConditionalType: visitConditional,
  TSInferType: ({ typeParameter }, pass) => {
    pass.scopes.infer(typeParameter.name, typeParameter);
    pass.type(typeParameter.constraint);
  },
  TSMappedType: visitMapped,
  TSFunctionType: visitFunctionType,
  TSConstructorType: visitFunctionType,
  TSCallSignatureDeclaration: visitFunctionType,
  TSConstructSignatureDeclaration: visitFunctionType,
  TSMethodSignature: (node, pass) => {
    visitKey(node, pass);
    pass.step(visitFunctionType, node);
  },
  TSPropertySignature: (node, pass) => {
    visitKey(node, pass);
    pass.type(node.typeAnnotation);
  },
  TSIndexSignature: ({ parameters, typeAnnotation }, pass) => {
    for (const parameter of parameters) if (parameter.type === "Identifier") pass.type(parameter.typeAnnotation);
    pass.type(typeAnnotation);
  },
  TSNamedTupleMember: ({ elementType }, pass) => pass.type(elementType),
  TSImportType: ({ typeArguments }, pass) => pass.type(typeArguments),
  TSTypePredicate: ({ parameterName, typeAnnotation }, pass) => {
    if (parameterName.type === "Identifier") pass.scopes.read(parameterName);
    pass.type(typeAnnotation);
  },
  TSTypeQuery: ({ exprName, typeArguments }, pass) => {
    const name = leftmostOf(exprName);
    if (name.type === "Identifier") pass.scopes.read(name);
    else pass.type(name);
    pass.type(typeArguments);
  },
};

function visitInterface(node: TSESTree.TSInterfaceDeclaration, pass: Pass): void {
  pass.scopes.define("Type", node.id, node);
  if (node.typeParameters) pass.scopes.open(lexical, node);
  pass.type(node.typeParameters);
  pass.types(node.extends);
  pass.type(node.body);
  if (node.typeParameters) pass.step(closeScope, node);
}

function visitAlias(node: TSESTree.TSTypeAliasDeclaration, pass: Pass): void {
  pass.scopes.define("Type", node.id, node);
  if (node.typeParameters) pass.scopes.open(lexical, node);
  pass.type(node.typeParameters);
  pass.type(node.typeAnnotation);
  if (node.typeParameters) pass.step(closeScope, node);
}

function visitTypeParameter(node: TSESTree.TSTypeParameter, pass: Pass): void {
  pass.scopes.define("Type", node.name, node);
  pass.type(node.constraint);
  pass.type(node.default);
}

/** What is inferred is not known where the condition does not hold. */
function visitConditional(node: TSESTree.TSConditionalType, pass: Pass): void {
  pass.scopes.open(conditionalType, node);
  pass.types([node.checkType, node.extendsType, node.trueType]);
  pass.step(closeScope, node);
  pass.type(node.falseType);
}

function visitMapped(node: TSESTree.TSMappedType, pass: Pass): void {
  pass.scopes.open(innerType, node);
  pass.scopes.define("Type", node.key, node);
  pass.types([node.constraint, node.nameType ?? null, node.typeAnnotation ?? null]);
  pass.step(closeScope, node);
}

type FunctionType =
  | TSESTree.TSCallSignatureDeclaration
  | TSESTree.TSConstructorType
  | TSESTree.TSConstructSignatureDeclaration
  | TSESTree.TSFunctionType
  | TSESTree.TSMethodSignature;

/** Parameters are names that `typeof` can ask for. */
function visitFunctionType(node: FunctionType, pass: Pass): void {
  pass.scopes.open(innerType, node);
  pass.type(node.typeParameters);
  for (const parameter of node.params) pass.step(visitParameter, parameter);
  pass.type(node.returnType);
  pass.step(closeScope, node);
}

function visitParameter(parameter: TSESTree.Parameter, pass: Pass): void {
  const { scopes } = pass;
  visitNames(parameter, (name) => scopes.define("Parameter", name, scopes.node));
  if (parameter.type !== "TSParameterProperty") pass.type(parameter.typeAnnotation);
}

/** A computed key is a value. */
function visitKey({ computed, key }: TSESTree.TSMethodSignature | TSESTree.TSPropertySignature, pass: Pass): void {
  if (computed) pass.value(key);
}

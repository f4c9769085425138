import type { TSESTree } from "@typescript-eslint/types";
import { visitClass, visitField, visitMethod, visitStaticBlock } from "./classes.js";
import { closeScope, visitFunction } from "./functions.js";
import * as jsx from "./jsx.js";
import * as modules from "./modules.js";
import type { Pass, Visitors } from "./pass.js";
import { visitNames, visitPattern } from "./patterns.js";
import { lexical } from "./scope-kinds.js";

/** What is done at statements and expressions. Sections are those of ECMA-262. */
export const valueVisitors: Visitors = {
  Identifier: (node, pass) => {
    pass.scopes.read(node);
    pass.type(node.typeAnnotation);
  },
  MemberExpression: ({ object, computed, property }, pass) => {
    pass.value(object);
    if (computed) pass.value(property);
  },
  Property: ({ computed, key, value }, pass) => {
    if (computed) pass.value(key);
    pass.value(value);
  },
  CallExpression: visitCall,
  NewExpression: visitCall,
  TaggedTemplateExpression: ({ tag, quasi, typeArguments }, pass) => {
    pass.values([tag, quasi]);
    pass.type(typeArguments);
  },
  AssignmentExpression: visitAssignment,
  UpdateExpression: (node, pass) => {
    visitAssertion(node.argument, pass);
    pass.step(update, node);
  },

  VariableDeclaration: ({ kind, declarations }, pass) => {
    const visit = kind === "var" ? visitVar : visitLexical;
    for (const declarator of declarations) pass.step(visit, declarator);
  },
  BlockStatement: (node, pass) => {
    pass.scopes.open(lexical, node);
    pass.values(node.body);
    pass.step(closeScope, node);
  },
  ForStatement: (node, pass) => {
    const isScope = isLexical(node.init);
    if (isScope) pass.scopes.open(lexical, node);
    pass.values([node.init, node.test, node.update, node.body]);
    if (isScope) pass.step(closeScope, node);
  },
  ForInStatement: visitForIn,
  ForOfStatement: visitForIn,
  SwitchStatement: (node, pass) => {
    pass.value(node.discriminant);
    pass.step(openScope, node);
    pass.values(node.cases);
    pass.step(closeScope, node);
  },
  CatchClause: visitCatch,
  WithStatement: (node, pass) => {
    pass.value(node.object);
    pass.step(openScope, node);
    pass.value(node.body);
    pass.step(closeScope, node);
  },
  LabeledStatement: ({ body }, pass) => pass.value(body),

  ArrowFunctionExpression: visitFunction,
  FunctionDeclaration: visitFunction,
  FunctionExpression: visitFunction,
  TSDeclareFunction: visitFunction,
  TSEmptyBodyFunctionExpression: visitFunction,

  ClassDeclaration: visitClass,
  ClassExpression: visitClass,
  MethodDefinition: visitMethod,
  TSAbstractMethodDefinition: visitMethod,
  AccessorProperty: visitField,
  PropertyDefinition: visitField,
  TSAbstractAccessorProperty: visitField,
  TSAbstractPropertyDefinition: visitField,
  TSIndexSignature: visitType,
  StaticBlock: visitStaticBlock,

  ImportDeclaration: modules.visitImport,
  TSImportEqualsDeclaration: modules.visitImportEquals,
  ExportNamedDeclaration: modules.visitNamedExports,
  ExportDefaultDeclaration: modules.visitDefaultExport,
  TSExportAssignment: modules.visitExportAssignment,
  TSModuleDeclaration: modules.visitNamespace,
  TSEnumDeclaration: modules.visitEnum,

  JSXOpeningElement: jsx.visitOpeningElement,
  JSXClosingElement: jsx.visitClosingElement,
  JSXFragment: jsx.visitFragment,
  JSXMemberExpression: jsx.visitMember,
  JSXAttribute: jsx.visitAttribute,
  JSXIdentifier: jsx.visitIdentifier,

  TSInterfaceDeclaration: visitType,
  TSTypeAliasDeclaration: visitType,
  TSAsExpression: visitTyped,
  TSSatisfiesExpression: visitTyped,
  TSTypeAssertion: visitTyped,
  TSInstantiationExpression: ({ expression, typeArguments }, pass) => {
    pass.value(expression);
    pass.type(typeArguments);
  },
};

function openScope(node: TSESTree.Node, pass: Pass): void {
  pass.scopes.open(lexical, node);
}

function visitType(node: TSESTree.Node, pass: Pass): void {
  pass.type(node);
}

function visitTyped(
  { expression, typeAnnotation }: TSESTree.TSAsExpression | TSESTree.TSSatisfiesExpression | TSESTree.TSTypeAssertion,
  pass: Pass,
): void {
  pass.value(expression);
  pass.type(typeAnnotation);
}

function visitCall(node: TSESTree.CallExpression | TSESTree.NewExpression, pass: Pass): void {
  pass.value(node.callee);
  pass.values(node.arguments);
  pass.type(node.typeArguments);
}

/** What is assigned to may be asserted to be of a type. */
function visitAssertion(node: TSESTree.Node, pass: Pass): void {
  if (node.type === "TSAsExpression" || node.type === "TSTypeAssertion") pass.type(node.typeAnnotation);
}

function withoutAssertion(node: TSESTree.Node): TSESTree.Node {
  const isAssertion =
    node.type === "TSAsExpression" || node.type === "TSTypeAssertion" || node.type === "TSNonNullExpression";
  return isAssertion ? node.expression : node;
}

function update({ argument }: TSESTree.UpdateExpression, pass: Pass): void {
  const target = withoutAssertion(argument);
  if (target.type === "Identifier") pass.scopes.update(target, null);
  else pass.value(target);
}

function visitAssignment(node: TSESTree.AssignmentExpression, pass: Pass): void {
  visitAssertion(node.left, pass);
  pass.step(writeAssigned, node);
}

function writeAssigned({ left, operator, right }: TSESTree.AssignmentExpression, pass: Pass): void {
  const target = withoutAssertion(left);
  if (operator === "=") assign(target, right, pass);
  else if (target.type === "Identifier") pass.scopes.update(target, right);
  else pass.value(target);
  pass.value(right);
}

/** Names are written from the outside in, defaults first (13.15.5, Destructuring Assignment). */
function assign(target: TSESTree.Node, value: TSESTree.Node, pass: Pass): void {
  if (target.type === "MemberExpression") {
    pass.value(target);
    return;
  }
  visitPattern(target, pass, (name, defaults) => {
    for (const { right } of defaults) pass.scopes.write(name, right, false);
    pass.scopes.write(name, value, false);
  });
}

function isLexical(node: TSESTree.Node | null): node is TSESTree.VariableDeclaration {
  return node?.type === "VariableDeclaration" && node.kind !== "var";
}

/** `var` belongs to the function around it (14.3.2), the others to the block (14.3.1). */
function visitVar(declarator: TSESTree.VariableDeclarator, pass: Pass): void {
  declare(declarator, pass, (name) => pass.scopes.hoist(name, declarator));
}

function visitLexical(declarator: TSESTree.VariableDeclarator, pass: Pass): void {
  declare(declarator, pass, (name) => pass.scopes.define("Variable", name, declarator));
}

function declare(
  { id, init }: TSESTree.VariableDeclarator,
  pass: Pass,
  define: (name: TSESTree.Identifier) => void,
): void {
  visitPattern(id, pass, (name, defaults) => {
    define(name);
    for (const { right } of defaults) pass.scopes.write(name, right, true);
    if (init) pass.scopes.write(name, init, true);
  });
  pass.value(init);
  pass.type(id.typeAnnotation);
}

/** The scope of what a loop declares is around what it loops over, too (14.7.5). */
function visitForIn(node: TSESTree.ForInStatement | TSESTree.ForOfStatement, pass: Pass): void {
  const isScope = isLexical(node.left);
  if (isScope) pass.scopes.open(lexical, node);
  if (node.left.type === "VariableDeclaration") {
    pass.value(node.left);
    pass.step(writeDeclared, node);
  } else assign(node.left, node.right, pass);
  pass.values([node.right, node.body]);
  if (isScope) pass.step(closeScope, node);
}

function writeDeclared({ left, right }: TSESTree.ForInStatement | TSESTree.ForOfStatement, { scopes }: Pass): void {
  const [declarator] = (left as TSESTree.VariableDeclaration).declarations;
  visitNames(declarator!.id, (name) => scopes.write(name, right, true));
}

/** The block of a `catch` is a scope in that of its parameter (14.15.2). */
function visitCatch(node: TSESTree.CatchClause, pass: Pass): void {
  const { scopes } = pass;
  scopes.open(lexical, node);
  if (node.param) {
    visitPattern(node.param, pass, (name, defaults) => {
      scopes.define("CatchClause", name, node);
      for (const { right } of defaults) scopes.write(name, right, true);
    });
  }
  pass.value(node.body);
  pass.step(closeScope, node);
}

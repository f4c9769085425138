import type { TSESTree } from "@typescript-eslint/types";
import type { Reference, SourceFile, Variable } from "./source-file.js";
import { rootOf, walk } from "./walk.js";

export type Call = TSESTree.CallExpression | TSESTree.NewExpression;
export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return (
    node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression" || node.type === "FunctionDeclaration"
  );
}

export function isCall(node: TSESTree.Node): node is Call {
  return node.type === "CallExpression" || node.type === "NewExpression";
}

export function isClass(node: TSESTree.Node): node is ClassNode {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}

/** A call that is followed into the functions that it runs. */
export interface CallView {
  readonly call: Call;
  /** The program outside of the call. */
  readonly outer: FileView;
  /** The code that the call makes a difference to. */
  readonly regions: readonly Region[];
}

/** A node with all that stands in it. */
export interface Region {
  readonly node: TSESTree.Node;
  readonly root: TSESTree.Node;
}

/** A file read once: every node that a site can start from, and the answers of the scope manager by node, of neighbours too. */
export interface FileView {
  readonly file: SourceFile;
  /** All of them, in source order. */
  readonly nodes: readonly TSESTree.Node[];
  readonly calls: readonly Call[];
  readonly objects: readonly TSESTree.ObjectExpression[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  readonly fields: readonly TSESTree.PropertyDefinition[];
  /** Every `delete object.name`. */
  readonly deletions: readonly TSESTree.UnaryExpression[];
  /** The properties of destructuring patterns that have a default. */
  readonly defaults: readonly TSESTree.Property[];
  /** The variable that an identifier reads, writes or declares; undefined for globals and property names. */
  variableOf(identifier: TSESTree.Node): Variable | undefined;
  /** True for a name that no scope of the file declares. */
  isGlobal(identifier: TSESTree.Node): boolean;
  textOf(node: TSESTree.Node): string;
  /** The call from which a function is seen; undefined when it is seen from nowhere in particular. */
  callOf(node: FunctionNode): Call | undefined;
  /** Hears of every function whose parameters are asked for and that is seen from no call. */
  hearOfOwner?(node: FunctionNode): void;
  /** The last call that was followed to see the program as it is here. */
  readonly inside: CallView | undefined;
}

const programs = new WeakMap<TSESTree.Program, FileView>();

/** Reads a parsed file; the answer is kept for as long as its tree. */
export function viewOf(file: SourceFile): FileView {
  const known = programs.get(file.ast);
  if (known) return known;
  const program = createView(file);
  programs.set(file.ast, program);
  return program;
}

/** The program of the file in which a node stands; undefined before that file is read. */
export function knownViewOf(node: TSESTree.Node): FileView | undefined {
  return programs.get(rootOf(node) as TSESTree.Program);
}

function createView(file: SourceFile): FileView {
  const variables = variablesByIdentifier(file);
  const home = (node: TSESTree.Node) => (file.neighbours && knownViewOf(node)) || program;
  const variableOf = (identifier: TSESTree.Node): Variable | undefined => {
    const known = variables.get(identifier);
    return known || home(identifier) === program ? known : home(identifier).variableOf(identifier);
  };
  const program: FileView = {
    file,
    ...collectNodes(file.ast),
    variableOf,
    isGlobal: (identifier) => !variableOf(identifier),
    textOf: (node) => home(node).file.text.slice(node.range[0], node.range[1]),
    callOf: () => undefined,
    inside: undefined,
  };
  return program;
}

function variablesByIdentifier(file: SourceFile): Map<TSESTree.Node, Variable> {
  const variables = new Map<TSESTree.Node, Variable>();
  for (const scope of file.scopeManager.scopes) {
    for (const variable of scope.variables) {
      // a member of an enum may be named by a string
      for (const { name } of variable.defs) if (name.type === "Identifier") variables.set(name, variable);
    }
    for (const reference of scope.references) {
      if (reference.resolved?.defs.length) variables.set(reference.identifier, reference.resolved);
    }
  }
  return variables;
}

function collectNodes(root: TSESTree.Program) {
  const nodes: TSESTree.Node[] = [];
  const calls: Call[] = [];
  const objects: TSESTree.ObjectExpression[] = [];
  const assignments: TSESTree.AssignmentExpression[] = [];
  const fields: TSESTree.PropertyDefinition[] = [];
  const deletions: TSESTree.UnaryExpression[] = [];
  const defaults: TSESTree.Property[] = [];
  walk(root, (node) => {
    nodes.push(node);
    switch (node.type) {
      case "CallExpression":
      case "NewExpression":
        calls.push(node);
        break;
      case "ObjectExpression":
        objects.push(node);
        break;
      case "AssignmentExpression":
        assignments.push(node);
        break;
      case "PropertyDefinition":
        fields.push(node);
        break;
      case "UnaryExpression":
        if (node.operator === "delete") deletions.push(node);
        break;
      case "Property":
        if (node.value.type === "AssignmentPattern") defaults.push(node);
        break;
    }
  });
  return { nodes, calls, objects, assignments, fields, deletions, defaults };
}

/** The references to a variable other than its own initialisation. */
export function usesOf(variable: Variable): readonly Reference[] {
  return variable.references.filter((reference) => !reference.init);
}

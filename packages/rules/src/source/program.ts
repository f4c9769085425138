import type { TSESTree } from "@typescript-eslint/types";
import type { Reference, SourceFile, Variable } from "./source-file.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A file read once: every node that a site can start from, and the answers of the scope manager by node. */
export interface Program {
  readonly file: SourceFile;
  readonly calls: readonly (TSESTree.CallExpression | TSESTree.NewExpression)[];
  readonly objects: readonly TSESTree.ObjectExpression[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  readonly classes: readonly (TSESTree.ClassDeclaration | TSESTree.ClassExpression)[];
  /** The variable that an identifier reads, writes or declares; undefined for globals and property names. */
  variableOf(identifier: TSESTree.Node): Variable | undefined;
  /** True for a name that no scope of the file declares. */
  isGlobal(identifier: TSESTree.Node): boolean;
  textOf(node: TSESTree.Node): string;
}

const programs = new WeakMap<TSESTree.Program, Program>();

/** Reads a parsed file; the answer is kept for as long as its tree. */
export function readProgram(file: SourceFile): Program {
  const known = programs.get(file.ast);
  if (known) return known;
  const program = createProgram(file);
  programs.set(file.ast, program);
  return program;
}

function createProgram(file: SourceFile): Program {
  const variables = variablesByIdentifier(file);
  return {
    file,
    ...collectNodes(file.ast),
    variableOf: (identifier) => variables.get(identifier),
    isGlobal: (identifier) => !variables.has(identifier),
    textOf: (node) => file.text.slice(node.range[0], node.range[1]),
  };
}

function variablesByIdentifier(file: SourceFile): Map<TSESTree.Node, Variable> {
  const variables = new Map<TSESTree.Node, Variable>();
  for (const scope of file.scopeManager.scopes) {
    for (const variable of scope.variables) {
      if (variable.defs.length === 0) continue;
      for (const identifier of variable.identifiers) variables.set(identifier, variable);
    }
    for (const reference of scope.references) {
      if (reference.resolved?.defs.length) variables.set(reference.identifier, reference.resolved);
    }
  }
  return variables;
}

function collectNodes(root: TSESTree.Program) {
  const nodes = {
    calls: [] as (TSESTree.CallExpression | TSESTree.NewExpression)[],
    objects: [] as TSESTree.ObjectExpression[],
    assignments: [] as TSESTree.AssignmentExpression[],
    classes: [] as (TSESTree.ClassDeclaration | TSESTree.ClassExpression)[],
  };
  walk(root, (node) => {
    switch (node.type) {
      case "CallExpression":
      case "NewExpression":
        nodes.calls.push(node);
        break;
      case "ObjectExpression":
        nodes.objects.push(node);
        break;
      case "AssignmentExpression":
        nodes.assignments.push(node);
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        nodes.classes.push(node);
        break;
    }
  });
  return nodes;
}

const notChildren = new Set(["parent", "loc", "range", "tokens", "comments"]);

/** Visits in source order, iteratively (a tree may be nested deeper than the call stack), and sets `parent` where the host has not. */
function walk(root: TSESTree.Program, visit: (node: TSESTree.Node) => void): void {
  const pending: TSESTree.Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    visit(node);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index]!;
      if (child.parent !== node) (child as Mutable<TSESTree.Node>).parent = node;
      pending.push(child);
    }
  }
}

function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (notChildren.has(key)) continue;
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

/** The references to a variable other than its own initialisation. */
export function usesOf(variable: Variable): readonly Reference[] {
  return variable.references.filter((reference) => !reference.init);
}

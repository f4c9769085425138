import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { assignmentBefore, isGoneAfter } from "../program/straight-line.js";
import { unwrap } from "../program/unwrap.js";
import { resultsOf } from "./functions.js";
import { nodeConstants } from "./node-constants.js";
import { type Sources, sourcesOf } from "./sources.js";

/** What a value is for certain: not `undefined`, so that no default takes its place, or nothing that counts as false. */
export type Trait = "set" | "truthy";

// nobody reads more ways than that and calls the answer certain
const stepLimit = 1_000;

/**
 * Whether what stands under `path` in an expression has a trait on every way through the program. What leads back to itself has none: who decides inside of a circle
 * which way is gone decides by a half answer, and another order of statements would be another program.
 */
export function hasTrait(program: FileView, expression: TSESTree.Node, path: readonly string[], trait: Trait): boolean {
  return new Proof(trait).holds(program, expression, path);
}

/** A proof of one trait. Every part has to hold, so that the first one that does not ends it. */
class Proof {
  readonly #trait: Trait;
  readonly #open = new Set<TSESTree.Node>();
  readonly #shown = new Map<TSESTree.Node, FileView>();
  #steps = 0;

  constructor(trait: Trait) {
    this.#trait = trait;
  }

  holds(program: FileView, expression: TSESTree.Node, path: readonly string[]): boolean {
    const node = unwrap(expression);
    if (this.#shown.get(node) === program && path.length === 0) return true;
    if (this.#open.has(node) || this.#steps++ > stepLimit) return false;
    this.#open.add(node);
    const isShown = path.length === 0 ? this.#holdsFor(program, node) : this.#holdsUnder(program, node, path);
    this.#open.delete(node);
    if (isShown && path.length === 0) this.#shown.set(node, program);
    return isShown;
  }

  #holdsFor(program: FileView, node: TSESTree.Node): boolean {
    switch (node.type) {
      case "Literal":
        return this.#trait === "set" || Boolean(node.value);
      case "Identifier":
        return this.#holdsForAll(program, sourcesAt(program, node), []);
      case "MemberExpression":
        return isNodeConstant(program, node) || this.#holdsForMember(program, node);
      case "ConditionalExpression":
        return this.holds(program, node.consequent, []) && this.holds(program, node.alternate, []);
      case "LogicalExpression":
        if (node.operator === "&&") return this.holds(program, node.left, []) && this.holds(program, node.right, []);
        return (node.operator === "||" || this.#trait === "set") && this.holds(program, node.right, []);
      case "AssignmentExpression":
        return node.operator === "=" && this.holds(program, node.right, []);
      case "CallExpression": {
        const results = resultsOf(program, node);
        return results.length > 0 && results.every((result) => this.holds(result.program, result.node, []));
      }
      default:
        return this.#trait === "set" && isValue(node);
    }
  }

  #holdsUnder(program: FileView, node: TSESTree.Node, path: readonly string[]): boolean {
    const [name, ...rest] = path;
    switch (node.type) {
      case "ObjectExpression": {
        const value = plainProperty(node, name!);
        return value !== undefined && this.holds(program, value, rest);
      }
      case "Identifier": {
        const variable = program.variableOf(node);
        if (!variable?.references.every(({ identifier, init }) => init || isOnlyRead(identifier))) return false;
        return this.#holdsForAll(program, sourcesOf(program, variable), path);
      }
      default:
        return false;
    }
  }

  #holdsForMember(program: FileView, node: TSESTree.MemberExpression): boolean {
    const { property, computed } = node;
    return !computed && property.type === "Identifier" && this.holds(program, node.object, [property.name]);
  }

  #holdsForAll(program: FileView, { all, complete }: Sources, path: readonly string[]): boolean {
    const own = all.filter(({ isDefault }) => !isDefault);
    return (
      complete &&
      own.length > 0 &&
      own.every(
        (source) => source.operator === "=" && this.holds(program, source.expression, [...source.path, ...path]),
      )
    );
  }
}

/** What a variable may be at a use: behind an assignment that always runs before it, nothing of before. */
export function sourcesAt(program: FileView, node: TSESTree.Identifier): Sources {
  const variable = program.variableOf(node);
  if (!variable) return { all: [], complete: false };
  const { all, complete } = sourcesOf(program, variable);
  const assignment = assignmentBefore(variable, node);
  return { all: assignment ? all.filter(({ expression }) => !isGoneAfter(expression, assignment)) : all, complete };
}

/** The value of a property that is written out, with nothing behind it that may give the name another one. */
function plainProperty(object: TSESTree.ObjectExpression, name: string): TSESTree.Node | undefined {
  for (const property of object.properties.toReversed()) {
    if (property.type !== "Property" || property.computed) return;
    if (nameOf(property.key) === name) return property.value;
  }
  return;
}

function nameOf(key: TSESTree.PropertyName): string | undefined {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}

/** Whether an object is only read where it is named: taken apart, spread, or asked for a property. */
function isOnlyRead(name: TSESTree.Node): boolean {
  const { parent } = name;
  switch (parent?.type) {
    case "SpreadElement":
      return true;
    case "VariableDeclarator":
      return parent.id.type === "ObjectPattern";
    case "MemberExpression":
      return parent.object === name && isValueOnly(parent);
    default:
      return false;
  }
}

function isValueOnly(member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  switch (parent.type) {
    case "AssignmentExpression":
      return parent.left !== member;
    case "CallExpression":
      return parent.callee !== member;
    case "MemberExpression":
    case "UpdateExpression":
    case "UnaryExpression":
    case "AssignmentPattern":
    case "ArrayPattern":
      return false;
    default:
      return parent.type !== "Property" || parent.parent.type !== "ObjectPattern";
  }
}

function isNodeConstant(program: FileView, node: TSESTree.MemberExpression): boolean {
  const constants = nodeConstants({ program, node, path: [] });
  return constants.length > 0 && constants.every(Boolean);
}

function isValue(node: TSESTree.Node): boolean {
  if (node.type === "UnaryExpression") return node.operator !== "void";
  return /^(Template|Object|Array|Function|Arrow|Class|New|Binary)/.test(node.type);
}

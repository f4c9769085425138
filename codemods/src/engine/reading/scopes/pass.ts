import type { TSESTree } from "@typescript-eslint/types";
import type { ScopeBuilder } from "./scope-builder.js";

export type Visit = (node: TSESTree.Node, pass: Pass) => void;

/** What is done at each type of node, of those at which anything is. */
export type Visitors = {
  readonly [T in TSESTree.Node["type"]]?: (node: Extract<TSESTree.Node, { type: T }>, pass: Pass) => void;
};

/** The visit of each type of node; null where there is nothing to see. */
export type VisitOf = (type: string) => Visit | null;

/**
 * One way through a tree. A visit does what is to be done at once and says what comes after it, in this order:
 * nodes to visit, and steps. It calls no other visit, because a tree may be nested deeper than the call stack.
 */
export class Pass {
  readonly scopes: ScopeBuilder;
  readonly #valueVisit: VisitOf;
  readonly #typeVisit: VisitOf;
  // two lists, as a pair for each step would have to be thrown away again
  readonly #visits: Visit[] = [];
  readonly #nodes: TSESTree.Node[] = [];
  /** Where what the current visit says begins. */
  #first = 0;

  constructor(scopes: ScopeBuilder, valueVisit: VisitOf, typeVisit: VisitOf) {
    this.scopes = scopes;
    this.#valueVisit = valueVisit;
    this.#typeVisit = typeVisit;
  }

  /** Goes through all that was said. */
  run(): void {
    for (let visit = this.#visits.pop(); visit; visit = this.#visits.pop()) {
      this.#first = this.#visits.length;
      visit(this.#nodes.pop()!, this);
      this.#reverse();
    }
  }

  /** A step that is no visit of its own, or whose visit is known. */
  step<T extends TSESTree.Node>(visit: (node: T, pass: Pass) => void, node: T): void {
    this.#visits.push(visit as Visit);
    this.#nodes.push(node);
  }

  /** A node that is worked out, or run. */
  value(node: TSESTree.Node | null | undefined): void {
    const visit = node && this.#valueVisit(node.type);
    if (!visit) return;
    // most nodes are names, and nothing is below them
    if (node.type === "Identifier" && this.#visits.length === this.#first) visit(node, this);
    else this.step(visit, node);
  }

  values(nodes: readonly (TSESTree.Node | null)[]): void {
    for (const node of nodes) this.value(node);
  }

  /** A node whose names are those of types. */
  type(node: TSESTree.Node | null | undefined): void {
    const visit = node && this.#typeVisit(node.type);
    if (visit) this.step(visit, node);
  }

  types(nodes: readonly (TSESTree.Node | null)[]): void {
    for (const node of nodes) this.type(node);
  }

  #reverse(): void {
    const [visits, nodes] = [this.#visits, this.#nodes];
    for (let low = this.#first, high = visits.length - 1; low < high; low++, high--) {
      [visits[low], visits[high]] = [visits[high]!, visits[low]!];
      [nodes[low], nodes[high]] = [nodes[high]!, nodes[low]!];
    }
  }
}

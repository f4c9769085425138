import type { TSESTree } from "@typescript-eslint/types";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Visits a tree in source order and sets `parent` where the host has not; iterative, because a tree may be nested deeper than the call stack.
 * A visit that answers "skip" leaves the node's children out.
 */
export function walk(root: TSESTree.Node, visit: (node: TSESTree.Node) => unknown): void {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (visit(node) !== "skip") pushChildren(node, pending);
  }
}

function pushChildren(parent: TSESTree.Node, pending: TSESTree.Node[]): void {
  const first = pending.length;
  for (const key in parent) {
    if (key === "parent" || key === "loc" || key === "range" || key === "tokens" || key === "comments") continue;
    const value = (parent as unknown as Record<string, unknown>)[key];
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) for (const item of value) pushChild(item, parent, pending);
    else pushChild(value, parent, pending);
  }
  reverseFrom(pending, first);
}

function pushChild(value: unknown, parent: TSESTree.Node, pending: TSESTree.Node[]): void {
  if (!isNode(value)) return;
  if (value.parent !== parent) (value as Mutable<TSESTree.Node>).parent = parent;
  pending.push(value);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

function reverseFrom<T>(list: T[], first: number): void {
  for (let low = first, high = list.length - 1; low < high; low++, high--) {
    [list[low], list[high]] = [list[high]!, list[low]!];
  }
}

/** The tree in which a node stands. */
export function rootOf(node: TSESTree.Node): TSESTree.Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** The innermost node around another one that fits. */
export function ancestorOf<T extends TSESTree.Node>(
  node: TSESTree.Node,
  fits: (ancestor: TSESTree.Node) => ancestor is T,
): T | undefined {
  for (let ancestor = node.parent; ancestor; ancestor = ancestor.parent) {
    if (fits(ancestor)) return ancestor;
  }
  return;
}

export function isWithin(node: TSESTree.Node, outer: TSESTree.Node): boolean {
  return isInRange(node, outer) && rootOf(node) === rootOf(outer);
}

/** Whether a node stands in another one of the same file. */
export function isInRange(node: TSESTree.Node, outer: TSESTree.Node): boolean {
  return node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];
}

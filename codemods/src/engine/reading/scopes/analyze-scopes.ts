import type { TSESTree } from "@typescript-eslint/types";
import type { ScopeManager } from "tls-rules";
import { childKeys } from "./child-keys.js";
import { Pass, type Visit, type VisitOf, type Visitors } from "./pass.js";
import { ScopeBuilder } from "./scope-builder.js";
import { functional, hoisting } from "./scope-kinds.js";
import { typeVisitors } from "./type-visitors.js";
import { valueVisitors } from "./value-visitors.js";

/**
 * The scopes of a program, with the names declared in each and what is made of them: what the rules read of
 * `@typescript-eslint/scope-manager`, in the same order, without what none of them reads.
 * Of scopes, there is none for globals: a script's own names are in one as Node puts around CommonJS.
 * @throws RangeError where a name has more than eight defaults around it in a pattern.
 */
export function analyzeScopes(program: TSESTree.Program): ScopeManager {
  const scopes = new ScopeBuilder();
  const pass = new Pass(scopes, valueVisit, typeVisit);
  scopes.open(program.sourceType === "module" ? hoisting : functional, program);
  pass.value(program);
  pass.run();
  scopes.close();
  return { scopes: scopes.scopes };
}

const valueVisit = visitsOf(valueVisitors, (node, pass) => pass.value(node));
const typeVisit = visitsOf(typeVisitors, (node, pass) => pass.type(node));

function visitsOf(visitors: Visitors, visitChild: Visit): VisitOf {
  const visits = new Map<string, Visit | null>(Object.entries(visitors) as [string, Visit][]);
  for (const [type, keys] of Object.entries(childKeys)) {
    if (!visits.has(type)) visits.set(type, keys.length > 0 ? childrenVisit(keys, visitChild) : null);
  }
  const visitUnknown: Visit = (node, pass) => {
    for (const child of Object.values(node).flat()) if (isNode(child) && child !== node.parent) visitChild(child, pass);
  };
  return (type) => {
    const visit = visits.get(type);
    return visit === undefined ? visitUnknown : visit;
  };
}

/** Visits what stands under keys: a node, a list of them, or nothing. */
function childrenVisit(keys: readonly string[], visitChild: Visit): Visit {
  return (node, pass) => {
    for (const key of keys) {
      const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null>)[key];
      for (const each of Array.isArray(child) ? child : [child]) if (each) visitChild(each, pass);
    }
  };
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

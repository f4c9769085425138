import type { TSESTree } from "@typescript-eslint/types";
import type { Call, FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { propertyName } from "./property-name.js";

/** A call that copies the properties of objects onto each other. */
export interface Merge {
  /** The object that receives the properties of the others; undefined when the call only copies. */
  readonly target: TSESTree.Node | undefined;
  /** All objects from the bottom to the top: the last one's properties count. */
  readonly objects: readonly TSESTree.Node[];
}

const overwriting =
  /^_*(object_?)?(assign(in|with)?|extends?|merge(with|deep|options|config|right)?|deep_?(merge|extend|assign)|spread|xtend)\d*$/i;
const defaulting = /^_*defaults(deep)?$/i;
const copying = /^(freeze|seal|preventExtensions|clone(Deep)?|structuredClone|(shallow|deep)Copy)$/;

// one quick look at every call of a file
const anyKind = /assign|exten|merge|defaults|spread|freeze|seal|clone|copy/i;

/**
 * What a call merges, judged by its name: `Object.assign`, `_.defaults`, `extend(true, a, b)`, TypeScript's `__assign`,
 * Babel's `_objectSpread2`, and `Object.freeze(a)` as a merge of one.
 */
export function mergeOf(program: FileView, call: Call): Merge | undefined {
  const name = call.type === "CallExpression" ? calleeName(program, call.callee) : undefined;
  if (name === undefined || !anyKind.test(name)) return;
  const objects = call.arguments.filter(isObject);
  if (copying.test(name)) return { target: undefined, objects: objects.slice(0, 1) };
  if (defaulting.test(name)) return { target: objects[0], objects: objects.toReversed() };
  return overwriting.test(name) ? { target: objects[0], objects } : undefined;
}

/** The last name of a callee; for `_extends.default`, the name that Babel gave the module. */
function calleeName(program: FileView, expression: TSESTree.Node): string | undefined {
  const callee = unwrap(expression);
  if (callee.type === "Identifier") return callee.name;
  if (callee.type !== "MemberExpression" || callee.computed) return;
  const name = propertyName(program, callee);
  return name === "default" ? calleeName(program, callee.object) : name;
}

/** `extend(true, a, b)` says with its first argument how deep to go. */
function isObject({ type }: TSESTree.Node): boolean {
  return type !== "Literal";
}

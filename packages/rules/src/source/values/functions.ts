import type { TSESTree } from "@typescript-eslint/types";
import { type Guard, guardOfResult } from "../guards/guards.js";
import { insideCall } from "../program/call-views.js";
import { exitsOf } from "../program/control-flow.js";
import {
  type Call,
  type ClassNode,
  type FileView,
  type FunctionNode,
  isClass,
  isFunction,
  viewOf,
} from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import type { Variable } from "../program/source-file.js";
import { unwrap } from "../program/unwrap.js";
import { leavesOf } from "./leaves.js";

/** The functions of the file that an expression may denote. */
export function functionsOf(program: FileView, expression: TSESTree.Node): readonly FunctionNode[] {
  return leavesOf(program, expression).flatMap(({ node, path }) =>
    path.length === 0 && isFunction(node) ? [node] : [],
  );
}

/** The classes of the file that an expression may denote. */
function classesOf(program: FileView, expression: TSESTree.Node): readonly ClassNode[] {
  return leavesOf(program, expression).flatMap(({ node, path }) => (path.length === 0 && isClass(node) ? [node] : []));
}

/** The functions of the file that a call runs: for `new`, constructors. */
export function functionsCalledBy(program: FileView, call: Call): readonly FunctionNode[] {
  const constructors = call.type === "NewExpression" ? classesOf(program, call.callee).map(constructorOf) : [];
  return [...functionsOf(program, call.callee), ...constructors.filter((node) => node !== undefined)];
}

export function constructorOf({ body }: ClassNode): TSESTree.FunctionExpression | undefined {
  const found = body.body.find((member) => member.type === "MethodDefinition" && member.kind === "constructor");
  return found?.type === "MethodDefinition" && found.value.type === "FunctionExpression" ? found.value : undefined;
}

interface Result {
  readonly program: FileView;
  readonly node: TSESTree.Node;
  readonly guard: () => Guard | undefined;
}

/** What a call of the file's own functions returns; empty where the function is not known. */
export function resultsOf(program: FileView, call: Call): readonly Result[] {
  if (call.type === "NewExpression") return [];
  const functions = functionsOf(program, call.callee).filter((node) => !node.generator);
  const inside = functions.length > 0 ? insideCall(program, call, functions) : undefined;
  if (!inside) return [];
  return functions
    .flatMap(returnsOf)
    .map((node) => ({ program: inside, node, guard: () => guardOfResult(program, node) }));
}

interface Instance {
  readonly program: FileView;
  /** The class or constructor function: what `this` is inside. */
  readonly node: ClassNode | FunctionNode;
}

/** What `new` makes of the file's own classes. */
export function instancesOf(program: FileView, call: Call): readonly Instance[] {
  if (call.type === "CallExpression") return [];
  const inside = insideCall(program, call, functionsCalledBy(program, call));
  if (!inside) return [];
  return [...classesOf(program, call.callee), ...functionsOf(program, call.callee)].map((node) => ({
    program: inside,
    node,
  }));
}

export function superclassesOf(program: FileView, { superClass }: ClassNode): readonly ClassNode[] {
  return superClass ? classesOf(program, superClass) : [];
}

const returns = new WeakMap<FunctionNode, readonly TSESTree.Node[]>();

/** The expressions that a function returns; `return;` and the end of the function are not among them. */
export function returnsOf(fn: FunctionNode): readonly TSESTree.Node[] {
  if (fn.body.type !== "BlockStatement") return [fn.body];
  let found = returns.get(fn);
  if (!found) {
    found = exitsOf(fn).flatMap((exit) => (exit.type === "ReturnStatement" && exit.argument ? [exit.argument] : []));
    returns.set(fn, found);
  }
  return found;
}

/** The variable that names a function. */
export function nameOfFunction(program: FileView, fn: FunctionNode): Variable | undefined {
  if (fn.type === "FunctionDeclaration") return fn.id ? program.variableOf(fn.id) : undefined;
  const { parent } = fn;
  return parent.type === "VariableDeclarator" && parent.init === fn ? program.variableOf(parent.id) : undefined;
}

/** The variable that names the class of a method or constructor. */
export function nameOfOwner(program: FileView, fn: FunctionNode): Variable | undefined {
  const owner = fn.parent.type === "MethodDefinition" ? fn.parent.parent.parent : undefined;
  return owner?.id ? program.variableOf(owner.id) : undefined;
}

const callsByName = oncePerFile((program) => {
  const calls = new Map<string, Call[]>();
  for (const call of program.calls) {
    const name = lastName(unwrap(call.callee));
    const known = name === undefined ? undefined : calls.get(name);
    if (known) known.push(call);
    else if (name !== undefined) calls.set(name, [call]);
  }
  return calls;
});

function lastName(node: TSESTree.Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" && !node.computed && "name" in node.property ? node.property.name : undefined;
}

type CallsByFunction = ReadonlyMap<FunctionNode, readonly Call[]>;

const resolvedNames = oncePerFile(() => new Map<string, CallsByFunction>());

/** Every call of the file that may run a function by the name that it was given. */
export function callsOf(program: FileView, fn: FunctionNode): readonly Call[] {
  const name = givenName(fn);
  if (name === undefined) return [];
  const resolved = resolvedNames(program);
  let calls = resolved.get(name);
  if (!calls) resolved.set(name, (calls = callsNamed(viewOf(program.file), name)));
  return calls.get(fn) ?? [];
}

function callsNamed(program: FileView, name: string): CallsByFunction {
  const calls = new Map<FunctionNode, Call[]>();
  for (const call of callsByName(program).get(name) ?? []) {
    for (const fn of functionsCalledBy(program, call)) {
      const known = calls.get(fn);
      if (known) known.push(call);
      else calls.set(fn, [call]);
    }
  }
  return calls;
}

/** The name by which a function, or the class that it constructs, is called. */
function givenName(fn: FunctionNode): string | undefined {
  if (fn.type === "FunctionDeclaration") return fn.id?.name;
  const { parent } = fn;
  if (parent.type === "MethodDefinition" && parent.kind === "constructor") return classNameOf(parent.parent.parent);
  return nameIn(parent);
}

function classNameOf(node: ClassNode): string | undefined {
  return node.id?.name ?? nameIn(node.parent);
}

/** The name that a declaration, assignment or property gives to its value. */
function nameIn(node: TSESTree.Node): string | undefined {
  switch (node.type) {
    case "VariableDeclarator":
      return lastName(node.id);
    case "AssignmentExpression":
      return lastName(node.left);
    case "Property":
    case "PropertyDefinition":
    case "MethodDefinition":
      return "name" in node.key ? node.key.name : undefined;
    default:
      return;
  }
}

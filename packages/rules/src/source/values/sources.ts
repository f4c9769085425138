import type { TSESTree } from "@typescript-eslint/types";
import { type Call, type FileView, type FunctionNode, isFunction, viewOf } from "../program/file-view.js";
import { recursively } from "../program/recursively.js";
import type { Definition, Variable } from "../program/source-file.js";
import { unwrap } from "../program/unwrap.js";
import { viewAt } from "../program/view-at.js";
import { defaultPath, moduleOf } from "./neighbours.js";
import { propertyName } from "./property-name.js";

/** One way in which a variable gets a value: what stands under `path` in the value of `expression`. */
export interface Source {
  /** An expression, or the function, class, enum or import that declares the variable. */
  readonly expression: TSESTree.Node;
  readonly path: readonly string[];
  /** The names that a rest pattern leaves out. */
  readonly without: ReadonlySet<string>;
  /** `=`, or the compound operator of an assignment. */
  readonly operator: string;
  /** True for the default of a parameter or pattern, which counts where the value may be missing. */
  readonly isDefault: boolean;
}

export interface Sources {
  readonly all: readonly Source[];
  /** False when the variable gets values from out of sight: a parameter that no call fills, an element of a loop. */
  readonly complete: boolean;
}

/** The path to an element of a list, whichever. */
export const anyElement = "[]";

/** Everything that a variable may be set to, in source order, seen from the program's call. */
export function sourcesOf(program: FileView, variable: Variable): Sources {
  const bindings = bindingsOf(viewOf(program.file), variable);
  const known = sourcesFromAnywhere.get(bindings);
  if (known) return known;
  const parts = [
    ...variable.defs.map((definition) => declared(program, definition)),
    ...bindings.all.map((binding) => bound(program, binding)),
  ];
  const sources = {
    all: parts.flatMap((part) => part.all),
    complete: bindings.complete && parts.every((part) => part.complete),
  };
  if (!bindings.all.some(({ container }) => isFunction(container))) sourcesFromAnywhere.set(bindings, sources);
  return sources;
}

/** Of variables that no call fills, which are the same from wherever they are seen. */
const sourcesFromAnywhere = new WeakMap<Bindings, Sources>();

const nothing: ReadonlySet<string> = new Set();
const none: Sources = { all: [], complete: true };
const outOfSight: Sources = { all: [], complete: false };

function from(expression: TSESTree.Node, binding: Partial<Source> = {}): Sources {
  return {
    all: [{ expression, path: [], without: nothing, operator: "=", isDefault: false, ...binding }],
    complete: true,
  };
}

function declared(program: FileView, definition: Definition): Sources {
  switch (definition.type) {
    case "FunctionName":
    case "ClassName":
    case "TSEnumName":
      return from(definition.node);
    case "ImportBinding":
      return imported(program, definition.node);
    case "Variable":
    case "Parameter":
      return none;
    default:
      return outOfSight;
  }
}

/** A name of a neighbour's exports; an import from a package stands for itself. */
function imported(program: FileView, node: TSESTree.Node): Sources {
  const source = moduleOf(viewAt(program, node), node);
  if (!source) return from(node);
  const { ast } = source.file;
  if (node.type === "ImportDefaultSpecifier") return from(ast, { path: defaultPath(source) });
  if (node.type !== "ImportSpecifier") return from(ast);
  const name = node.imported.type === "Identifier" ? node.imported.name : node.imported.value;
  return from(ast, { path: name === "default" ? defaultPath(source) : [name] });
}

/** One place that binds a name, by declaration or assignment, whatever pattern is around it. */
interface Binding {
  readonly container: TSESTree.Node;
  /** The child of the container in which the name stands. */
  readonly target: TSESTree.Node;
  readonly path: readonly string[] | undefined;
  readonly without: ReadonlySet<string>;
  readonly defaults: readonly { readonly expression: TSESTree.Node; readonly path: readonly string[] }[];
}

interface Bindings {
  readonly all: readonly Binding[];
  readonly complete: boolean;
}

const noBindings = (): Bindings => ({ all: [], complete: false });

/** A pattern may have a computed name, which depends on other variables. */
const bindingsOf = recursively(
  { inCycle: noBindings, beyond: noBindings, sizeOf: ({ all }) => all.length },
  (program: FileView, variable: Variable): Bindings => {
    const declaredNames = variable.defs
      .filter(({ type }) => type === "Variable" || type === "Parameter")
      .map(({ name }) => name);
    const writtenNames = variable.references
      .filter((reference) => reference.isWrite())
      .map(({ identifier }) => identifier);
    const names = [...new Set([...declaredNames, ...writtenNames])].sort((a, b) => a.range[0] - b.range[0]);
    return { all: names.map((name) => bindingOf(program, name)), complete: true };
  },
);

function bindingOf(program: FileView, name: TSESTree.Node): Binding {
  let path: readonly string[] | undefined = [];
  let without = nothing;
  const defaults: { expression: TSESTree.Node; path: readonly string[] }[] = [];
  for (let target = name; ; target = target.parent!) {
    const { parent } = target;
    switch (parent?.type) {
      case "AssignmentPattern":
        if (path) defaults.push({ expression: parent.right, path });
        break;
      case "Property":
        path = under(propertyName(program, parent), path);
        break;
      case "ArrayPattern":
        path = under(String(parent.elements.indexOf(target as TSESTree.DestructuringPattern)), path);
        break;
      case "RestElement":
        if (parent.parent.type === "ObjectPattern") without = namesIn(program, parent.parent);
        else path = undefined;
        break;
      case "ObjectPattern":
      case "TSParameterProperty":
        break;
      default:
        return { container: parent!, target, path, without, defaults };
    }
  }
}

function under(name: string | undefined, path: readonly string[] | undefined): readonly string[] | undefined {
  return name !== undefined && path ? [name, ...path] : undefined;
}

function namesIn(program: FileView, pattern: TSESTree.ObjectPattern): ReadonlySet<string> {
  const names = pattern.properties.map((property) =>
    property.type === "Property" ? propertyName(program, property) : undefined,
  );
  return new Set(names.filter((name) => name !== undefined));
}

function bound(program: FileView, binding: Binding): Sources {
  const value = boundValue(program, binding);
  const { path, without, defaults } = binding;
  if (path?.length === 0 && without.size === 0 && defaults.length === 0) return value;
  const fallbacks = defaults.map((each) => from(each.expression, { path: each.path, isDefault: true }));
  const main = path ? value.all.map((source) => ({ ...source, path: [...source.path, ...path], without })) : [];
  return { all: [...main, ...fallbacks.flatMap(({ all }) => all)], complete: value.complete && path !== undefined };
}

function boundValue(program: FileView, { container, target }: Binding): Sources {
  switch (container.type) {
    case "VariableDeclarator":
      return container.init ? from(container.init) : loopElement(container);
    case "AssignmentExpression":
      return from(container.right, { operator: container.operator });
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "FunctionDeclaration":
      return argumentFor(program, container, container.params.indexOf(target as TSESTree.Parameter));
    default:
      return outOfSight;
  }
}

function loopElement({ parent }: TSESTree.VariableDeclarator): Sources {
  const loop = parent.parent;
  if (loop.type === "ForOfStatement") return from(loop.right, { path: [anyElement] });
  return loop.type === "ForInStatement" ? outOfSight : none;
}

function argumentFor(program: FileView, fn: FunctionNode, index: number): Sources {
  const call = program.callOf(fn);
  if (!call) program.hearOfOwner?.(fn);
  return call ? argumentAt(call, index) : callbackArgument(fn, index);
}

function argumentAt(call: Call, index: number): Sources {
  if (call.arguments.slice(0, index + 1).some(({ type }) => type === "SpreadElement")) return outOfSight;
  const argument = call.arguments[index];
  return argument ? from(argument) : none;
}

const elementCallbacks = new Set(["forEach", "map", "flatMap", "filter", "some", "every", "find"]);

/** What `promise.then(value => ...)` and `list.forEach(element => ...)` hand to their callback. */
function callbackArgument(fn: FunctionNode, index: number): Sources {
  const call = fn.parent;
  if (index !== 0 || call.type !== "CallExpression" || call.arguments[0] !== fn) return outOfSight;
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return outOfSight;
  if (callee.property.name === "then") return from(callee.object);
  return elementCallbacks.has(callee.property.name) ? from(callee.object, { path: [anyElement] }) : outOfSight;
}

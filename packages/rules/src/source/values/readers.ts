import type { TSESTree } from "@typescript-eslint/types";
import { calleeNames } from "../program/callee-names.js";
import { type Call, type ClassNode, type FileView, isFunction } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import type { Variable } from "../program/source-file.js";
import { ownerOfThis } from "../program/this-owner.js";
import { unwrap } from "../program/unwrap.js";
import { fieldOfParameter } from "./class-members.js";
import { functionsCalledBy } from "./functions.js";
import { isExported, isExportTarget } from "./is-exported.js";
import type { PropertyWrite } from "./layers.js";
import { mergeOf } from "./merges.js";
import { isExports } from "./places.js";
import { propertyName } from "./property-name.js";

/** Where the value of a property, or the object around it, leaves what the file itself says about it. */
export interface Reader {
  /** `call`: a function that is not in the file takes it; `export`: other files may; `name`: the property is read by its name. */
  readonly how: "call" | "export" | "name" | "unknown";
  readonly node: TSESTree.Node;
  /** The names behind which the value stands where a call takes it. */
  readonly path?: readonly string[];
}

/** An expression, and the names behind which the value stands in it: `()` is what a function returns or a class makes, `*` any name. */
interface Holding {
  readonly node: TSESTree.Node;
  readonly path: readonly string[];
}

type Step = readonly (Holding | Reader)[];

const result = "()";
const any = "*";

// an object that goes further than that is everybody's
const stepLimit = 500;

/** Everybody who may read what a write puts into its object, as far as the file tells. */
export function readersOf(program: FileView, write: PropertyWrite): readonly Reader[] {
  const byObject = knownReaders(program);
  const object = writtenVariable(program, write) ?? write.node;
  const byName = byObject.get(object) ?? new Map<string, readonly Reader[]>();
  byObject.set(object, byName);
  let readers = byName.get(write.key);
  if (!readers) byName.set(write.key, (readers = follow(program, holdingsOf(program, write))));
  return readers;
}

const knownReaders = oncePerFile(() => new WeakMap<TSESTree.Node | Variable, Map<string, readonly Reader[]>>());

/** The variable whose object an assignment writes into: all that write the same name there have the same readers. */
function writtenVariable(program: FileView, { node }: PropertyWrite): Variable | undefined {
  const target = node.type === "AssignmentExpression" ? node.left : undefined;
  return target?.type === "MemberExpression" && target.object.type === "Identifier"
    ? program.variableOf(target.object)
    : undefined;
}

function follow(program: FileView, start: Step): readonly Reader[] {
  const readers: Reader[] = [];
  const pending: (Holding | Reader)[] = [...start];
  const seen = new Map<TSESTree.Node, Set<string>>();
  let steps = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    if ("how" in next) readers.push(next);
    else if (isFresh(seen, next)) {
      if (steps++ === stepLimit) return [...readers, { how: "unknown", node: next.node }];
      pending.push(...stepFrom(program, next));
    }
  }
  return readers;
}

function isFresh(seen: Map<TSESTree.Node, Set<string>>, { node, path }: Holding): boolean {
  const paths = seen.get(node) ?? new Set<string>();
  seen.set(node, paths);
  const size = paths.size;
  return paths.add(path.join("\n")).size > size;
}

/** The object that a write is about. */
function holdingsOf(program: FileView, { node, key }: PropertyWrite): Step {
  const { parent } = node;
  switch (node.type) {
    case "Property":
      return parent?.type === "ObjectExpression" ? [{ node: parent, path: [key] }] : [];
    case "AssignmentExpression":
      return node.left.type === "MemberExpression" ? denoted(program, node.left.object, [key]) : [];
    case "PropertyDefinition":
    case "MethodDefinition":
      return membersOfClass(program, node, key, []);
    case "TSEnumMember":
      return parent?.parent?.type === "TSEnumDeclaration" ? declared(program, parent.parent, [key]) : [];
    case "VariableDeclaration":
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportSpecifier":
    case "ExportAllDeclaration":
      return [{ how: "export", node }];
    case "Literal":
    case "TemplateElement":
      return [{ node: textAround(node), path: [] }];
    default:
      return [];
  }
}

/** The whole string that a piece of text is part of. */
function textAround(piece: TSESTree.Node): TSESTree.Node {
  let node = piece;
  while (node.parent && /^(Literal|TemplateElement|TemplateLiteral)$/.test(node.parent.type)) node = node.parent;
  return node;
}

function stepFrom(program: FileView, holding: Holding): Step {
  const { node, path } = holding;
  const { parent } = node;
  if (!parent) return [];
  switch (parent.type) {
    case "TSAsExpression":
    case "TSTypeAssertion":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "ChainExpression":
    case "AwaitExpression":
    case "LogicalExpression":
    case "SequenceExpression":
      return [{ node: parent, path }];
    case "ConditionalExpression":
      return parent.test === node ? [] : [{ node: parent, path }];
    case "Property":
      return propertyAround(program, parent, holding);
    case "ArrayExpression":
      return [{ node: parent, path: [any, ...path] }];
    case "SpreadElement":
      return spread(parent, path);
    case "MemberExpression":
      return parent.object === node ? memberOf(program, parent, path) : [];
    case "CallExpression":
    case "NewExpression":
      return parent.callee === node ? called(parent, path) : handedTo(program, parent, holding);
    case "VariableDeclarator":
      return bound(program, parent.id, path);
    case "AssignmentExpression":
      return parent.right === node ? [...bound(program, parent.left, path), { node: parent, path }] : [];
    case "AssignmentPattern":
      return parent.right === node ? bound(program, parent.left, path) : [];
    case "ArrowFunctionExpression":
      return [{ node: parent, path: [result, ...path] }];
    case "ReturnStatement":
      return returned(program, parent, path);
    case "MethodDefinition":
    case "PropertyDefinition":
      return parent.value === node ? memberOfClass(program, parent, path) : [];
    case "ForOfStatement":
      return parent.right === node ? bound(program, parent.left, path.slice(1)) : [];
    case "BinaryExpression":
      if (parent.operator === "in") return parent.right === node ? askedFor(parent, path) : [];
      return path.length === 0 ? [{ node: parent, path }] : [];
    case "TemplateLiteral":
      return path.length === 0 ? [{ node: parent, path }] : [];
    case "ClassDeclaration":
    case "ClassExpression":
      return inherited(program, parent, path);
    case "ForInStatement":
      return parent.right === node ? [{ how: "name", node }] : [];
    case "ExportDefaultDeclaration":
    case "ExportNamedDeclaration":
    case "ExportSpecifier":
    case "TSExportAssignment":
      return exported(parent, path);
    default:
      return /^(Expression|If|While|Switch|Block)Statement$|^(Program|SwitchCase|StaticBlock|UnaryExpression)$|^TS/.test(
        parent.type,
      )
        ? []
        : unknown(node);
  }
}

function unknown(node: TSESTree.Node): Step {
  return [{ how: "unknown", node }];
}

/** A function or class that others can see makes the value for them: they get it from a call out of sight. */
function exported(node: TSESTree.Node, path: readonly string[]): Step {
  return [{ how: path.includes(result) ? "unknown" : "export", node }];
}

function matches(name: string | undefined, segment: string | undefined): boolean {
  return segment !== undefined && segment !== result && (segment === any || name === undefined || name === segment);
}

function propertyAround(program: FileView, property: TSESTree.Property, { node, path }: Holding): Step {
  const { parent } = property;
  if (property.value !== node || parent.type !== "ObjectExpression") return [];
  const names = property.kind === "get" ? path.slice(1) : path;
  return [{ node: parent, path: [propertyName(program, property) ?? any, ...names] }];
}

function spread({ parent }: TSESTree.SpreadElement, path: readonly string[]): Step {
  if (parent.type === "ObjectExpression") return [{ node: parent, path }];
  return parent.type === "ArrayExpression" ? [{ node: parent, path: [any, ...path.slice(1)] }] : unknown(parent);
}

function memberOf(program: FileView, member: TSESTree.MemberExpression, path: readonly string[]): Step {
  const isWritten = member.parent.type === "AssignmentExpression" && member.parent.left === member;
  if (isWritten && path.length === 1) return [];
  if (path[0] === result) return /^(call|apply|bind)$/.test(propertyName(program, member) ?? "") ? unknown(member) : [];
  const inList = goneThrough(program, member, path);
  if (inList) return inList;
  if (/^(hasOwnProperty|propertyIsEnumerable)$/.test(propertyName(program, member) ?? ""))
    return askedFor(member, path);
  if (!matches(propertyName(program, member), path[0])) return [];
  return path.length === 1 ? [{ how: "name", node: member }] : [{ node: member, path: path.slice(1) }];
}

/** Whoever asks for the names of an object reads its properties by name. */
function askedFor(node: TSESTree.Node, path: readonly string[]): Step {
  return path.length === 1 ? [{ how: "name", node }] : [];
}

/** What becomes of an object in a function of the language that lists what it holds; undefined for any other call. */
function listedBy(program: FileView, call: Call, path: readonly string[]): Step | undefined {
  const [object, name, ...others] = calleeNames(call.callee);
  if (object !== "Object" || name === undefined || others.length > 0 || !isGlobalObject(program, call)) return;
  switch (name) {
    case "keys":
    case "hasOwn":
    case "getOwnPropertyNames":
      return askedFor(call, path);
    case "entries":
      return [...askedFor(call, path), { node: call, path: [any, any, ...path.slice(1)] }];
    case "values":
      return [{ node: call, path: [any, ...path.slice(1)] }];
    default:
      return;
  }
}

function isGlobalObject(program: FileView, { callee }: Call): boolean {
  const node = unwrap(callee);
  return node.type === "MemberExpression" && program.isGlobal(node.object);
}

/** What a list's method does with its elements: hands them to a function, or makes another list of them. */
function goneThrough(program: FileView, member: TSESTree.MemberExpression, path: readonly string[]): Step | undefined {
  const call = member.parent;
  const name = call.type === "CallExpression" && call.callee === member ? propertyName(program, member) : undefined;
  if (call.type !== "CallExpression" || name === undefined || path[0] !== any) return;
  if (/^(filter|slice|concat|toSorted|toReversed|sort|reverse|flat|values)$/.test(name)) return [{ node: call, path }];
  const element = path.slice(1);
  const [fn] = call.arguments;
  const elements = fn && isFunction(fn) && fn.params[0] ? bound(program, fn.params[0], element) : [];
  if (/^(forEach|map|flatMap|some|every)$/.test(name)) return elements;
  return /^(find|findLast|at|pop|shift)$/.test(name) ? [...elements, { node: call, path: element }] : undefined;
}

function called(call: Call, path: readonly string[]): Step {
  return path[0] === result ? [{ node: call, path: path.slice(1) }] : [];
}

/** What a call does with an argument: merges copy it, functions of the file name it anew, lists keep it. */
function handedTo(program: FileView, call: Call, { node, path }: Holding): Step {
  const merge = mergeOf(program, call);
  if (merge) {
    const { target } = merge;
    if (!target || target === node) return [{ node: call, path }];
    return [
      { node: call, path },
      ...denoted(program, target, path),
      ...(isGiven(program, target) ? unknown(call) : []),
    ];
  }
  const listed = listedBy(program, call, path);
  if (listed) return listed;
  if (call.type === "NewExpression" && /^(Weak)?(Map|Set)$/.test(program.textOf(call.callee))) return unknown(call);
  const index = call.arguments.indexOf(node as TSESTree.CallExpressionArgument);
  const functions = functionsCalledBy(program, call);
  if (functions.length > 0)
    return functions.flatMap(({ params }) => {
      const parameter = params[index];
      return parameter && parameter.type !== "RestElement" ? bound(program, parameter, path) : unknown(call);
    });
  const callee = unwrap(call.callee);
  const isPushed = callee.type === "MemberExpression" && /^(push|unshift)$/.test(propertyName(program, callee) ?? "");
  return isPushed ? denoted(program, callee.object, [any, ...path]) : [{ how: "call", node: call, path }];
}

/** Whether an object is the caller's own. */
function isGiven(program: FileView, object: TSESTree.Node): boolean {
  let node = unwrap(object);
  while (node.type === "MemberExpression") node = unwrap(node.object);
  return program.variableOf(node)?.defs[0]?.type === "Parameter";
}

/** Everything that a pattern names. */
function bound(program: FileView, pattern: TSESTree.Node, path: readonly string[]): Step {
  switch (pattern.type) {
    case "Identifier":
      return usesOfName(program, program.variableOf(pattern), path, pattern);
    case "VariableDeclaration":
      return pattern.declarations.flatMap(({ id }) => bound(program, id, path));
    case "AssignmentPattern":
      return bound(program, pattern.left, path);
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => {
        if (property.type === "RestElement") return bound(program, property.argument, path);
        if (!matches(propertyName(program, property), path[0])) return [];
        return path.length === 1 ? [{ how: "name", node: property }] : bound(program, property.value, path.slice(1));
      });
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? bound(program, element, path.slice(1)) : []));
    case "TSParameterProperty":
      return [...bound(program, pattern.parameter, path), ...fieldOf(program, pattern, path)];
    case "MemberExpression":
      if (isExportTarget(program, pattern)) return exported(pattern, path);
      return denoted(program, pattern.object, [propertyName(program, pattern) ?? any, ...path]);
    default:
      return unknown(pattern);
  }
}

function usesOfName(
  program: FileView,
  variable: Variable | undefined,
  path: readonly string[],
  node: TSESTree.Node,
): Step {
  if (!variable) return unknown(node);
  const uses = variable.references.filter((reference) => reference.isRead());
  return [
    ...(isExported(program, variable) ? exported(node, path) : []),
    ...uses.map(({ identifier }) => ({ node: identifier, path })),
  ];
}

/** All names of the object that an expression denotes, into which the value is put. */
function denoted(program: FileView, expression: TSESTree.Node, path: readonly string[]): Step {
  const node = unwrap(expression);
  if (isExports(program, node)) return exported(node, path);
  switch (node.type) {
    case "Identifier":
      return usesOfName(program, program.variableOf(node), path, node);
    case "ThisExpression": {
      const owner = ownerOfThis(program, node);
      return owner ? usesOfOwner(program, owner, path) : unknown(node);
    }
    case "MemberExpression":
      return denoted(program, node.object, [propertyName(program, node) ?? any, ...path]);
    default:
      return [{ node, path }];
  }
}

/** What a declaration declares, under its name. */
function declared(
  program: FileView,
  { id }: TSESTree.FunctionDeclaration | TSESTree.ClassDeclaration | TSESTree.TSEnumDeclaration,
  path: readonly string[],
): Step {
  return id ? usesOfName(program, program.variableOf(id), path, id) : [];
}

function returned(program: FileView, statement: TSESTree.ReturnStatement, path: readonly string[]): Step {
  let fn: TSESTree.Node | undefined = statement.parent;
  while (fn && !isFunction(fn)) fn = fn.parent;
  return fn ? valueOf(program, fn, [result, ...path]) : [];
}

/** A function or class as a value, by its name or where it stands. */
function valueOf(program: FileView, node: TSESTree.Node, path: readonly string[]): Step {
  const isDeclared = node.type === "FunctionDeclaration" || node.type === "ClassDeclaration";
  return [...(isDeclared ? declared(program, node, path) : []), { node, path }];
}

type Member = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

function memberOfClass(program: FileView, member: Member, path: readonly string[]): Step {
  const isGetter = member.type === "MethodDefinition" && member.kind === "get";
  return membersOfClass(program, member, propertyName(program, member) ?? any, isGetter ? path.slice(1) : path);
}

function membersOfClass(program: FileView, member: Member, key: string, rest: readonly string[]): Step {
  const owner = member.parent.parent;
  const path = [key, ...rest];
  const own = usesOfThis(program, owner, path);
  if (member.accessibility === "private" || member.key.type === "PrivateIdentifier") return own;
  return [...own, ...valueOf(program, owner, member.static ? path : [result, ...path])];
}

/** A parameter of a constructor that is a field too. */
function fieldOf(program: FileView, parameter: TSESTree.TSParameterProperty, rest: readonly string[]): Step {
  const owner = ownerOfThis(program, parameter);
  const path = [fieldOfParameter(parameter)?.name ?? any, ...rest];
  if (!owner) return [];
  const own = usesOfThis(program, owner, path);
  return parameter.accessibility === "private" ? own : [...own, ...valueOf(program, owner, [result, ...path])];
}

/** What a class has from its superclass. */
function inherited(program: FileView, subclass: ClassNode, path: readonly string[]): Step {
  const own = path[0] === result ? path.slice(1) : path;
  return [...usesOfThis(program, subclass, own), ...valueOf(program, subclass, path)];
}

/** What `this` is inside of its owner, and whatever else has it. */
function usesOfOwner(program: FileView, owner: TSESTree.Node, path: readonly string[]): Step {
  const outside =
    owner.type === "ObjectExpression" ? [{ node: owner, path }] : valueOf(program, owner, [result, ...path]);
  return [...usesOfThis(program, owner, path), ...outside];
}

function usesOfThis(program: FileView, owner: TSESTree.Node, path: readonly string[]): Step {
  return (thisByOwner(program).get(owner) ?? []).map((node) => ({ node, path }));
}

const thisByOwner = oncePerFile((program) => {
  const uses = new Map<TSESTree.Node, TSESTree.Node[]>();
  for (const node of program.nodes) {
    const owner = node.type === "ThisExpression" ? ownerOfThis(program, node) : undefined;
    const others = owner && uses.get(owner);
    if (others) others.push(node);
    else if (owner) uses.set(owner, [node]);
  }
  return uses;
});

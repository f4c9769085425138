import type { TSESTree } from "@typescript-eslint/types";
import { type ClassNode, type FileView, isClass, isFunction } from "../program/file-view.js";
import { recursively } from "../program/recursively.js";
import type { Variable } from "../program/source-file.js";
import { ownerOfThis } from "../program/this-owner.js";
import { unwrap } from "../program/unwrap.js";
import { wholeExports } from "./exports.js";
import { constructorOf, returnsOf } from "./functions.js";
import { namesHoldingMembers } from "./module-tables.js";
import { isDullImport, isDullModule, moduleOf } from "./neighbours.js";
import { layerAround, layerOf } from "./object-model.js";
import { nameOf, propertyNames } from "./property-name.js";
import { type Source, sourcesOf } from "./sources.js";
import { alternativesOf } from "./static-value.js";

/** What an expression denotes: `require("https").Agent` is module `https`, path `["Agent"]`. */
export interface ModuleMember {
  /** The module name without `node:`; the global `process` is the module of the same name. */
  readonly module: string;
  /** Property names, and `()` for what a call or `new` gives: the options of `new https.Agent()` are `["Agent", "()", "options"]`. */
  readonly path: readonly string[];
}

type Members = readonly ModuleMember[];

const globalModules = new Set(["process"]);
const globalObjects = new Set(["globalThis", "global"]);

// no table of clients looks deeper
const pathLimit = 8;

// a table of constructors that is larger says nothing about one of them
const tableLimit = 64;

/** The member of a module that an expression denotes; undefined when it denotes none, or may denote several. */
export function resolveMember(program: FileView, expression: TSESTree.Node): ModuleMember | undefined {
  const members = membersOf(program, expression);
  return members.length === 1 ? members[0] : undefined;
}

/** The members that an expression may denote, where only those of certain last names are asked for: a property of another name is followed nowhere. */
export function membersNamed(program: FileView, expression: TSESTree.Node, names: ReadonlySet<string>): Members {
  return isNamedOtherwise(program, unwrap(expression), names) ? [] : membersOf(program, expression);
}

function isNamedOtherwise(program: FileView, node: TSESTree.Node, names: ReadonlySet<string>): boolean {
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return false;
  const { name } = node.property;
  // a module's default export is taken for the module itself
  return name !== "default" && !names.has(name) && !mayHoldMembers(program, unwrap(node.object), [name]);
}

/** Every member of a module that an expression may denote, under whatever local name, shadowing respected. */
export function membersOf(program: FileView, expression: TSESTree.Node): Members {
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier": {
      const variable = program.variableOf(node);
      if (variable) return membersOfVariable(program, variable);
      return globalModules.has(node.name) ? [moduleNamed(node.name)] : [];
    }
    case "ConditionalExpression":
      return [...membersOf(program, node.consequent), ...membersOf(program, node.alternate)];
    case "LogicalExpression":
      return [...membersOf(program, node.left), ...membersOf(program, node.right)];
    case "AssignmentExpression":
      return membersOf(program, node.right);
    case "MemberExpression":
    case "CallExpression":
    case "NewExpression":
    case "Program":
      return membersOfNode(program, node);
    case "ThisExpression": {
      const owner = ownerOfThis(program, node);
      return owner && isClass(owner) ? instancesOfSuperclass(program, owner) : [];
    }
    case "ImportExpression":
      return modulesIn(program, node.source);
    default:
      return membersOfDeclaration(program, node);
  }
}

/** The members that the declaration of a name stands for: an import, a class with a superclass. */
function membersOfDeclaration(program: FileView, node: TSESTree.Node): Members {
  switch (node.type) {
    case "ClassDeclaration":
    case "ClassExpression":
      return node.superClass && !constructorOf(node) ? membersOf(program, node.superClass) : [];
    case "ImportSpecifier":
      return importedFrom(node.parent).map((module) => memberOf(module, nameOf(node.imported)));
    case "ExportSpecifier":
      return importedFrom(node.parent).map((module) => memberOf(module, nameOf(node.local)));
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return importedFrom(node.parent);
    case "TSImportEqualsDeclaration":
      return node.moduleReference.type === "TSExternalModuleReference"
        ? modulesIn(program, node.moduleReference.expression)
        : [];
    default:
      return [];
  }
}

const noMembers = (): Members => [];

const membersOfVariable = recursively(
  { inCycle: noMembers, beyond: noMembers },
  (program: FileView, variable: Variable): Members =>
    isDullImport(program, variable)
      ? []
      : distinct(sourcesOf(program, variable).all.flatMap((source) => membersOfSource(program, source))),
);

/** What may be more than that is nothing of a client's. */
const memberLimit = 64;

function distinct(members: Members): Members {
  if (members.length < 2) return members;
  const byName = new Map(members.map((member) => [`${member.module} ${member.path.join(".")}`, member]));
  return byName.size > memberLimit ? [] : [...byName.values()];
}

function membersOfSource(program: FileView, { expression, path }: Source): Members {
  const [name] = path.slice(-1);
  const direct = path.reduce(
    (members, key) => members.map((member) => memberOf(member, key)),
    membersOf(program, expression),
  );
  if (direct.length > 0 || name === undefined || isDullModule(program, expression)) return direct;
  if (!mayHoldMembers(program, expression, [name])) return [];
  const writes = layerAround(program, expression, path).writes.get(name) ?? [];
  return writes.flatMap((write) => membersOf(write.program, write.value));
}

type Following = TSESTree.MemberExpression | TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.Program;

const membersOfNode = recursively(
  { inCycle: noMembers, beyond: noMembers },
  (program: FileView, node: Following): Members => distinct(followed(program, node)),
);

function followed(program: FileView, node: Following): Members {
  switch (node.type) {
    case "Program":
      return wholeExports(program).flatMap((whole) => membersOf(program, whole));
    case "MemberExpression":
      return membersOfProperty(program, node);
    case "CallExpression":
      return membersOfCall(program, node);
    default:
      return instancesOf(program, node.callee);
  }
}

function moduleNamed(name: string): ModuleMember {
  return { module: name.replace(/^node:/, ""), path: [] };
}

function modulesIn(program: FileView, source: TSESTree.Node | undefined): Members {
  const values = source ? alternativesOf(program, source) : [];
  return values.flatMap((value) =>
    value.kind === "known" && typeof value.value === "string" ? [moduleNamed(value.value)] : [],
  );
}

function importedFrom(declaration: TSESTree.Node): Members {
  const isNamed =
    (declaration.type === "ImportDeclaration" || declaration.type === "ExportNamedDeclaration") && declaration.source;
  return isNamed ? [moduleNamed(declaration.source.value)] : [];
}

/** A property of a member; a module's default export is taken for the module itself, as Node's own are. */
export function memberOf(object: ModuleMember, name: string): ModuleMember {
  return name === "default" && object.path.length === 0 ? object : { ...object, path: [...object.path, name] };
}

function membersOfProperty(program: FileView, node: TSESTree.MemberExpression): Members {
  const object = unwrap(node.object);
  const names = propertyNames(program, node);
  if (object.type === "Identifier" && globalObjects.has(object.name) && program.isGlobal(object)) {
    return (names ?? []).filter((name) => globalModules.has(name)).map(moduleNamed);
  }
  const objects = membersOf(program, object).filter(({ path }) => path.length < pathLimit);
  return objects.length > 0
    ? objects.flatMap((member) => (names ?? []).map((name) => memberOf(member, name)))
    : membersInTable(program, object, names);
}

/** `agents.Ctor` for `const agents = { Ctor: https.Agent }`; for a name that is not known, all of the table. */
function membersInTable(program: FileView, object: TSESTree.Node, names: readonly string[] | undefined): Members {
  if (!mayHoldMembers(program, object, names)) return [];
  const { writes } = layerOf(program, object);
  const found = names ?? (writes.size <= tableLimit ? [...writes.keys()] : []);
  return found.flatMap((name) => (writes.get(name) ?? []).flatMap((write) => membersOf(write.program, write.value)));
}

/** Whether it is worthwhile to work out what an object has under some names: something of a module is kept under one of them, or in another file. */
function mayHoldMembers(program: FileView, object: TSESTree.Node, names: readonly string[] | undefined): boolean {
  const holding = namesHoldingMembers(program);
  const isWorthwhile = names ? names.some((name) => holding.has(name)) : holding.size > 0;
  return isWorthwhile || comesFromNeighbour(program, object);
}

/** Whether an object is all or a part of what a neighbour exports that may hold something of a client. */
function comesFromNeighbour(program: FileView, object: TSESTree.Node): boolean {
  if (!program.file.neighbours) return false;
  if (object.type === "MemberExpression") return comesFromNeighbour(program, unwrap(object.object));
  const variable = object.type === "Identifier" ? program.variableOf(object) : undefined;
  if (!variable) return readsNeighbour(program, object);
  return (
    !isDullImport(program, variable) &&
    sourcesOf(program, variable).all.some(({ expression }) => readsNeighbour(program, expression))
  );
}

function readsNeighbour(program: FileView, node: TSESTree.Node): boolean {
  return node.type === "Program" || (!isDullModule(program, node) && moduleOf(program, node) !== undefined);
}

/** `__importDefault(require("x"))` and its siblings in the output of TypeScript and Babel. */
const interop = /^_*(interopRequire|import)(Default|Wildcard|Star)$/;

/** `promisify(exec)` takes what `exec` takes. */
function isPromisify(callee: TSESTree.Node): boolean {
  const name = callee.type === "MemberExpression" && !callee.computed ? callee.property : callee;
  return name.type === "Identifier" && name.name === "promisify";
}

function membersOfCall(program: FileView, node: TSESTree.CallExpression): Members {
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  const name = callee.type === "Identifier" ? callee.name : undefined;
  if (name === "require" && program.isGlobal(callee))
    return membersOfNeighbour(program, node) ?? modulesIn(program, first);
  if (first && ((name && interop.test(name)) || isPromisify(callee))) return membersOf(program, first);
  const members = membersOf(program, callee);
  if (members.length === 0) return membersReturned(program, callee);
  return members.some(isLoader) ? modulesIn(program, first) : members.map(called);
}

/** What a file exports as a whole, where a `require(...)` reads one. */
function membersOfNeighbour(program: FileView, node: TSESTree.CallExpression): Members | undefined {
  const source = isDullModule(program, node) ? undefined : moduleOf(program, node);
  return source && membersOf(program, source.file.ast);
}

/** What a function of the file returns, whatever its arguments. */
function membersReturned(program: FileView, callee: TSESTree.Node): Members {
  const variable = callee.type === "Identifier" ? program.variableOf(callee) : undefined;
  const functions = variable ? declaredOrSet(program, variable).filter(isFunction) : [];
  return functions.flatMap((fn) => returnsOf(fn).flatMap((node) => membersOf(program, node)));
}

/** What a file itself declares a variable as, or sets it to: what it imports stands in another one. */
function declaredOrSet(program: FileView, variable: Variable): readonly TSESTree.Node[] {
  const isImported = variable.defs.every(({ type }) => type === "ImportBinding");
  return isImported ? [] : sourcesOf(program, variable).all.map(({ expression }) => expression);
}

function called(member: ModuleMember): ModuleMember {
  return { ...member, path: [...member.path, "()"] };
}

/** What `createRequire` makes, and `process.getBuiltinModule`. */
function isLoader({ module, path }: ModuleMember): boolean {
  const name = path.join(".");
  return (module === "module" && name === "createRequire.()") || (module === "process" && name === "getBuiltinModule");
}

function instancesOf(program: FileView, callee: TSESTree.Node): Members {
  const node = unwrap(callee);
  const variable = node.type === "Identifier" ? program.variableOf(node) : undefined;
  const classes = variable ? declaredOrSet(program, variable).filter(isClass) : [];
  return classes.length > 0
    ? classes.flatMap((each) => instancesOfSuperclass(program, each))
    : membersOf(program, node).map(called);
}

function instancesOfSuperclass(program: FileView, { superClass }: ClassNode): Members {
  return superClass ? membersOf(program, superClass).map(called) : [];
}

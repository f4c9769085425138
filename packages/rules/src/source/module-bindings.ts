import type { TSESTree } from "@typescript-eslint/types";
import { constructorOf } from "./functions.js";
import { leavesOf, type Leaf } from "./leaves.js";
import { recursively } from "./once.js";
import { isClass, type ClassNode, type Program } from "./program.js";
import { propertyNames } from "./property-name.js";
import { alternativesOf } from "./static-value.js";
import { ownerOfThis } from "./this-owner.js";
import { unwrap } from "./unwrap.js";

/** What an expression denotes: `require("https").Agent` is module `https`, path `["Agent"]`. */
export interface ModuleMember {
  /** The module name without `node:`; the global `process` is the module of the same name. */
  readonly module: string;
  /** Property names, and `()` for what a call or `new` gives: the options of `new https.Agent()` are `["Agent", "()", "options"]`. */
  readonly path: readonly string[];
}

const globalModules = new Set(["process"]);
const globalObjects = new Set(["globalThis", "global"]);

// no table of clients looks deeper
const pathLimit = 8;

/** The member of a module that an expression denotes; undefined when it denotes none, or may denote several. */
export function resolveMember(program: Program, expression: TSESTree.Node): ModuleMember | undefined {
  const members = membersOf(program, expression);
  return members.length === 1 ? members[0] : undefined;
}

/** Every member of a module that an expression may denote, under whatever local name, shadowing respected. */
export const membersOf: (program: Program, expression: TSESTree.Node) => readonly ModuleMember[] = (program, expression) =>
  membersOfNode(program, unwrap(expression));

const membersOfNode = recursively(
  (): readonly ModuleMember[] => [],
  (program: Program, node: TSESTree.Node): readonly ModuleMember[] => {
    const direct = membersHere(program, node);
    if (direct.length > 0) return direct;
    return leavesOf(program, node).flatMap((leaf) => (leaf.node === node && leaf.path.length === 0 ? [] : membersOfLeaf(leaf)));
  },
);

function membersOfLeaf({ program, node, path }: Leaf): readonly ModuleMember[] {
  const members = membersHere(program, node);
  return path.reduce((found, name) => found.map((member) => memberOf(member, name)), members);
}

/** The members that a node denotes by itself, variables not followed. */
function membersHere(program: Program, node: TSESTree.Node): readonly ModuleMember[] {
  switch (node.type) {
    case "Identifier":
      return globalModules.has(node.name) && program.isGlobal(node) ? [moduleNamed(node.name)] : [];
    case "MemberExpression":
      return membersOfProperty(program, node);
    case "CallExpression":
      return membersOfCall(program, node);
    case "NewExpression":
      return instancesOfMembers(program, node.callee);
    case "ThisExpression": {
      const owner = ownerOfThis(program, node);
      return owner && isClass(owner) ? instancesOfSuperclass(program, owner) : [];
    }
    case "ClassDeclaration":
    case "ClassExpression":
      return node.superClass && !constructorOf(node) ? membersOf(program, node.superClass) : [];
    case "ImportExpression":
      return modulesIn(program, node.source);
    case "ImportSpecifier":
      return importedFrom(node.parent).map((module) => memberOf(module, node.imported.type === "Identifier" ? node.imported.name : node.imported.value));
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return importedFrom(node.parent);
    case "TSImportEqualsDeclaration":
      return node.moduleReference.type === "TSExternalModuleReference" ? modulesIn(program, node.moduleReference.expression) : [];
    default:
      return [];
  }
}

function moduleNamed(name: string): ModuleMember {
  return { module: name.replace(/^node:/, ""), path: [] };
}

function modulesIn(program: Program, source: TSESTree.Node | undefined): readonly ModuleMember[] {
  const values = source ? alternativesOf(program, source) : [];
  return values.flatMap((value) => (value.kind === "known" && typeof value.value === "string" ? [moduleNamed(value.value)] : []));
}

function importedFrom(declaration: TSESTree.Node): readonly ModuleMember[] {
  return declaration.type === "ImportDeclaration" ? [moduleNamed(declaration.source.value)] : [];
}

/** A module's default export is taken for the module itself, as Node's own are. */
function memberOf(object: ModuleMember, name: string): ModuleMember {
  return name === "default" && object.path.length === 0 ? object : { ...object, path: [...object.path, name] };
}

function membersOfProperty(program: Program, node: TSESTree.MemberExpression): readonly ModuleMember[] {
  const object = unwrap(node.object);
  const names = propertyNames(program, node) ?? [];
  if (object.type === "Identifier" && globalObjects.has(object.name) && program.isGlobal(object)) {
    return names.filter((name) => globalModules.has(name)).map(moduleNamed);
  }
  const objects = membersOf(program, object).filter(({ path }) => path.length < pathLimit);
  return objects.flatMap((member) => names.map((name) => memberOf(member, name)));
}

/** `__importDefault(require("x"))` and its siblings in the output of TypeScript and Babel. */
const interop = /^_*(interopRequire|import)(Default|Wildcard|Star)$/;

function membersOfCall(program: Program, node: TSESTree.CallExpression): readonly ModuleMember[] {
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  const name = callee.type === "Identifier" ? callee.name : undefined;
  if (name === "require" && program.isGlobal(callee)) return modulesIn(program, first);
  if (name && first && interop.test(name)) return membersOf(program, first);
  const members = membersOf(program, callee);
  return members.some(isLoader) ? modulesIn(program, first) : members.map(called);
}

function called(member: ModuleMember): ModuleMember {
  return { ...member, path: [...member.path, "()"] };
}

/** What `createRequire` makes, and `process.getBuiltinModule`. */
function isLoader({ module, path }: ModuleMember): boolean {
  const name = path.join(".");
  return (module === "module" && name === "createRequire.()") || (module === "process" && name === "getBuiltinModule");
}

function instancesOfMembers(program: Program, callee: TSESTree.Node): readonly ModuleMember[] {
  const classes = leavesOf(program, callee).flatMap((leaf) => (isClass(leaf.node) ? [leaf.node] : []));
  return classes.length > 0 ? classes.flatMap((node) => instancesOfSuperclass(program, node)) : membersOf(program, callee).map(called);
}

function instancesOfSuperclass(program: Program, { superClass }: ClassNode): readonly ModuleMember[] {
  return superClass ? membersOf(program, superClass).map(called) : [];
}

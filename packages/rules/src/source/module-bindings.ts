import type { TSESTree } from "@typescript-eslint/types";
import type { Program } from "./program.js";
import { propertyName } from "./property-name.js";
import type { Definition, Variable } from "./source-file.js";
import { unwrap } from "./unwrap.js";

/** What an expression denotes: `require("https").Agent` is module `https`, path `["Agent"]`. */
export interface ModuleMember {
  /** The module name without `node:`; the global `process` is the module of the same name. */
  readonly module: string;
  readonly path: readonly string[];
}

const globalModules = new Set(["process"]);
const globalObjects = new Set(["globalThis", "global"]);

/** The member of a module that an expression denotes under whatever local name, shadowing respected. */
export function resolveMember(program: Program, expression: TSESTree.Node): ModuleMember | undefined {
  return resolve(program, expression, new Set());
}

function resolve(program: Program, expression: TSESTree.Node, seen: ReadonlySet<Variable>): ModuleMember | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier":
      return resolveIdentifier(program, node, seen);
    case "MemberExpression": {
      const name = propertyName(program, node);
      if (name === undefined) return;
      if (isGlobalObject(program, node.object)) return globalModules.has(name) ? { module: name, path: [] } : undefined;
      return member(resolve(program, node.object, seen), name);
    }
    case "CallExpression":
      return resolveCall(program, node, seen);
    case "AwaitExpression":
      return resolve(program, node.argument, seen);
    case "ImportExpression":
      return moduleNamed(node.source);
    default:
      return;
  }
}

function member(object: ModuleMember | undefined, name: string): ModuleMember | undefined {
  if (!object) return;
  return name === "default" && object.path.length === 0 ? object : { ...object, path: [...object.path, name] };
}

function isGlobalObject(program: Program, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return node.type === "Identifier" && globalObjects.has(node.name) && program.isGlobal(node);
}

function moduleNamed(source: TSESTree.Node | undefined): ModuleMember | undefined {
  if (source?.type !== "Literal" || typeof source.value !== "string") return;
  return { module: source.value.replace(/^node:/, ""), path: [] };
}

function resolveCall(program: Program, node: TSESTree.CallExpression, seen: ReadonlySet<Variable>): ModuleMember | undefined {
  const callee = unwrap(node.callee);
  if (callee.type !== "Identifier") return;
  if (callee.name === "require" && program.isGlobal(callee)) return moduleNamed(node.arguments[0]);
  // `__importDefault(require("x"))` and its siblings in compiled TypeScript and Babel output
  if (/^_?_?(interopRequire|import)(Default|Wildcard|Star)$/.test(callee.name) && node.arguments[0]) {
    return resolve(program, node.arguments[0], seen);
  }
  return;
}

function resolveIdentifier(
  program: Program,
  node: TSESTree.Identifier,
  seen: ReadonlySet<Variable>,
): ModuleMember | undefined {
  const variable = program.variableOf(node);
  if (!variable) return globalModules.has(node.name) ? { module: node.name, path: [] } : undefined;
  const definition = variable.defs[0];
  if (seen.has(variable) || !definition || variable.defs.length !== 1) return;
  return definition.type === "ImportBinding"
    ? importedMember(definition)
    : initialMember(program, variable, definition, new Set(seen).add(variable));
}

function importedMember({ node, parent }: Definition): ModuleMember | undefined {
  if (node.type === "TSImportEqualsDeclaration") {
    const reference = node.moduleReference;
    return reference.type === "TSExternalModuleReference" ? moduleNamed(reference.expression) : undefined;
  }
  const declaration = (parent ?? node.parent) as TSESTree.Node | undefined;
  if (declaration?.type !== "ImportDeclaration") return;
  const module = moduleNamed(declaration.source);
  if (node.type !== "ImportSpecifier") return module;
  const imported = node.imported.type === "Identifier" ? node.imported.name : node.imported.value;
  return member(module, imported);
}

function initialMember(
  program: Program,
  variable: Variable,
  definition: Definition,
  seen: ReadonlySet<Variable>,
): ModuleMember | undefined {
  const declarator = definition.node;
  if (declarator.type !== "VariableDeclarator") return;
  const value = declarator.init ?? onlyWrite(variable);
  if (!value) return;
  const path = patternPath(program, declarator.id, definition.name);
  if (!path) return;
  return path.reduce<ModuleMember | undefined>(member, resolve(program, value, seen));
}

function onlyWrite(variable: Variable): TSESTree.Node | undefined {
  const written = variable.references.flatMap(({ writeExpr }) => (writeExpr ? [writeExpr] : []));
  return written.length === 1 ? written[0] : undefined;
}

/** The property names that lead from a destructuring pattern to a name in it: `{ Agent: A }` to `A` is `["Agent"]`. */
function patternPath(program: Program, pattern: TSESTree.Node, name: TSESTree.Node): readonly string[] | undefined {
  if (pattern === name) return [];
  if (pattern.type === "AssignmentPattern") return patternPath(program, pattern.left, name);
  if (pattern.type !== "ObjectPattern") return;
  for (const property of pattern.properties) {
    if (property.type !== "Property") continue;
    const rest = patternPath(program, property.value, name);
    const key = rest && propertyName(program, property);
    if (rest && key !== undefined) return [key, ...rest];
  }
  return;
}

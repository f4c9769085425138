import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, isCall, usesOf } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import type { Variable } from "../program/source-file.js";
import { isWithin, rootOf, walk } from "../program/walk.js";
import { leavesOf } from "../values/leaves.js";
import { mergeOf } from "../values/merges.js";
import { moduleOf } from "../values/neighbours.js";
import { isExports } from "../values/places.js";
import { propertyName } from "../values/property-name.js";
import { calledTlsOptions } from "./called-tls-options.js";
import { reachOf } from "./importers.js";

/**
 * Whether an exported object is ours to edit all the same: every file that can see it is known, and all that these do with it is to
 * hand it to TLS calls. False where the host sees one file.
 */
export function isUsedKnowingly(program: FileView, object: TSESTree.Node): boolean {
  if (!program.file.neighbours) return false;
  const { programs, complete } = reachOf(program);
  if (!complete || programs.length === 0) return false;
  const roots = new Set<TSESTree.Node>([program.file.ast, ...programs.map(({ file }) => file.ast)]);
  return programs.every((importer) =>
    readingsOf(importer).every((reading) => !roots.has(reading.root) || isKnownReading(importer, reading.node, object)),
  );
}

/** A string in a file that names another file, and that file's tree. */
interface ModuleReading {
  readonly node: TSESTree.Node;
  readonly root: TSESTree.Node;
}

const readingsOf: (program: FileView) => readonly ModuleReading[] = oncePerFile((program) =>
  program.nodes.flatMap((node) => {
    if (node.type !== "Literal" || typeof node.value !== "string" || !mayNameFile(node, node.value)) return [];
    const file = program.file.neighbours?.imported(node.value)?.parse();
    return file ? [{ node, root: file.ast }] : [];
  }),
);

/** An alias, too, where it stands as one. */
function mayNameFile({ parent }: TSESTree.Node, text: string): boolean {
  return /^[.#]|\//.test(text) || /^(Import|Export|TSExternalModule|Call)/.test(parent!.type);
}

/** `import`, `export ... from` and `require`; anything else, such as `jest.mock`, may do what it wants with the module. */
function isKnownReading(program: FileView, specifier: TSESTree.Node, object: TSESTree.Node): boolean {
  const { parent } = specifier;
  switch (parent?.type) {
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return true;
    case "ImportDeclaration":
      return parent.specifiers.every(({ local }) =>
        isKnownVariable(program, program.variableOf(local), object, aliasLimit),
      );
    case "TSExternalModuleReference":
      return (
        parent.parent.type === "TSImportEqualsDeclaration" &&
        isKnownVariable(program, program.variableOf(parent.parent.id), object, aliasLimit)
      );
    case "CallExpression":
    case "ImportExpression":
      return moduleOf(program, parent) !== undefined && isKnownUse(program, parent, object, aliasLimit);
    default:
      return false;
  }
}

// a name of a name of a name
const aliasLimit = 3;

function isKnownVariable(
  program: FileView,
  variable: Variable | undefined,
  object: TSESTree.Node,
  aliases: number,
): boolean {
  return (
    variable !== undefined &&
    usesOf(variable).every(({ identifier }) => isKnownUse(program, identifier, object, aliases))
  );
}

/** Whether a use of a name has nothing to do with the object, hands it to a TLS call, gives it another name, or exports it. */
function isKnownUse(program: FileView, name: TSESTree.Node, object: TSESTree.Node, aliases: number): boolean {
  const use = memberChain(program, name);
  if (!use) return false;
  if (use.parent && /^TSType(Query|Reference)$|^TSQualifiedName$/.test(use.parent.type)) return true;
  const leaves = leavesOf(program, use);
  if (
    leaves.some(
      ({ node, path }) => path.length > 0 || /^(Identifier|MemberExpression|CallExpression|Import\w+)$/.test(node.type),
    )
  )
    return false;
  if (!leaves.some(({ node }) => isWithin(object, node) || isWithin(node, object))) return true;
  return isHandedOn(program, use, object, aliases);
}

/** The expression that reads on in a name: `config.redis.tls`; undefined where it reads a property whose name is not known. */
function memberChain(program: FileView, name: TSESTree.Node): TSESTree.Node | undefined {
  let node = name;
  while (node.parent) {
    const { parent } = node;
    if (parent.type === "MemberExpression" && parent.object === node) {
      if (propertyName(program, parent) === undefined) return;
    } else if (
      parent.type !== "AwaitExpression" &&
      parent.type !== "TSNonNullExpression" &&
      parent.type !== "ChainExpression"
    )
      return node;
    node = parent;
  }
  return node;
}

function isHandedOn(program: FileView, use: TSESTree.Node, object: TSESTree.Node, aliases: number): boolean {
  for (let child = use, { parent } = use; parent; child = parent, { parent } = parent) {
    switch (parent.type) {
      case "ObjectExpression":
      case "Property":
      case "SpreadElement":
      case "ConditionalExpression":
      case "LogicalExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
        break;
      case "CallExpression":
      case "NewExpression":
        if (parent.callee === child) return false;
        if (isCall(parent) && mergeOf(program, parent)) break;
        return takesOptionsOf(program, parent, object);
      case "VariableDeclarator":
        return (
          aliases > 0 &&
          namesOf(parent.id).every((id) => isKnownVariable(program, program.variableOf(id), object, aliases - 1))
        );
      case "AssignmentExpression":
        return parent.right === child && isExports(program, parent.left);
      case "ExportSpecifier":
      case "ExportDefaultDeclaration":
        return true;
      default:
        return false;
    }
  }
  return false;
}

function takesOptionsOf(program: FileView, call: TSESTree.Node, object: TSESTree.Node): boolean {
  return calledTlsOptions(program).some(
    ({ anchor, writes }) =>
      anchor === call && writes.some(({ node }) => rootOf(node) === rootOf(object) && isWithin(node, object)),
  );
}

function namesOf(pattern: TSESTree.Node): readonly TSESTree.Identifier[] {
  const names: TSESTree.Identifier[] = [];
  walk(pattern, (node) => {
    if (
      node.type === "Identifier" &&
      !(node.parent.type === "Property" && node.parent.key === node && node.parent.value !== node)
    )
      names.push(node);
  });
  return names;
}

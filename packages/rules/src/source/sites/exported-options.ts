import type { TSESTree } from "@typescript-eslint/types";
import { clients } from "../../clients/index.js";
import { optionNamesFor } from "../../words/option-names-for.js";
import { type FileView, isFunction } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { rootOf } from "../program/walk.js";
import { fieldOfParameter } from "../values/class-members.js";
import { returnsOf } from "../values/functions.js";
import { isExported } from "../values/is-exported.js";
import type { Layer, PropertyWrite } from "../values/layers.js";
import { type Leaf, leavesOf } from "../values/leaves.js";
import { layerOf } from "../values/object-model.js";
import { nameOf, propertyNames } from "../values/property-name.js";

// `config.redis.cluster.tls.minVersion`
const nestingLimit = 4;

/**
 * Whether a file exports anything that may be TLS options of a call in another file, besides what reaches a call of its own. Only what the
 * file writes itself counts: what it hands on from elsewhere is found where it is written.
 */
export function exportsOptions(program: FileView, claimed: ReadonlySet<TSESTree.Node>): boolean {
  const { ast } = program.file;
  return (
    writesOptions(program, claimed) &&
    mayHoldOptions(layerOf(program, ast), { ast, claimed, words: wordsIn(program), seen: new Map() }, nestingLimit)
  );
}

/** A file that is asked about, and what of it reaches a call of its own. */
interface Own {
  readonly ast: TSESTree.Program;
  readonly claimed: ReadonlySet<TSESTree.Node>;
  readonly words: ReadonlySet<string>;
  /** The objects that hold none as deep as has been looked into them. */
  readonly seen: Map<Layer, number>;
}

/** Whether a file writes an option or a connection string anywhere: one that only reads options is followed for nothing. */
function writesOptions(program: FileView, claimed: ReadonlySet<TSESTree.Node>): boolean {
  const words = wordsIn(program);
  let isSaid = false;
  let isNameless = false;
  for (const node of program.nodes) {
    const isOption = isString(node) ? hasParameters(node) : !claimed.has(node) && isOptionWrite(program, node, words);
    if (isOption === true) return true;
    isNameless ||= isOption === undefined;
    isSaid ||= isString(node) && node.parent.type !== "TSLiteralType" && words.has(textOf(node));
  }
  // a name that is not known may be one that the file says elsewhere
  return isNameless && isSaid;
}

/** Whether a node gives something of an option's name a value; undefined where its name is not known. */
function isOptionWrite(program: FileView, node: TSESTree.Node, words: ReadonlySet<string>): boolean | undefined {
  const isOptionName = (names: readonly string[] | undefined) => names?.some((name) => words.has(name));
  switch (node.type) {
    case "Property":
      return node.parent.type === "ObjectExpression" && isOptionName(propertyNames(program, node));
    case "MethodDefinition":
    case "PropertyDefinition":
      return isOptionName(propertyNames(program, node));
    case "AssignmentExpression":
      return node.left.type === "MemberExpression" && isOptionName(propertyNames(program, node.left));
    case "TSEnumMember":
      return words.has(nameOf(node.id));
    case "ExportSpecifier":
    case "ExportAllDeclaration":
      return node.exported !== null && words.has(nameOf(node.exported));
    case "TSParameterProperty":
      return words.has(fieldOfParameter(node)?.name ?? "");
    case "Identifier":
      return words.has(node.name) && isExported(program, program.variableOf(node));
    default:
      return false;
  }
}

/** The keys are looked at before anything is followed. */
function mayHoldOptions(layer: Layer, own: Own, depth: number): boolean {
  if ((own.seen.get(layer) ?? -1) >= depth) return false;
  own.seen.set(layer, depth);
  const unclaimed = [...layer.writes.values()].flat().filter(({ node }) => !own.claimed.has(node));
  return (
    unclaimed.some((write) => own.words.has(write.key) && rootOf(write.node) === own.ast) ||
    (depth > 0 && unclaimed.some((write) => mayBeOptions(write, own, depth)))
  );
}

function mayBeOptions({ program, value }: PropertyWrite, own: Own, depth: number): boolean {
  if (!mayComeFrom(own, program, value)) return false;
  const leaves = leavesOf(program, value).filter((leaf) => mayComeFrom(own, leaf.program, leaf.node));
  if (leaves.some((leaf) => isParameterString(leaf, own))) return true;
  const objects = [layerOf(program, value), ...leaves.flatMap(returnedLayers)];
  return objects.some((layer) => mayHoldOptions(layer, own, depth - 1));
}

/** Whether what a node gives may stand in the file: the node does, or it is seen from a call of the file, which hands something over. */
function mayComeFrom({ ast }: Own, program: FileView, node: TSESTree.Node): boolean {
  if (rootOf(node) === ast) return true;
  for (let view = program.inside; view; view = view.outer.inside) if (rootOf(view.call) === ast) return true;
  return false;
}

function returnedLayers({ program, node }: Leaf): readonly Layer[] {
  return isFunction(node) ? returnsOf(node).map((result) => layerOf(program, result)) : [];
}

/** A connection string with parameters. */
function isParameterString({ node }: Leaf, { ast }: Own): boolean {
  return isString(node) && hasParameters(node) && rootOf(node) === ast;
}

function isString(node: TSESTree.Node): node is TSESTree.Literal | TSESTree.TemplateLiteral {
  return node.type === "Literal" || node.type === "TemplateLiteral";
}

function hasParameters(node: TSESTree.Literal | TSESTree.TemplateLiteral): boolean {
  const text = textOf(node);
  return /[?&;]\w+=/.test(text) && parameterNames.test(text);
}

const parameterNames = new RegExp(
  clients
    .flatMap(({ connectionStrings = [] }) => connectionStrings)
    .flatMap(({ parameters, refuses = {} }) => [...Object.keys(parameters), ...Object.keys(refuses)])
    .join("|"),
  "i",
);

function textOf(node: TSESTree.Literal | TSESTree.TemplateLiteral): string {
  return node.type === "Literal" ? String(node.value) : node.quasis.map((quasi) => quasi.value.raw).join("");
}

/** Every name of an option in any client, and of what may stand in the place of its options. */
const wordsIn: (program: FileView) => ReadonlySet<string> = oncePerFile(({ file }) => optionNamesFor(file.text));

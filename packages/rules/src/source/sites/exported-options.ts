import type { TSESTree } from "@typescript-eslint/types";
import { clients } from "../../clients/index.js";
import type { Client } from "../../define-client.js";
import { optionNames } from "../../option-names.js";
import { returnsOf } from "../program/functions.js";
import { isFunction, type Program } from "../program/program.js";
import { walk } from "../program/walk.js";
import type { Layer, PropertyWrite } from "../values/layers.js";
import { leavesOf, type Leaf } from "../values/leaves.js";
import { layerOf } from "../values/object-model.js";

// `config.redis.cluster.tls.minVersion`
const nestingLimit = 4;

/** Whether a file exports anything that may be TLS options of a call in another file, besides what reaches a call of its own. */
export function exportsOptions(program: Program, claimed: ReadonlySet<TSESTree.Node>): boolean {
  return says(program) && mayHoldOptions(layerOf(program, program.file.ast), claimed, nestingLimit);
}

/** Whether the file itself names an option or writes a connection string: a file that only hands on has none of its own, and is followed for nothing. */
function says(program: Program): boolean {
  let isSaid = false;
  walk(program.file.ast, (node) => {
    isSaid ||= node.type === "Identifier" ? words.has(node.name) : isString(node) && (words.has(textOf(node)) || hasParameters(node));
  });
  return isSaid;
}

function mayHoldOptions({ writes }: Layer, claimed: ReadonlySet<TSESTree.Node>, depth: number): boolean {
  return [...writes.values()].flat().some((write) => !claimed.has(write.node) && (words.has(write.key) || (depth > 0 && mayBeOptions(write, claimed, depth))));
}

function mayBeOptions({ program, value }: PropertyWrite, claimed: ReadonlySet<TSESTree.Node>, depth: number): boolean {
  const objects = [layerOf(program, value), ...leavesOf(program, value).flatMap(returnedLayers)];
  return leavesOf(program, value).some(isParameterString) || objects.some((layer) => mayHoldOptions(layer, claimed, depth - 1));
}

function returnedLayers({ program, node }: Leaf): readonly Layer[] {
  return isFunction(node) ? returnsOf(node).map((result) => layerOf(program, result)) : [];
}

/** A connection string with parameters. */
function isParameterString({ node }: Leaf): boolean {
  return isString(node) && hasParameters(node);
}

function isString(node: TSESTree.Node): node is TSESTree.Literal | TSESTree.TemplateLiteral {
  return node.type === "Literal" || node.type === "TemplateLiteral";
}

function hasParameters(node: TSESTree.Literal | TSESTree.TemplateLiteral): boolean {
  return /[?&;]\w+=/.test(textOf(node));
}

function textOf(node: TSESTree.Literal | TSESTree.TemplateLiteral): string {
  return node.type === "Literal" ? String(node.value) : node.quasis.map((quasi) => quasi.value.raw).join("");
}

/** Every name of an option in any client, and of what may stand in the place of its options. */
const words: ReadonlySet<string> = new Set([...optionNames, ...clients.flatMap(wordsOf)]);

function wordsOf({ tlsOptions, settings = [] }: Client): readonly string[] {
  const vocabularies = [...tlsOptions, ...settings].flatMap(({ vocabulary = {} }) => Object.keys(vocabulary));
  const holders = tlsOptions.flatMap((sink) => ("at" in sink && (sink.shorthands ?? sink.insecureDefaults) ? sink.at.map((at) => String(at.at(-1))) : []));
  return [...vocabularies, ...holders];
}

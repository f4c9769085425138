import type { TSESTree } from "@typescript-eslint/types";
import type { ConnectionString, StringForm, Word } from "../../define-client.js";
import type { OptionName } from "../../option-names.js";
import type { Guard } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { recursively } from "../program/recursively.js";
import type { PropertyWrite } from "../values/layers.js";
import { alternativesOf } from "../values/static-value.js";
import { optionsOf, type OptionValue, type TlsOptions, type TlsSite } from "./tls-options.js";

/** A piece of text that stands in the program as it is: a string literal, or what stands between the `${}` of a template. */
export interface TextPiece {
  readonly node: TSESTree.Literal | TSESTree.TemplateElement;
  readonly program: FileView;
  readonly guard: Guard | undefined;
}

// a string of more pieces is no connection string
const pieceLimit = 200;

const noPieces = (): readonly TextPiece[] => [];

/** The pieces of every string that an expression may be, constants, templates and concatenations followed. */
export const textPiecesOf: (program: FileView, expression: TSESTree.Node) => readonly TextPiece[] = recursively(
  { inCycle: noPieces, beyond: noPieces },
  (program: FileView, expression: TSESTree.Node) => {
    const pieces = alternativesOf(program, expression).flatMap(({ node, guard }) => piecesOfNode(program, node, guard));
    return pieces.length > pieceLimit ? [] : pieces;
  },
);

function piecesOfNode(program: FileView, node: TSESTree.Node, guard: Guard | undefined): readonly TextPiece[] {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? [{ node, program, guard }] : [];
    case "TemplateLiteral":
      return node.quasis.map((quasi) => ({ node: quasi, program, guard }));
    case "BinaryExpression":
      return node.operator === "+" ? [node.left, node.right].flatMap((side) => textPiecesOf(program, side)) : [];
    default:
      return [];
  }
}

// a piece begins with one of them, and what it holds may do so once more
const opening = "[\"'`}]{0,3}";
const valueEnd = "\"'`$\\\\";

/** How a parameter is found in source text, from its name on; its value is the first group. */
const patterns: Readonly<Record<StringForm, (name: string) => RegExp>> = {
  url: (name) => new RegExp(`(?<=^${opening}|[?&])${name}=([^&#\\s${valueEnd}]+)`, "dg"),
  pairs: (name) =>
    new RegExp(`(?<=^${opening}\\s*|;\\s*)${name}\\s*=\\s*([^;\\s${valueEnd}]+(?:\\s+[^;\\s${valueEnd}]+)*)`, "dgi"),
  json: (name) => new RegExp(`(?:\\\\?"|%22)${name}(?:\\\\?"|%22)\\s*(?::|%3A)\\s*(\\w+)`, "dg"),
  scheme: () => new RegExp(`(?<=^${opening})[a-z\\d]+\\+(\\w+)(?=://)`, "dg"),
  flag: (name) => new RegExp(`(?<=^${opening})${name}()(?=["'\`]?$)`, "dg"),
};

/** The options that the parameters of a connection string set, as they stand in its pieces; undefined when none of them stands there. */
export function optionsInText(
  site: TlsSite,
  string: ConnectionString,
  pieces: readonly TextPiece[],
): TlsOptions | undefined {
  const found = pieces.flatMap((piece) => parametersIn(piece, string).map((parameter) => ({ piece, parameter })));
  if (found.length === 0) return;
  const byOption = new Map<OptionName, OptionValue[]>();
  for (const value of found.flatMap(({ piece, parameter }) => valueInText(site, piece, parameter) ?? [])) {
    byOption.set(value.option, [...(byOption.get(value.option) ?? []), value]);
  }
  const strings = pieces.map((piece) => writeOf(piece, "", piece.node));
  return optionsOf(site, byOption, strings, false);
}

/** A parameter where it stands in the program. */
interface Parameter {
  readonly name: string;
  readonly word: Word;
  readonly value: string;
  /** Where name and value are, and where the value is. */
  readonly range: Range;
  readonly valueRange: Range;
}

type Range = readonly [start: number, end: number];

export function parametersIn(
  { node, program }: TextPiece,
  { form, parameters }: ConnectionString,
): readonly Parameter[] {
  return Object.entries(parameters).flatMap(([name, word]) => {
    const pattern = patterns[form](name.replaceAll(/[.+]/g, "\\$&"));
    return [...program.textOf(node).matchAll(pattern)].map((match): Parameter => {
      const [all, value] = match.indices!;
      return {
        name,
        word,
        value: match[1]!,
        range: shifted(all!, node.range[0]),
        valueRange: shifted(value!, node.range[0]),
      };
    });
  });
}

function shifted([start, end]: Range, by: number): Range {
  return [start + by, end + by];
}

function valueInText(
  site: TlsSite,
  piece: TextPiece,
  { name, word, value, range, valueRange }: Parameter,
): OptionValue | undefined {
  const { option, values = [] } = word;
  const pair = values.find(([native]) => native === value || native === value.toLowerCase());
  if (!pair) return;
  const write = writeOf(piece, name, partOf(piece.node, range));
  return {
    option,
    value: pair[1],
    kind: "known",
    function: undefined,
    node: partOf(piece.node, valueRange),
    write,
    guard: write.guard ?? site.guard,
    isChosen: false,
    toNative: (meant) => values.find(([, node]) => node === meant)?.[0],
    said: { by: "text", range: valueRange },
  };
}

/** A part of a string, as a node of its own. */
function partOf(string: TSESTree.Node, range: Range): TSESTree.Node {
  return { ...string, range: [range[0], range[1]], parent: string } as TSESTree.Node;
}

function writeOf({ program, guard }: TextPiece, key: string, node: TSESTree.Node): PropertyWrite {
  return { key, keyNode: node, node, value: node, program, operator: "=", guard };
}

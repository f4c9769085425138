import type { TSESTree } from "@typescript-eslint/types";
import type { ConnectionString, StringForm, ValuePairs, Word } from "../../define-client.js";
import type { OptionName } from "../../option-names.js";
import type { Guard } from "../guards/guards.js";
import type { Call, FileView } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { recursively } from "../program/recursively.js";
import { unwrap } from "../program/unwrap.js";
import type { PropertyWrite } from "../values/layers.js";
import { alternativesOf, knownValue, type Primitive } from "../values/static-value.js";
import { optionsOf, type OptionValue, type TlsOptions, type TlsSite } from "./tls-options.js";

/** A piece of text that stands in the program as it is: a string literal, or what stands between the `${}` of a template. */
export interface TextPiece {
  readonly node: TSESTree.Literal | TSESTree.TemplateElement;
  /** The parameter whose value it is, where that is named elsewhere: in `url.searchParams.set(name, value)`. */
  readonly named?: string;
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
    case "CallExpression":
    case "MemberExpression":
      return madeFrom(program, node).flatMap((part) => textPiecesOf(program, part));
    case "NewExpression":
      return program.textOf(node.callee) === "URL"
        ? [
            ...node.arguments.slice(0, 1).flatMap((url) => textPiecesOf(program, url)),
            ...searchParameters(program, node),
          ]
        : [];
    default:
      return [];
  }
}

/** What a text is made from: the string that a method is called on, and what the method puts there; the address of a URL. */
function madeFrom(
  program: FileView,
  node: TSESTree.CallExpression | TSESTree.MemberExpression,
): readonly TSESTree.Node[] {
  const member = unwrap(node.type === "CallExpression" ? node.callee : node);
  if (node.type === "CallExpression" && member.type === "Identifier")
    return member.name === "String" ? node.arguments.slice(0, 1) : [];
  if (member.type !== "MemberExpression" || member.property.type !== "Identifier" || member.computed) return [];
  const { object, property } = member;
  if (node.type === "MemberExpression") return property.name === "href" ? [object] : [];
  switch (property.name) {
    case "replace":
    case "replaceAll":
      return [object, ...node.arguments.slice(1, 2)];
    case "concat":
      return [object, ...node.arguments];
    case "toString":
    case "toJSON":
    case "trim":
      return [object];
    default:
      return [];
  }
}

/** The parameters that are set in a URL after it is made. */
function searchParameters(program: FileView, url: TSESTree.NewExpression): readonly TextPiece[] {
  const place = url.parent.type === "VariableDeclarator" ? program.variableOf(url.parent.id) : undefined;
  if (!place) return [];
  return parametersSet(program).flatMap((set) => (program.variableOf(set.url) === place ? set.pieces : []));
}

/** A parameter that `url.searchParams.set(name, value)` gives a URL. */
export interface ParameterSet {
  readonly call: TSESTree.CallExpression;
  readonly url: TSESTree.Node;
  readonly pieces: readonly TextPiece[];
}

/** Every `url.searchParams.set(name, value)` of a file, and `append`. */
export const parametersSet: (program: FileView) => readonly ParameterSet[] = oncePerFile((program) =>
  program.file.text.includes("searchParams") ? program.calls.flatMap((call) => parameterSet(program, call)) : [],
);

function parameterSet(program: FileView, call: Call): readonly ParameterSet[] {
  const [key, value] = call.arguments;
  const method = unwrap(call.callee);
  if (call.type !== "CallExpression" || method.type !== "MemberExpression" || !key || !value) return [];
  const holder = unwrap(method.object);
  if (!/^(set|append)$/.test(nameOf(method)) || holder.type !== "MemberExpression" || nameOf(holder) !== "searchParams")
    return [];
  const named = knownValue(program, key);
  if (typeof named !== "string") return [];
  const pieces = alternativesOf(program, value).flatMap(({ node, guard }) =>
    piecesOfNode(program, node, guard).map((piece) => ({ ...piece, named })),
  );
  return [{ call, url: unwrap(holder.object), pieces }];
}

function nameOf({ property, computed }: TSESTree.MemberExpression): string {
  return property.type === "Identifier" && !computed ? property.name : "";
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
  if (found.length === 0) return optionsOfDefaults(site, string, pieces);
  const byOption = new Map<OptionName, OptionValue[]>();
  const whole = pieces.map(textOfPiece).join("");
  for (const value of found.flatMap(({ piece, parameter }) => valueInText(site, piece, parameter, whole) ?? [])) {
    byOption.set(value.option, [...(byOption.get(value.option) ?? []), value]);
  }
  const strings = pieces.map((piece) => writeOf(piece, "", piece.node));
  const [first] = byOption.values();
  const isWhole = pieces.length === 1 && pieces[0]!.node.type === "Literal";
  if (!string.insecureDefaults?.length || !isWhole || !first) return optionsOf(site, byOption, strings, false);
  const { insecureDefaults } = string;
  return optionsOf({ ...site, holder: first[0]!.write, insecureDefaults }, byOption, strings, true);
}

/** An object in a connection string that says nothing of what the client leaves unverified. */
function optionsOfDefaults(
  site: TlsSite,
  { form, insecureDefaults }: ConnectionString,
  pieces: readonly TextPiece[],
): TlsOptions | undefined {
  const [piece, ...others] = pieces;
  if (form !== "json" || !insecureDefaults?.length || piece?.node.type !== "Literal" || others.length > 0) return;
  const [start, end] = objectInUrl.exec(piece.program.textOf(piece.node))?.indices![0] ?? [];
  if (start === undefined || end === undefined) return;
  const holder = writeOf(piece, "ssl", partOf(piece.node, shifted([start, end], piece.node.range[0])));
  return optionsOf({ ...site, holder, insecureDefaults }, new Map(), [writeOf(piece, "", piece.node)], true);
}

/** The parameter that holds an object, up to where that begins. */
const objectInUrl = /(?<=[?&])ssl=(?:\{|%7B)/di;

/** A parameter where it stands in a text. */
export interface Parameter {
  readonly name: string;
  readonly word: Word;
  readonly value: string;
  /** Where name and value are, and where the value is. */
  readonly range: Range;
  readonly valueRange: Range;
}

type Range = readonly [start: number, end: number];

/** A connection string as far as its text goes. */
export type StringWords = Pick<ConnectionString, "form" | "parameters" | "anyCase">;

/** The parameters in the text of a connection string, with quotes around it or not. */
export function parametersOfText(
  text: string,
  { form, parameters, anyCase = false }: StringWords,
): readonly Parameter[] {
  return Object.entries(parameters).flatMap(([name, word]) => {
    const cased = patterns[form](name.replaceAll(/[.+]/g, "\\$&"));
    const pattern = anyCase ? new RegExp(cased.source, `${cased.flags}i`) : cased;
    return [...text.matchAll(pattern)].map((match): Parameter => {
      const [range, valueRange] = match.indices!;
      return { name, word, value: match[1]!, range: range!, valueRange: valueRange! };
    });
  });
}

export function parametersIn(piece: TextPiece, string: StringWords): readonly Parameter[] {
  const { node, named } = piece;
  if (named !== undefined) return namedParameter(piece, named, string);
  return parametersOfText(piece.program.textOf(node), string).map((parameter) => ({
    ...parameter,
    range: shifted(parameter.range, node.range[0]),
    valueRange: shifted(parameter.valueRange, node.range[0]),
  }));
}

function namedParameter({ node }: TextPiece, name: string, { form, parameters }: StringWords): readonly Parameter[] {
  const word = form === "url" ? parameters[name] : undefined;
  if (!word || node.type !== "Literal") return [];
  const [start, end] = node.range;
  return [{ name, word, value: String(node.value), range: node.range, valueRange: [start + 1, end - 1] }];
}

function textOfPiece({ node, program, named }: TextPiece): string {
  return named !== undefined && node.type === "Literal" ? `&${named}=${String(node.value)}` : program.textOf(node);
}

/** What a value of a parameter means in Node's terms, and all that others mean. */
export interface Meaning {
  readonly option: OptionName;
  readonly value: Primitive;
  /** Missing where values are Node's own. */
  readonly values: ValuePairs | undefined;
  /** The release from which on it means less. */
  readonly until?: string;
}

const isEscaped = (value: string) => /[%+]/.test(value);

/** What a parameter means among the others of its string; undefined where that is not known. */
export function meaningOf({ word, value }: Parameter, whole: string): Meaning | undefined {
  const { option, values = [], beside = [], changing } = word;
  if (word.values === undefined && word.beside === undefined && !changing)
    return isEscaped(value) ? undefined : { option, value, values: undefined };
  const rows = beside.filter(({ all }) =>
    all.every((text) => whole.includes(`?${text}`) || whole.includes(`&${text}`)),
  );
  for (const row of rows.length > 0 ? rows : [{ option, values }]) {
    const pair = row.values.find(([native]) => native === value || native === value.toLowerCase());
    if (pair) return { option: row.option ?? option, value: pair[1], values: row.values };
  }
  return rows.length === 0 && changing?.values.includes(value)
    ? { option, value: true, values, until: changing.from }
    : undefined;
}

function shifted([start, end]: Range, by: number): Range {
  return [start + by, end + by];
}

function valueInText(site: TlsSite, piece: TextPiece, parameter: Parameter, whole: string): OptionValue | undefined {
  const meaning = meaningOf(parameter, whole);
  if (!meaning) return;
  const { name, range, valueRange } = parameter;
  const { option, value, values, until } = meaning;
  const write = writeOf(piece, name, partOf(piece.node, range));
  return {
    option,
    value,
    kind: "known",
    function: undefined,
    node: partOf(piece.node, valueRange),
    write,
    guard: write.guard ?? site.guard,
    isChosen: false,
    toNative: (meant) => (values ? values.find(([, node]) => node === meant)?.[0] : meant),
    said: { by: "text", range: valueRange, ...(until !== undefined && { until }) },
  };
}

/** A part of a string, as a node of its own. */
export function partOf(string: TSESTree.Node, range: Range): TSESTree.Node {
  return { ...string, range: [range[0], range[1]], parent: string } as TSESTree.Node;
}

function writeOf({ program, guard }: TextPiece, key: string, node: TSESTree.Node): PropertyWrite {
  return { key, keyNode: node, node, value: node, program, operator: "=", guard };
}

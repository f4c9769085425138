import type { TSESTree } from "@typescript-eslint/types";
import type { Guard } from "../source/guards/guards.js";
import type { FileView } from "../source/program/file-view.js";
import { unwrap } from "../source/program/unwrap.js";
import { standsIn } from "../source/program/view-at.js";
import { alternativesOf, knownValue } from "../source/values/static-value.js";
import { type Range, SourceText, UNKNOWN } from "../source-text.js";

/** A text that an expression of a program may be, with the places of its characters in the file. */
export interface WrittenText {
  readonly source: SourceText;
  /** What of the file is text, without quotes and `${}`: all that may be edited. */
  readonly pieces: readonly Range[];
  /** The literal, template or sum. */
  readonly node: TSESTree.Node;
  readonly guard: Guard | undefined;
}

type Characters = Parameters<typeof SourceText.of>[0];

interface Part {
  readonly characters: Characters;
  readonly pieces: readonly Range[];
}

/** The texts that an expression may be, those that this file writes; what is not known of one is `UNKNOWN`. */
export function writtenTexts(program: FileView, expression: TSESTree.Node): readonly WrittenText[] {
  return alternativesOf(program, expression).flatMap(({ node, guard }): readonly WrittenText[] => {
    const parts = standsIn(program, node) ? partsOf(program, unwrap(node)) : undefined;
    if (!parts) return [];
    const characters = parts.flatMap((part) => part.characters);
    const source = SourceText.of(characters, parts.at(-1)?.pieces.at(-1)?.[1] ?? node.range[1]);
    return [{ source, pieces: parts.flatMap(({ pieces }) => pieces), node, guard }];
  });
}

/** Any one word: what is written where it is text, else `UNKNOWN`. */
export function writtenWord(program: FileView, expression: TSESTree.Node): SourceText {
  const [only, ...others] = writtenTexts(program, expression);
  const { range } = expression;
  return only && others.length === 0 ? only.source : SourceText.of(unknownAt(expression).characters, range[1]);
}

/** The content of a template literal, wherever it stands: behind a tag, say. */
export function writtenInTemplate(program: FileView, node: TSESTree.TemplateLiteral): WrittenText {
  const parts = partsOfTemplate(program, node);
  const source = SourceText.of(
    parts.flatMap((part) => part.characters),
    node.range[1] - 1,
  );
  return { source, pieces: parts.flatMap(({ pieces }) => pieces), node, guard: undefined };
}

// a longer sum is no text that anybody wrote
const mostParts = 200;

function partsOf(program: FileView, node: TSESTree.Node): readonly Part[] | undefined {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? [partOfLiteral(program, node)] : undefined;
    case "TemplateLiteral":
      return partsOfTemplate(program, node);
    case "BinaryExpression":
      return node.operator === "+" ? partsOfSum(program, node) : undefined;
    default:
      return;
  }
}

function partsOfSum(program: FileView, sum: TSESTree.BinaryExpression): readonly Part[] | undefined {
  const operands: TSESTree.Node[] = [];
  let node: TSESTree.Node = sum;
  for (; node.type === "BinaryExpression" && node.operator === "+"; node = unwrap(node.left)) {
    if (operands.push(unwrap(node.right)) > mostParts) return;
  }
  return [...operands, node].reverse().flatMap((operand) => partsOfOperand(program, operand));
}

function partsOfOperand(program: FileView, node: TSESTree.Node): readonly Part[] {
  if (node.type === "TemplateLiteral") return partsOfTemplate(program, node);
  if (node.type === "Literal" && typeof node.value === "string") return [partOfLiteral(program, node)];
  const known = knownValue(program, node);
  return [known === undefined ? unknownAt(node) : knownAt(node, String(known))];
}

function partsOfTemplate(program: FileView, { quasis, expressions }: TSESTree.TemplateLiteral): readonly Part[] {
  return quasis.flatMap((quasi, index) => {
    const expression = expressions[index];
    return [partOfQuasi(program, quasi), ...(expression ? partsOfOperand(program, unwrap(expression)) : [])];
  });
}

function partOfLiteral(program: FileView, node: TSESTree.StringLiteral): Part {
  return partAt(program, [node.range[0] + 1, node.range[1] - 1]);
}

/** Some parsers count the backtick and the braces to the piece, others do not. */
function partOfQuasi(program: FileView, quasi: TSESTree.TemplateElement): Part {
  const text = program.textOf(quasi);
  if (text.replaceAll("\r\n", "\n") === quasi.value.raw) return partAt(program, quasi.range);
  return partAt(program, [quasi.range[0] + 1, quasi.range[1] - (text.endsWith("${") ? 2 : 1)]);
}

const unit = /\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|\r\n|[^])|[^]/gi;

function partAt({ file: { text } }: FileView, [start, end]: Range): Part {
  const characters = [...text.slice(start, end).matchAll(unit)].flatMap(({ 0: written, index }) => {
    const meant = written.startsWith("\\") ? unescaped(written.slice(1)) : written;
    const range: Range = [start + index, start + index + written.length];
    return meant.split("").map((character) => ({ text: character, range }));
  });
  return { characters, pieces: [[start, end]] };
}

const control: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", "0": "\0" };

function unescaped(escape: string): string {
  const code = /^(?:u\{?|x)([\da-f]+)\}?$/i.exec(escape)?.[1];
  if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
  return /^[\r\n\u2028\u2029]/.test(escape) ? "" : (control[escape] ?? escape);
}

function unknownAt({ range }: TSESTree.Node): Part {
  return { characters: [{ text: UNKNOWN, range }], pieces: [] };
}

function knownAt({ range }: TSESTree.Node, text: string): Part {
  return { characters: text.split("").map((character) => ({ text: character, range })), pieces: [] };
}

import type { TSESTree } from "@typescript-eslint/types";
import type { Edit } from "../finding.js";
import type { FileView } from "../source/program/file-view.js";
import { oncePerFile } from "../source/program/once-per-file.js";
import { walk } from "../source/program/walk.js";
import { firstFrom } from "./first-from.js";
import { endOfLine, hasCommentBetween, isFirstOnLine, nextCode, startOfLine, startOfNextLine } from "./surroundings.js";

type Range = readonly [start: number, end: number];

/**
 * Takes out a property with its comma, an assignment with its statement, or the default in a pattern.
 * Undefined where the value is used otherwise, and where a comment says why it is there: it would explain something else then, or nothing.
 */
export function removalOf(program: FileView, node: TSESTree.Node): readonly Edit[] | undefined {
  if (isExplained(program, node.parent?.type === "ExpressionStatement" ? node.parent : node)) return undefined;
  if (node.type === "Property") {
    return node.parent.type === "ObjectExpression" ? removeFromObject(program, node, node.parent) : removeDefault(node);
  }
  if (node.type === "PropertyDefinition") return [removeLines(program, node.range)];
  if (node.type === "AssignmentExpression" && isInChain(node)) return [remove([node.range[0], node.right.range[0]])];
  return node.parent?.type === "ExpressionStatement" ? removeStatementOf(program, node.parent) : undefined;
}

/** `a = b = value`, whose other target keeps the value. */
function isInChain(node: TSESTree.AssignmentExpression): boolean {
  const { parent } = node;
  return (
    node.right.type === "AssignmentExpression" || (parent.type === "AssignmentExpression" && parent.right === node)
  );
}

/** Takes a statement out, with the `if` or the `else` that has no other. Undefined where an empty block would be left, or a test that does something. */
function removeStatementOf(program: FileView, statement: TSESTree.Statement): readonly Edit[] | undefined {
  const { parent } = statement;
  switch (parent.type) {
    case "Program":
      return [removeStatement(program, statement)];
    case "BlockStatement":
      if (parent.body.length > 1) return [removeStatement(program, statement)];
      return parent.parent.type === "IfStatement" && !hasCommentIn(program, parent)
        ? removeBranch(program, parent.parent, parent)
        : undefined;
    case "StaticBlock":
    case "TSModuleBlock":
      return parent.body.length > 1 ? [removeStatement(program, statement)] : undefined;
    case "SwitchCase":
      return parent.consequent.length > 1 ? [removeStatement(program, statement)] : undefined;
    case "IfStatement":
      return removeBranch(program, parent, statement);
    default:
      return;
  }
}

function removeBranch(
  program: FileView,
  parent: TSESTree.IfStatement,
  branch: TSESTree.Statement,
): readonly Edit[] | undefined {
  if (branch === parent.alternate) return [remove([parent.consequent.range[1], parent.range[1]])];
  return parent.alternate || mayDoSomething(parent.test) ? undefined : removeStatementOf(program, parent);
}

/** Comments beside the statement, which would be all that is left. */
function hasCommentIn(program: FileView, { range: [start, end] }: TSESTree.BlockStatement): boolean {
  return hasCommentBetween(program, start, end);
}

function mayDoSomething(test: TSESTree.Node): boolean {
  let does = false;
  walk(test, ({ type }) => {
    does ||= /^(Call|New|Assignment|Update|Await|Yield|TaggedTemplate|Import)Expression$/.test(type);
  });
  return does;
}

/** `{ option = value }` in a pattern becomes `{ option }`. */
function removeDefault({ value }: TSESTree.Property): readonly Edit[] | undefined {
  return value.type === "AssignmentPattern" ? [remove([value.left.range[1], value.range[1]])] : undefined;
}

function removeFromObject(
  program: FileView,
  property: TSESTree.Property,
  object: TSESTree.ObjectExpression,
): readonly Edit[] {
  const { text } = program.file;
  const [start, end] = property.range;
  if (isAloneIn(program, property, object)) return [remove([object.range[0] + 1, object.range[1] - 1])];
  const comma = nextCode(program, end);
  if (text[comma] === ",") {
    const isPlain = text.slice(end, comma).trim() === "";
    return isPlain ? [removeLines(program, [start, comma + 1])] : [remove([start, end]), remove([comma, comma + 1])];
  }
  const previous = object.properties[object.properties.indexOf(property) - 1];
  if (!previous) return [removeLines(program, [start, end])];
  const precedingComma = nextCode(program, previous.range[1]);
  const isPlain = text.slice(precedingComma + 1, start).trim() === "";
  return isPlain
    ? [remove([precedingComma, end])]
    : [remove([precedingComma, precedingComma + 1]), removeLines(program, [start, end])];
}

/** Whether a property is all that stands between the braces, comments included. */
function isAloneIn(
  { file: { text } }: FileView,
  { range: [start, end] }: TSESTree.Property,
  { range }: TSESTree.ObjectExpression,
): boolean {
  return text.slice(range[0] + 1, start).trim() === "" && ["", ","].includes(text.slice(end, range[1] - 1).trim());
}

/** Takes a statement out; what would join the lines around it to one leaves a semicolon behind. */
export function removeStatement(program: FileView, { range: [start, end] }: TSESTree.Node): Edit {
  const { text } = program.file;
  const isJoining =
    /[([`+\-/.]/.test(text[nextCode(program, end)] ?? "") &&
    text[end - 1] === ";" &&
    !/[;{}]/.test(text.slice(0, start).trimEnd().at(-1) ?? "");
  return isJoining ? { range: [start, end], text: ";" } : removeLines(program, [start, end]);
}

/** Removes the whole lines of a range that stands alone on them, with what tells other tools about them, else the range and the blanks behind it. */
function removeLines(program: FileView, [start, end]: Range): Edit {
  const { text } = program.file;
  const isLast = text.slice(end, endOfLine(program, end)).trim() === "";
  if (isFirstOnLine(program, start) && isLast)
    return removeWholeLines(
      program,
      startOfDirectives(program, startOfLine(program, start)),
      startOfNextLine(program, end),
    );
  const blanks = /^[ \t]*/.exec(text.slice(end))![0].length;
  return remove([start, isLast ? end : end + blanks]);
}

/** Whether a comment to people stands alone on the line above, or behind on the same line. */
export function isExplained(program: FileView, node: TSESTree.Node): boolean {
  return explanationsOf(program, node).length > 0;
}

/** The comments to people that stand alone on the lines above, or behind on the same line. */
export function explanationsOf(program: FileView, node: TSESTree.Node): readonly string[] {
  return [...linesAbove(program, node), ...commentsBeside(program, node)].filter(
    (value) => !directive.test(value) && !/^\s*@tls-codemod/.test(value),
  );
}

/** The comments that stand alone on the line above, or behind on the same line, those to other tools included. */
export function commentsBeside(program: FileView, { range: [start, end] }: TSESTree.Node): readonly string[] {
  const { text } = program.file;
  const { byLine, byNextLine } = commentsAt(program);
  const line = startOfLine(program, start);
  const ofLine = byLine.get(startOfLine(program, end)) ?? [];
  // a line may have thousands
  const next = ofLine[firstFrom(ofLine, end, ({ range }) => range[0])];
  const behind = next && ["", ",", ";"].includes(text.slice(end, next.range[0]).trim()) ? [next] : [];
  const above = isFirstOnLine(program, start) ? (byNextLine.get(line) ?? []) : [];
  return [...above, ...behind].map(({ value }) => value);
}

/** What stands above the comment that stands above, the nearest first: its lines follow one another without a gap. */
function linesAbove(program: FileView, { range: [start] }: TSESTree.Node): readonly string[] {
  if (!isFirstOnLine(program, start)) return [];
  const { byNextLine } = commentsAt(program);
  const above: string[] = [];
  let own = byNextLine.get(startOfLine(program, start));
  while (own) {
    own = byNextLine.get(startOfLine(program, own[0]!.range[0]));
    for (const { value } of own ?? []) above.push(value);
  }
  return above;
}

/** Comments by the line on which they begin, and those that have their lines for themselves by the line behind them. */
const commentsAt = oncePerFile((program) => {
  const { text, ast } = program.file;
  const byLine = new Map<number, TSESTree.Comment[]>();
  const byNextLine = new Map<number, TSESTree.Comment[]>();
  for (const comment of ast.comments ?? []) {
    const [start, end] = comment.range;
    // ESLint takes the line of the interpreter for a comment
    if (text.startsWith("#!", start)) continue;
    add(byLine, startOfLine(program, start), comment);
    const next = startOfNextLine(program, end);
    if (isFirstOnLine(program, start) && text.slice(end, next).trim() === "") add(byNextLine, next, comment);
  }
  return { byLine, byNextLine };
});

function add<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const directive =
  /^\s*(?:@ts-(?:expect-error|ignore)\b|(?:eslint|oxlint)-disable-next-line\b|(?:biome|prettier)-ignore\b|tslint:disable-next-line\b|(?:istanbul|c8|v8) ignore next\b)/;

/** Where the comments begin that speak to other tools of the line at `start`, each alone on its line: they mean nothing without it. */
function startOfDirectives(program: FileView, start: number): number {
  const { byNextLine } = commentsAt(program);
  let first = start;
  for (;;) {
    const [above] = byNextLine.get(first) ?? [];
    if (!above || !directive.test(above.value)) return first;
    first = startOfLine(program, above.range[0]);
  }
}

/** Where a blank line would come to stand behind another one, or first of all, it goes too. */
function removeWholeLines(program: FileView, start: number, end: number): Edit {
  const { text } = program.file;
  const isBlankAbove = start === 0 || text.slice(startOfLine(program, start - 1), start).trim() === "";
  const isBlankBelow = end < text.length && text.slice(end, endOfLine(program, end)).trim() === "";
  return remove([start, isBlankAbove && isBlankBelow ? startOfNextLine(program, end) : end]);
}

function remove(range: Range): Edit {
  return { range, text: "" };
}

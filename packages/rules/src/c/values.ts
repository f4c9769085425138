import { SourceText } from "../source-text.js";
import { opensslConstants } from "./constants.js";
import type { CProgram } from "./program.js";
import { type CNode, field, parts, textOf, unwrapped } from "./tree.js";

/** One operand of a sum of bits. */
export interface Operand {
  readonly node: CNode;
  readonly name: string;
  readonly number: number | undefined;
}

/** A value that an argument may have. */
export interface CValue {
  /** The expression that gives it, in the call or where a name gets it. */
  readonly node: CNode;
  /** Undefined where it is no number, or where the code does not tell. */
  readonly number: number | undefined;
  /** Of a string: what it says, each character with its place; undefined where it is none that is known. */
  readonly string: SourceText | undefined;
  /** Of a sum of bits, each by itself; one where there is no sum. */
  readonly operands: readonly Operand[];
  /** Whether it can be written anew where it stands: not in a macro, and not for others as well. */
  readonly isOwn: boolean;
  /** The condition that chooses it, of `a ? b : c`. */
  readonly guard: string | undefined;
}

// names lead to names; programs that take more steps than these are not followed
const mostSteps = 8;

const numberLiteral = /^(?:0[xX][\da-fA-F]+|\d+)[uUlL]*$/;

function literalNumber(text: string): number | undefined {
  if (!numberLiteral.test(text)) return undefined;
  const digits = text.replace(/(?<![uUlL])[uUlL]+$/, "");
  return /^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
}

const unknown = (node: CNode): CValue => ({
  node,
  number: undefined,
  string: undefined,
  operands: [],
  isOwn: false,
  guard: undefined,
});

/** What an argument may be: what it is written as, or what the one definition of its name in the file is. */
export function valuesOf(argument: CNode, program: CProgram): readonly CValue[] {
  return evaluate(argument, program, 0);
}

function evaluate(argument: CNode, program: CProgram, steps: number): readonly CValue[] {
  const node = unwrapped(argument);
  if (steps > mostSteps) return [unknown(node)];
  if (node.type === "conditional_expression") return chosen(node, program, steps);
  const string = stringOf(node, program);
  if (string) return [{ ...unknown(node), string, isOwn: isWrittenOut(node) }];
  if (node.type === "identifier" || /^(?:false|null)$/.test(node.type)) return named(node, program, steps);
  const operands = operandsOf(node, program);
  const number = operands.reduce<number | undefined>(
    (sum, operand) => (sum === undefined || operand.number === undefined ? undefined : sum | operand.number),
    0,
  );
  return [{ ...unknown(node), number, operands, isOwn: true }];
}

function chosen(node: CNode, program: CProgram, steps: number): readonly CValue[] {
  const condition = field(node, "condition");
  const text = condition ? textOf(condition, program.text).replaceAll(/\s+/g, " ") : "";
  return ["consequence", "alternative"].flatMap((name) => {
    const branch = field(node, name);
    return branch ? evaluate(branch, program, steps + 1).map((value) => withGuard(value, text)) : [];
  });
}

const withGuard = (value: CValue, text: string): CValue => ({ ...value, guard: value.guard ?? text });

function named(node: CNode, program: CProgram, steps: number): readonly CValue[] {
  const name = textOf(node, program.text);
  const number = opensslConstants.get(name) ?? (/^(?:NULL|nullptr|false|FALSE)$/.test(name) ? 0 : undefined);
  if (number !== undefined) return [{ ...unknown(node), number, operands: [{ node, name, number }], isOwn: true }];
  const macro = program.macros.get(name);
  if (macro) return [{ ...macroValue(node, macro), isOwn: false }];
  const variable = program.constantNamed(name, node);
  if (!variable) return [unknown(node)];
  const isShared = variable.uses > 1;
  return evaluate(variable.value, program, steps + 1).map((value) => ({ ...value, isOwn: value.isOwn && !isShared }));
}

/** What the text behind `#define NAME` is: a number, a name, a sum of these, or strings side by side. */
function macroValue(node: CNode, { text, start }: { readonly text: string; readonly start: number }): CValue {
  const strings = [...text.matchAll(/"([^"\\\r\n]*)"/g)];
  if (strings.length > 0 && text.replaceAll(/"[^"\\\r\n]*"/g, "").replaceAll(/[\s()\\]/g, "") === "")
    return {
      ...unknown(node),
      string: joinedStrings(strings.map(({ index, 1: content }) => [start + index + 1, content!])),
    };
  const words = text.replaceAll(/[()\s\\]/g, "").split("|");
  const numbers = words.map((word) => literalNumber(word) ?? opensslConstants.get(word));
  const operands = words.map((name, index) => ({ node, name, number: numbers[index] }));
  const number = numbers.every((each) => each !== undefined)
    ? numbers.reduce<number>((sum, each) => sum | each!, 0)
    : undefined;
  return { ...unknown(node), number, operands };
}

function joinedStrings(pieces: readonly (readonly [start: number, content: string])[]): SourceText {
  const characters = pieces.flatMap(([start, content]) =>
    Array.from(content.split(""), (text, index) => ({ text, range: [start + index, start + index + 1] as const })),
  );
  return SourceText.of(characters, pieces.at(-1)![0] + pieces.at(-1)![1].length);
}

/** Strings without escapes: `"HIGH"`, `u8"HIGH"`, `R"(HIGH)"`, and several of them side by side. */
function stringOf(node: CNode, { text, macros }: CProgram): SourceText | undefined {
  if (node.type === "identifier") return undefined;
  const literals = node.type === "concatenated_string" ? parts(node) : [node];
  const pieces = literals.map((literal) => {
    if (literal.type === "identifier") {
      const macro = macros.get(textOf(literal, text));
      const [, content] = /^"([^"\\]*)"$/.exec(macro?.text ?? "") ?? [];
      return macro && content !== undefined ? ([macro.start + 1, content] as const) : undefined;
    }
    const written = textOf(literal, text);
    const [, prefix, content] =
      (literal.type === "string_literal" && /^((?:u8|[uUL])?")([^"\\]*)"$/.exec(written)) ||
      (literal.type === "raw_string_literal" && /^((?:u8|[uUL])?R"\()([^)]*)\)"$/.exec(written)) ||
      [];
    return prefix === undefined ? undefined : ([literal.range[0] + prefix.length, content!] as const);
  });
  return pieces.length > 0 && pieces.every((piece) => piece !== undefined) ? joinedStrings(pieces) : undefined;
}

/** Whether all of a string stands here: a macro among its pieces stands elsewhere. */
const isWrittenOut = (node: CNode) =>
  node.type !== "concatenated_string" || parts(node).every(({ type }) => type !== "identifier");

/** The operands of `a | b | c`, and of `a + b`, which programs write as well. */
export function operandsOf(node: CNode, program: CProgram): readonly Operand[] {
  const operands: Operand[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const operand = unwrapped(next);
    const operator = operand.type === "binary_expression" ? textOf(field(operand, "operator")!, program.text) : "";
    if (operator === "|" || operator === "+") waiting.push(field(operand, "right")!, field(operand, "left")!);
    else operands.push(operandOf(operand, program));
  }
  return operands;
}

function operandOf(node: CNode, program: CProgram): Operand {
  const name = textOf(node, program.text);
  if (node.type === "number_literal") return { node, name, number: literalNumber(name) };
  if (node.type !== "identifier") return { node, name, number: undefined };
  const macro = program.macros.get(name);
  return { node, name, number: opensslConstants.get(name) ?? (macro && macroValue(node, macro).number) };
}

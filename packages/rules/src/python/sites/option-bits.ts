import { secureOption } from "tls-policy";
import { dottedName, type PyModule } from "../program/module.js";
import { field, parts, type PyNode, textOf } from "../program/tree.js";

/** The bits that an expression of `ssl.OP_*` constants and numbers comes to; undefined where the code does not tell. */
export function bitsOf(node: PyNode | undefined, module: PyModule): number | undefined {
  if (!node) return undefined;
  if (node.type === "integer") return integer(textOf(node, module.text));
  if (node.type === "parenthesized_expression") return bitsOf(parts(node)[0], module);
  if (node.type === "binary_operator") return combined(node, module);
  const name = dottedName(node, module)?.split(".").at(-1);
  return name === undefined ? undefined : bitNamed(name);
}

function integer(written: string): number | undefined {
  const value = Number(written.replaceAll("_", "").replace(/[lL]$/, ""));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Names that OpenSSL defines as 0 from 1.1.0 on, such as `OP_NO_SSLv2`, are not in the policy's table. */
function bitNamed(name: string): number | undefined {
  if (!name.startsWith("OP_")) return undefined;
  return secureOption(`SSL_${name}`)?.bit ?? 0;
}

function combined(node: PyNode, module: PyModule): number | undefined {
  const operator = field(node, "operator");
  const [left, right] = [bitsOf(field(node, "left"), module), bitsOf(field(node, "right"), module)];
  if (!operator || left === undefined || right === undefined) return undefined;
  const written = textOf(operator, module.text);
  if (written === "|" || written === "+") return (left | right) >>> 0;
  if (written === "<<") return right < 32 ? (left << right) >>> 0 : undefined;
  return written === "&" ? (left & right) >>> 0 : undefined;
}

/** The operand of `~`. */
export function complementOf(node: PyNode | undefined, module: PyModule): PyNode | undefined {
  const inner = node?.type === "parenthesized_expression" ? parts(node)[0] : node;
  if (inner?.type !== "unary_operator") return undefined;
  return textOf(inner, module.text).startsWith("~") ? field(inner, "argument") : undefined;
}

/** A term of a sum of bits. */
export interface Operand {
  /** `OP_NO_TLSv1_3`; undefined for a number. */
  readonly name: string | undefined;
  readonly at: PyNode;
  readonly bits: number;
}

/** The terms of a sum of bits: those that one by one can be taken out of it. */
export function operandsOf(node: PyNode, module: PyModule): readonly Operand[] {
  const operator = field(node, "operator");
  const isSum = operator !== undefined && /^[|+]$/.test(textOf(operator, module.text));
  if ((node.type === "binary_operator" && isSum) || node.type === "parenthesized_expression")
    return parts(node).flatMap((part) => operandsOf(part, module));
  const bits = bitsOf(node, module);
  return bits === undefined ? [] : [{ name: dottedName(node, module)?.split(".").at(-1), at: node, bits }];
}

import type { CProgram } from "./program.js";
import { type CNode, descendants, field, functionAround, parts, textOf, unwrapped } from "./tree.js";
import { type CValue, valuesOf } from "./values.js";

/** Functions that make a number of what is written out, and which argument that is. */
export const modulusMakers: ReadonlyMap<string, number> = new Map([
  ["BN_bin2bn", 0],
  ["BN_hex2bn", 1],
]);

/** Functions that give a context its parameters, and which argument these are (SSL_CTX_set_tmp_dh(3)). */
export const parameterSetters: ReadonlyMap<string, number> = new Map([
  ["SSL_CTX_set_tmp_dh", 1],
  ["SSL_set_tmp_dh", 1],
]);

/** What a call makes, of that many bits. */
export const ofSize = (node: CNode, number: number): CValue => ({
  node,
  number,
  string: undefined,
  operands: [],
  isOwn: false,
  guard: undefined,
});

/** The bits of a Diffie-Hellman modulus that a call of this name makes of an array or a string in the file; of what is no modulus nothing. */
export function modulusOf(name: string, call: CNode, program: CProgram): CValue | undefined {
  const at = modulusMakers.get(name);
  const given = at === undefined ? undefined : parts(field(call, "arguments")!)[at];
  if (!given || !isModulus(name, call, program)) return undefined;
  const digits = name === "BN_hex2bn" ? digitsIn(given, program) : bytesIn(given, program);
  const bits = digits === undefined || /^0*$/.test(digits) ? 0 : BigInt(`0x${digits}`).toString(2).length;
  return bits > 0 ? ofSize(call, bits) : undefined;
}

// no modulus has more digits
const mostDigits = 16384;

function digitsIn(node: CNode, program: CProgram): string | undefined {
  const text = valuesOf(node, program)[0]?.string?.text ?? "";
  return /^[\da-fA-F]+$/.test(text) && text.length <= mostDigits ? text : undefined;
}

const arrays = new WeakMap<CNode, string | undefined>();

/** `unsigned char dh512_p[] = { 0xDA, 0x58, ... }`, as `openssl dhparam -C` wrote it. */
function bytesIn(node: CNode, program: CProgram): string | undefined {
  const array = program.constantNamed(textOf(unwrapped(node), program.text), node)?.value;
  if (array?.type !== "initializer_list" || parts(array).length > mostDigits / 2) return undefined;
  if (!arrays.has(array)) arrays.set(array, bytesOf(array, program));
  return arrays.get(array);
}

function bytesOf(array: CNode, program: CProgram): string | undefined {
  const bytes = parts(array).map((each) => valuesOf(each, program)[0]?.number);
  return bytes.every((byte) => byte !== undefined && byte <= 0xff)
    ? bytes.map((byte) => byte!.toString(16).padStart(2, "0")).join("")
    : undefined;
}

/** `dh->p = BN_bin2bn(...)`, `BN_hex2bn(&dh->p, ...)`, and what `DH_set0_pqg(dh, p, ...)` of the same function gets. */
function isModulus(name: string, call: CNode, program: CProgram): boolean {
  const target = name === "BN_hex2bn" ? parts(field(call, "arguments")!)[0] : targetOf(call);
  const written = target ? textOf(target, program.text).replaceAll(/[&*()\s]/g, "") : "";
  return /(?:->|\.)p$/.test(written) || moduliIn(functionAround(call), program).has(written);
}

/** What the result of a call is assigned to. */
function targetOf(call: CNode): CNode | undefined {
  const { parent } = call;
  return parent?.type === "assignment_expression" ? field(parent, "left") : field(parent, "declarator");
}

const known = new WeakMap<CNode, ReadonlySet<string>>();

function moduliIn(body: CNode, { text }: CProgram): ReadonlySet<string> {
  const moduli =
    known.get(body) ??
    new Set(
      [...descendants(body)]
        .filter(({ type, children }) => type === "call_expression" && textOf(children[0]!, text) === "DH_set0_pqg")
        .flatMap((call) => parts(field(call, "arguments")!).slice(1, 2))
        .map((node) => textOf(unwrapped(node), text)),
    );
  known.set(body, moduli);
  return moduli;
}

/** The name that `openssl dhparam -C` gave its functions. */
const generated = /^get_?dh_?(\d{3,5})$/i;

/** The bits that a function out of sight says in its name, where `SSL_CTX_set_tmp_dh` gets what it returns. */
export function namedSize(name: string, call: CNode, program: CProgram): CValue | undefined {
  const at = parameterSetters.get(name);
  const given = at === undefined ? undefined : parts(field(call, "arguments")!)[at];
  const value = given && valueBehind(unwrapped(given), program);
  const callee = value?.type === "call_expression" ? textOf(field(value, "function")!, program.text) : "";
  const [, bits] = generated.exec(callee) ?? [];
  return value && bits !== undefined && !program.functionNamed(callee) ? ofSize(value, Number(bits)) : undefined;
}

const valueBehind = (node: CNode, program: CProgram) =>
  node.type === "identifier" ? program.constantNamed(textOf(node, program.text), node)?.value : node;

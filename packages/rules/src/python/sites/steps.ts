import type { PythonOperation, PythonTlsVersion, PythonVerifyMode } from "tls-policy";
import { type Guard, guardsOf } from "../program/guards.js";
import { argumentsOf, type PyModule } from "../program/module.js";
import { stringValue } from "../program/strings.js";
import { field, parts, type PyNode, textOf } from "../program/tree.js";
import { constantOf, type PyValue, valuesOf } from "../program/values.js";
import { isVerifyMode } from "./constructions.js";
import { bitsOf, complementOf } from "./option-bits.js";

/** Something that a program does to a context after it is made. */
export interface Step {
  /** `verify_mode`, `set_ciphers`: the attribute that is written or the method that is called. */
  readonly name: string;
  /** The word that stands in its place: `ciphers` of a call. */
  readonly writtenAs?: string | undefined;
  /** The assignment or call. */
  readonly node: PyNode;
  /** What is written or handed over. */
  readonly value: PyNode;
  readonly guards: readonly Guard[];
  /** What it comes to, for each value that the code tells. */
  readonly alternatives: readonly { readonly operation: PythonOperation; readonly value: PyValue | undefined }[];
}

const versions = new Set(["MINIMUM_SUPPORTED", "SSLv3", "TLSv1", "TLSv1_1", "TLSv1_2", "TLSv1_3", "MAXIMUM_SUPPORTED"]);
const modes: readonly PythonVerifyMode[] = ["CERT_NONE", "CERT_OPTIONAL", "CERT_REQUIRED"];

type Reader = (value: PyValue) => PythonOperation | undefined;

function readMode(value: PyValue): PythonOperation | undefined {
  const constant = constantOf(value);
  if (isVerifyMode(constant)) return { set: "verify_mode", to: constant };
  const number = value.kind === "literal" ? Number(value.value ?? Number.NaN) : Number.NaN;
  return modes[number] && { set: "verify_mode", to: modes[number] };
}

const readCheck: Reader = (value) =>
  value.kind === "literal" && typeof value.value !== "string"
    ? { set: "check_hostname", to: Boolean(value.value) }
    : undefined;

const readVersion =
  (set: "minimum_version" | "maximum_version"): Reader =>
  (value) => {
    const constant = constantOf(value);
    return constant && versions.has(constant) ? { set, to: constant as PythonTlsVersion } : undefined;
  };

const readList: Reader = (value) =>
  value.kind === "literal" && typeof value.value === "string" ? { call: "set_ciphers", list: value.value } : undefined;

const readCurve: Reader = (value) =>
  value.kind === "literal" && typeof value.value === "string"
    ? { call: "set_ecdh_curve", curve: value.value }
    : undefined;

const attributes: Readonly<Record<string, Reader>> = {
  verify_mode: readMode,
  check_hostname: readCheck,
  minimum_version: readVersion("minimum_version"),
  maximum_version: readVersion("maximum_version"),
};
const methods: Readonly<Record<string, Reader>> = { set_ciphers: readList, set_ecdh_curve: readCurve };

function alternatives(value: PyNode, read: Reader, module: PyModule): Step["alternatives"] {
  return valuesOf(value, module).flatMap((each) => {
    const operation = read(each);
    return operation ? [{ operation, value: each }] : [];
  });
}

/** `options |= bits`, `options &= ~bits`, `options = options | bits`, `options = 0`. */
function optionsStep(assignment: PyNode, value: PyNode, holder: string, module: PyModule): Step["alternatives"] {
  const operation =
    assignment.type === "augmented_assignment"
      ? augmented(textOf(field(assignment, "operator")!, module.text), value, module)
      : assigned(value, holder, module);
  return operation ? [{ operation, value: undefined }] : [];
}

function augmented(operator: string, value: PyNode, module: PyModule): PythonOperation | undefined {
  const isClearing = operator === "&=";
  if (operator !== "|=" && operator !== "+=" && !isClearing) return undefined;
  const bits = bitsOf(isClearing ? complementOf(value, module) : value, module);
  return bits === undefined ? undefined : { set: "options", how: isClearing ? "clear" : "add", bits };
}

function assigned(value: PyNode, holder: string, module: PyModule): PythonOperation | undefined {
  if (value.type === "binary_operator" && textOf(field(value, "left")!, module.text) === `${holder}.options`)
    return augmented(`${textOf(field(value, "operator")!, module.text)}=`, field(value, "right")!, module);
  const bits = bitsOf(value, module);
  return bits === undefined ? undefined : { set: "options", how: "to", bits };
}

/** What an assignment does to the context that `holder` names, `a.x, a.y = b, c` included. */
export function assignmentSteps(assignment: PyNode, holder: string, module: PyModule): readonly Step[] {
  const left = field(assignment, "left");
  const right = field(assignment, "right");
  const steps = writes(assignment, left, right).map(([node, target, value]) =>
    writeStep(node, target, value, holder, module),
  );
  return steps.filter((step) => step !== undefined);
}

type Write = readonly [node: PyNode, target: PyNode, value: PyNode];

/** What is written where; of several at once each is a write of its own, which its statement is not all of. */
function writes(assignment: PyNode, left: PyNode | undefined, right: PyNode | undefined): readonly Write[] {
  if (!left || !right) return [];
  if (left.type === "attribute") return [[assignment, left, right]];
  const targets = /^(?:pattern_list|tuple_pattern)$/.test(left.type) ? parts(left) : [];
  const values = /^(?:expression_list|tuple)$/.test(right.type) ? parts(right) : [];
  return targets.length === values.length ? targets.map((target, index) => [target, target, values[index]!]) : [];
}

function writeStep(node: PyNode, target: PyNode, value: PyNode, holder: string, module: PyModule): Step | undefined {
  if (target.type !== "attribute" || textOf(field(target, "object")!, module.text) !== holder) return undefined;
  const name = textOf(field(target, "attribute")!, module.text);
  const shared = { name, node, value, guards: guardsOf(node, module) };
  if (name === "options") return { ...shared, alternatives: optionsStep(node, value, holder, module) };
  const read = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return read && { ...shared, alternatives: alternatives(value, read, module) };
}

/** `setattr(context, "verify_mode", value)`. */
function setattrStep(call: PyNode, holder: string, module: PyModule): Step | undefined {
  const [object, written, value] = argumentsOf(call, module).positional;
  const name = written && stringValue(written, module.text);
  if (!object || !name || !value || textOf(object, module.text) !== holder) return undefined;
  const read = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return (
    read && { name, node: call, value, guards: guardsOf(call, module), alternatives: alternatives(value, read, module) }
  );
}

/** What a method call does to the context that `holder` names. */
export function methodStep(call: PyNode, holder: string, module: PyModule): Step | undefined {
  const callee = field(call, "function");
  if (callee?.type === "identifier" && textOf(callee, module.text) === "setattr")
    return setattrStep(call, holder, module);
  if (callee?.type !== "attribute" || textOf(field(callee, "object")!, module.text) !== holder) return undefined;
  const name = textOf(field(callee, "attribute")!, module.text);
  const read = Object.hasOwn(methods, name) ? methods[name] : undefined;
  const { positional, keywords } = argumentsOf(call, module);
  const value = positional[0] ?? [...keywords.values()].map((each) => field(each, "value"))[0];
  if (!read || !value) return undefined;
  return { name, node: call, value, guards: guardsOf(call, module), alternatives: alternatives(value, read, module) };
}

/** An argument that does what a method of that name would. */
export function argumentStep(
  call: PyNode,
  name: string,
  writtenAs: string | undefined,
  value: PyNode | undefined,
  module: PyModule,
): Step | undefined {
  const read = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!value || !read) return undefined;
  return {
    name,
    writtenAs,
    node: value,
    value,
    guards: guardsOf(call, module),
    alternatives: alternatives(value, read, module),
  };
}

/** The statement that a step is all of; undefined where other things are done in it. */
export function statementOf({ node }: Pick<Step, "node">): PyNode | undefined {
  const statement = node.parent;
  return statement?.type === "expression_statement" && parts(statement).length === 1 ? statement : undefined;
}

import { expandCipherList, judgeCipherSuite, type Policy, type PythonRuntime } from "tls-policy";
import type { PythonContext } from "../../define-rule.js";
import { withoutSecurityLevel } from "../../edits/cipher-list.js";
import { narrowedList, replaceLiteral, strengthened } from "../../python/edits/cipher-list.js";
import { linesAfter, removalOf, replacement } from "../../python/edits/lines.js";
import { enumerate } from "../../python/judging/verdicts.js";
import { guardsOf } from "../../python/program/guards.js";
import type { PyModule } from "../../python/program/module.js";
import { field, type PyNode, textOf } from "../../python/program/tree.js";
import { constantOf, type PyValue, valuesOf } from "../../python/program/values.js";
import {
  acceptsEverything,
  isOfClient,
  methodName,
  type OpenSslContext,
  strangersVerified,
} from "../../python/pyopenssl/contexts.js";
import { graded, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";
import { cited } from "../shared/citation.js";
import { levelIn, type listLevelMessages } from "./security-level.js";
import type { weakListMessages } from "./suites.js";

const old: Readonly<Record<string, readonly [version: string, reference: string]>> = {
  SSLv2_METHOD: ["SSLv2", "RFC 6176, section 3"],
  SSLv3_METHOD: ["SSLv3", "RFC 7568, section 3"],
  TLSv1_METHOD: ["TLSv1", "RFC 8996, section 4"],
  TLSv1_1_METHOD: ["TLSv1.1", "RFC 8996, section 5"],
};

/** What the rule about old versions says of pyOpenSSL. */
export const oldMethodMessages = {
  methodPins:
    "`{{method}}` speaks {{version}} alone, which {{reference}} prohibits. Let the newest version both sides know be chosen, with a floor of TLS 1.2.",
} as const;

/** Methods of one old version. */
export function checkOldMethods(
  { module, openSslContexts }: PythonProgram,
  { report }: PythonContext<typeof oldMethodMessages, "upgrade">,
): void {
  for (const found of openSslContexts) {
    for (const value of found.methods) {
      const name = methodName(value);
      const facts = name !== undefined && Object.hasOwn(old, name) ? old[name] : undefined;
      if (!facts || !found.methodNode) continue;
      report({
        at: placeOf(found.methodNode, guardsOf(found.call, module), value),
        messageId: "methodPins",
        data: { method: name!, version: facts[0], reference: cited(facts[1]) },
        level: "error",
        ...graded(methodMend(found, value, module)),
      });
    }
  }
}

/** What the rule about ceilings says of pyOpenSSL. */
export const pinnedMethodMessages = {
  callCaps: "`{{code}}` rules TLS 1.3 out (RFC 9325, section 3.1.1); with it go the post-quantum groups. Remove it.",
  methodPinsTls12:
    "`TLSv1_2_METHOD` speaks TLS 1.2 alone and rules TLS 1.3 out (RFC 9325, section 3.1.1). Let the newest version both sides know be chosen, with a floor of TLS 1.2.",
} as const;

/** The method of TLS 1.2. */
export function checkPinnedMethods(
  { module, openSslContexts }: PythonProgram,
  { report }: PythonContext<typeof pinnedMethodMessages, "upgrade">,
): void {
  for (const found of openSslContexts) {
    for (const value of found.methods.filter((each) => methodName(each) === "TLSv1_2_METHOD"))
      report({
        at: placeOf(found.methodNode ?? found.call, guardsOf(found.call, module), value),
        messageId: "methodPinsTls12",
        level: "warning",
        ...graded(methodMend(found, value, module)),
      });
    for (const { name, call, first } of found.calls)
      if (first && isCap(name, first, module))
        report({
          at: placeOf(call, guardsOf(call, module)),
          messageId: "callCaps",
          data: { code: textOf(call, module.text).slice(0, 80) },
          level: "warning",
          ...graded(withoutCall(call, module)),
        });
  }
}

const capped = new Set(["SSL3_VERSION", "TLS1_VERSION", "TLS1_1_VERSION", "TLS1_2_VERSION"]);

/** A ceiling, or the bit alone that keeps TLS 1.3 out: `set_options` adds bits. */
function isCap(name: string, first: PyNode, module: PyModule): boolean {
  const constants = valuesOf(first, module).map(constantOf);
  if (name === "set_max_proto_version") return constants.some((each) => each !== undefined && capped.has(each));
  return name === "set_options" && constants.includes("OP_NO_TLSv1_3");
}

function withoutCall(call: PyNode, module: PyModule): PyMend<"upgrade"> | undefined {
  const statement = call.parent?.type === "expression_statement" ? call.parent : undefined;
  const edit = statement && removalOf(statement, module);
  return edit && { grade: "upgrade", edits: [edit], remedy: "Removes it." };
}

/** `TLS_METHOD` with a floor right behind the construction: from pyOpenSSL 26.2 on a context is frozen by its first connection. */
function methodMend(
  { call, holder, methodNode, calls }: OpenSslContext,
  value: PyValue,
  module: PyModule,
): PyMend<"upgrade"> | undefined {
  if (!holder || !methodNode || value.at !== methodNode || methodNode.type !== "attribute") return undefined;
  const statement = call.parent?.parent;
  const ssl = textOf(field(methodNode, "object")!, module.text);
  const hasFloor = calls.some(({ name }) => name === "set_min_proto_version");
  const floor =
    statement?.type === "expression_statement"
      ? linesAfter(statement, [`${holder}.set_min_proto_version(${ssl}.TLS1_2_VERSION)`], module.text)
      : undefined;
  if (!hasFloor && !floor) return undefined;
  const edits = [replacement(methodNode, `${ssl}.TLS_METHOD`), ...(hasFloor || !floor ? [] : [floor])];
  return { grade: "upgrade", edits, remedy: "Speaks TLS 1.2 and newer, with `TLS_METHOD`." };
}

/** Lists of pyOpenSSL that offer weak suites. */
export function checkOpenSslSuites(
  program: PythonProgram,
  { settings, report }: PythonContext<typeof weakListMessages, "upgrade">,
): void {
  const { module, pythons } = program;
  for (const { list, value, argument, call } of listsIn(program)) {
    const offence = worstSuites(list, settings.policy, pythons);
    if (!offence) continue;
    const stronger = strengthened(list, narrowedList(list, settings.policy, pythons), settings.policy);
    const edit = stronger === undefined ? undefined : replaceLiteral(value, stronger);
    report({
      at: placeOf(argument, guardsOf(call, module), value),
      messageId: offence.status,
      data: { option: "set_cipher_list", suites: enumerate(offence.names), reference: cited(offence.reference) },
      level: offence.status === "prohibited" ? "error" : "warning",
      grade: "upgrade",
      mend: edit && { edits: [edit], remedy: "Offers the policy's cipher suites." },
    });
  }
}

/** Lists of pyOpenSSL that lower the level. */
export function checkOpenSslLevels(
  program: PythonProgram,
  { settings, report }: PythonContext<typeof listLevelMessages, "upgrade">,
): void {
  for (const { list, value, argument, call } of listsIn(program)) {
    const level = levelIn(list);
    if (level === undefined || level >= settings.policy.minSecurityLevel.value) continue;
    const rest = withoutSecurityLevel(list);
    const edit = rest === "" ? undefined : replaceLiteral(value, rest);
    report({
      at: placeOf(argument, guardsOf(call, program.module), value),
      messageId: "listLowers",
      data: { option: "set_cipher_list", level: String(level) },
      level: "error",
      grade: "upgrade",
      mend: edit && { edits: [edit], remedy: "Leaves the security level to OpenSSL." },
    });
  }
}

/** What the rule about certificates says of pyOpenSSL. */
export const setVerifyMessages = {
  setVerifyNone:
    "`{{code}}` accepts any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Use `VERIFY_PEER`, and compare the host name: pyOpenSSL never does.",
  setVerifyAccepts:
    "`{{code}}` says yes to every certificate, whatever OpenSSL found wrong with it (RFC 9325, section 7.1). Return its last argument.",
} as const;

/** `set_verify` that verifies nothing, or leaves it to a function that says yes. */
export function checkSetVerify(
  { module, openSslContexts }: PythonProgram,
  { report }: PythonContext<typeof setVerifyMessages, never>,
): void {
  const strangers = strangersVerified(openSslContexts, module);
  for (const calls of [...openSslContexts.map((each) => each.calls), strangers]) {
    const isServer = calls.some(isOfServer);
    for (const { name, call, first } of calls) {
      if (name !== "set_verify" || !first) continue;
      const data = { code: textOf(call, module.text).slice(0, 80) };
      const guards = guardsOf(call, module);
      if (acceptsEverything(verifyCallback(call), module))
        report({ at: placeOf(call, guards), messageId: "setVerifyAccepts", data, level: "error" });
      for (const value of valuesOf(first, module).filter((each) => constantOf(each) === "VERIFY_NONE"))
        report({
          at: placeOf(call, guards, value),
          messageId: "setVerifyNone",
          data,
          level: isServer ? "note" : "error",
        });
    }
  }
}

/** What servers have, and some clients. */
const isOfServer = ({ name }: { readonly name: string }) => /^use_(?:certificate|privatekey)/.test(name);

/** What the rule about defaults says of pyOpenSSL. */
export const openSslDefaultMessages = {
  contextDefault:
    "`{{code}}` accepts any certificate without `set_verify`, which is the default of pyOpenSSL (RFC 9325, section 7.1). Use `VERIFY_PEER`, and compare the host name: pyOpenSSL never does.",
} as const;

/** Contexts of clients that nobody tells to verify. */
export function checkOpenSslDefaults(
  { module, openSslContexts }: PythonProgram,
  { report }: PythonContext<typeof openSslDefaultMessages, never>,
): void {
  for (const found of openSslContexts) {
    const isTold = found.calls.some((each) => each.name === "set_verify" || isOfServer(each));
    if (isTold || !isOfClient(found, module)) continue;
    report({
      at: placeOf(found.call, guardsOf(found.call, module)),
      messageId: "contextDefault",
      data: { code: textOf(found.call, module.text).slice(0, 80) },
      level: "error",
    });
  }
}

function verifyCallback(call: PyNode): PyNode | undefined {
  const list = field(call, "arguments");
  return list?.children.filter(({ type }) => type !== "comment")[1];
}

interface GivenList {
  readonly list: string;
  readonly value: PyValue;
  readonly argument: PyNode;
  readonly call: PyNode;
}

function listsIn({ module, openSslContexts }: PythonProgram): readonly GivenList[] {
  return openSslContexts.flatMap(({ calls }) =>
    calls.flatMap(({ name, call, first }) =>
      name === "set_cipher_list" && first
        ? valuesOf(first, module).flatMap((value) =>
            value.kind === "literal" && typeof value.value === "string"
              ? [{ list: value.value, value, argument: first, call }]
              : [],
          )
        : [],
    ),
  );
}

/** What the list selects on some line of OpenSSL, judged suite by suite. */
function worstSuites(list: string, policy: Policy, pythons: readonly PythonRuntime[]) {
  const lines = [...new Set(pythons.map(({ openssl }) => openssl))];
  const names = new Set(
    lines.flatMap((line) => {
      const expansion = expandCipherList(list, line);
      return expansion.error ? [] : expansion.suites.map(({ opensslName, ianaName }) => opensslName ?? ianaName);
    }),
  );
  const judged = [...names].map((name) => ({ name, ...judgeCipherSuite(policy, name) }));
  for (const status of ["prohibited", "deprecated"] as const) {
    const first = judged.find((each) => each.status === status);
    if (!first) continue;
    const same = judged.filter((each) => each.status === status && each.reference === first.reference);
    return { status, reference: first.reference, names: same.map(({ name }) => name) };
  }
  return undefined;
}

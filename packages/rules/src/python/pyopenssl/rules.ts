import { expandCipherList, judgeCipherSuite, type Policy, type PythonRuntime } from "tls-policy";
import { withoutSecurityLevel } from "../../edits/cipher-list.js";
import { cited } from "../../rules/shared/citation.js";
import { replaceLiteral, strengthened } from "../edits/cipher-list.js";
import { linesAfter, replacement } from "../edits/lines.js";
import { definePythonRule, type PyMend, type PyRule, type PyRuleContext } from "../judging/rule.js";
import { enumerate } from "../judging/verdicts.js";
import { guardsOf } from "../program/guards.js";
import { field, type PyNode, textOf } from "../program/tree.js";
import { constantOf, type PyValue, valuesOf } from "../program/values.js";
import { acceptsEverything, methodName, type OpenSslContext, openSslContexts } from "./contexts.js";

const old: Readonly<Record<string, readonly [version: string, reference: string]>> = {
  SSLv2_METHOD: ["SSLv2", "RFC 6176, section 3"],
  SSLv3_METHOD: ["SSLv3", "RFC 7568, section 3"],
  TLSv1_METHOD: ["TLSv1", "RFC 8996, section 4"],
  TLSv1_1_METHOD: ["TLSv1.1", "RFC 8996, section 5"],
};

const deprecatedVersion = definePythonRule({
  name: "no-deprecated-protocol-version",
  messages: {
    method:
      "`{{method}}` speaks {{version}} alone, which {{reference}} prohibits. Let the newest version both sides know be chosen, with a floor of TLS 1.2.",
  },
  check(context) {
    for (const found of openSslContexts(context.module)) {
      for (const value of found.methods) {
        const name = methodName(value);
        const facts = name !== undefined && Object.hasOwn(old, name) ? old[name] : undefined;
        if (!facts || !found.methodNode) continue;
        context.report({
          at: found.methodNode,
          messageId: "method",
          data: { method: name!, version: facts[0], reference: cited(facts[1]) },
          level: "error",
          guards: [...guardsOf(found.call, context.module), ...value.guards],
          isDefault: value.isDefault,
          mend: methodMend(found, value, context),
        });
      }
    }
  },
});

const pinnedVersion = definePythonRule({
  name: "no-pinned-protocol-version",
  messages: {
    method:
      "`TLSv1_2_METHOD` speaks TLS 1.2 alone and rules TLS 1.3 out (RFC 9325, section 3.1.1). Let the newest version both sides know be chosen, with a floor of TLS 1.2.",
  },
  check(context) {
    for (const found of openSslContexts(context.module)) {
      for (const value of found.methods.filter((each) => methodName(each) === "TLSv1_2_METHOD"))
        context.report({
          at: found.methodNode ?? found.call,
          messageId: "method",
          level: "warning",
          guards: [...guardsOf(found.call, context.module), ...value.guards],
          isDefault: value.isDefault,
          mend: methodMend(found, value, context),
        });
    }
  },
});

/** `TLS_METHOD` with a floor right behind the construction: from pyOpenSSL 26.2 on a context is frozen by its first connection. */
function methodMend(
  { call, holder, methodNode, calls }: OpenSslContext,
  value: PyValue,
  { module }: PyRuleContext,
): PyMend | undefined {
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

const weakSuites = definePythonRule({
  name: "no-weak-cipher-suite",
  messages: {
    prohibited:
      "`set_cipher_list` offers {{suites}}, which {{reference}} prohibits. Offer suites with forward secrecy and authenticated encryption only.",
    deprecated:
      "`set_cipher_list` offers {{suites}}, which {{reference}} deprecates. Offer suites with forward secrecy and authenticated encryption only.",
  },
  check(context) {
    eachList(context, ({ list, value, argument, call }) => {
      const offence = worstSuites(list, context.settings.policy, context.pythons);
      if (!offence) return;
      const stronger = strengthened(list, context.settings.policy, context.pythons);
      const edit = stronger === undefined ? undefined : replaceLiteral(value, stronger);
      context.report({
        at: argument,
        messageId: offence.status,
        data: { suites: enumerate(offence.names), reference: cited(offence.reference) },
        level: offence.status === "prohibited" ? "error" : "warning",
        guards: [...guardsOf(call, context.module), ...value.guards],
        isDefault: value.isDefault,
        mend: edit && { grade: "upgrade", edits: [edit], remedy: "Offers the policy's cipher suites." },
      });
    });
  },
});

const lowLevel = definePythonRule({
  name: "no-low-security-level",
  messages: {
    lowered:
      "`set_cipher_list` lowers OpenSSL's security level to {{level}}, which allows keys, signatures and versions that RFC 9325 (section 4.5) rules out. Remove `@SECLEVEL={{level}}`.",
  },
  check(context) {
    eachList(context, ({ list, value, argument, call }) => {
      const level = /@SECLEVEL=(\d)(?!.*@SECLEVEL)/s.exec(list)?.[1];
      if (level === undefined || Number(level) >= context.settings.policy.minSecurityLevel.value) return;
      const rest = withoutSecurityLevel(list);
      const edit = rest === "" ? undefined : replaceLiteral(value, rest);
      context.report({
        at: argument,
        messageId: "lowered",
        data: { level },
        level: "error",
        guards: [...guardsOf(call, context.module), ...value.guards],
        isDefault: value.isDefault,
        mend: edit && { grade: "upgrade", edits: [edit], remedy: "Leaves the security level to OpenSSL." },
      });
    });
  },
});

const verification = definePythonRule({
  name: "no-disabled-certificate-verification",
  messages: {
    none: "`{{code}}` accepts any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Use `VERIFY_PEER`, and compare the host name: pyOpenSSL never does.",
    callback:
      "`{{code}}` says yes to every certificate, whatever OpenSSL found wrong with it (RFC 9325, section 7.1). Return its last argument.",
  },
  check(context) {
    const { module } = context;
    for (const { calls } of openSslContexts(module)) {
      const isServer = calls.some(({ name }) => /^use_(?:certificate|privatekey)/.test(name));
      for (const { name, call, first } of calls) {
        if (name !== "set_verify" || !first) continue;
        const code = textOf(call, module.text).slice(0, 80);
        const callback = verifyCallback(call);
        if (acceptsEverything(callback, module))
          context.report({
            at: call,
            messageId: "callback",
            data: { code },
            level: "error",
            guards: guardsOf(call, module),
          });
        for (const value of valuesOf(first, module).filter((each) => constantOf(each) === "VERIFY_NONE"))
          context.report({
            at: call,
            messageId: "none",
            data: { code },
            level: isServer ? "note" : "error",
            guards: [...guardsOf(call, module), ...value.guards],
            isDefault: value.isDefault,
          });
      }
    }
  },
});

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

function eachList({ module }: PyRuleContext, judge: (given: GivenList) => void): void {
  for (const { calls } of openSslContexts(module)) {
    for (const { name, call, first } of calls) {
      if (name !== "set_cipher_list" || !first) continue;
      for (const value of valuesOf(first, module))
        if (value.kind === "literal" && typeof value.value === "string")
          judge({ list: value.value, value, argument: first, call });
    }
  }
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

/** The same questions, asked of pyOpenSSL. */
export const pyOpenSslRules: readonly PyRule[] = [deprecatedVersion, pinnedVersion, weakSuites, lowLevel, verification];

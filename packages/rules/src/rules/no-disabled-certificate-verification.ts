import type { TSESTree } from "@typescript-eslint/types";
import { defineRule } from "../define-rule.js";
import { replaceSetting } from "../edits/setting-mends.js";
import { postgresVariable } from "../other-files/watched-variables.js";
import { isTooMuch } from "../source/program/budget.js";
import type { FileView } from "../source/program/file-view.js";
import { unwrap } from "../source/program/unwrap.js";
import { machineOf } from "../source/sites/machines.js";
import { isOfOwnMachine } from "../source/sites/own-machine.js";
import { comparesCertificates } from "../source/sites/pins.js";
import { isSetElsewhere } from "../source/sites/set-elsewhere.js";
import { type OptionValue, spellingOf, type TlsOptions } from "../source/sites/tls-options.js";
import { trustOf } from "../source/sites/trust.js";
import { knownValue } from "../source/values/static-value.js";
import { judgeVerification, verificationMessages } from "./openssl-calls/verification.js";
import {
  checkClientVerification,
  checkTellingOptions,
  clientVerificationMessages,
  tellingOptionMessages,
} from "./python/clients.js";
import { checkDeclaredOptions, declaredOptionMessages } from "./python/declared-options.js";
import { checkSetVerify, setVerifyMessages } from "./python/pyopenssl.js";
import { checkContextVerification, contextVerificationMessages } from "./python/verification.js";
import { isAlwaysOn } from "./shared/text-values.js";
import { asksWhetherAuthorized } from "./shared/unverified-sockets.js";
import type { Verdict } from "./shared/verdicts.js";
import { weakParametersOf } from "./shared/weak-parameters.js";

export default defineRule({
  name: "no-disabled-certificate-verification",
  meta: {
    type: "problem",
    description: "disallow TLS options that switch the verification of the peer's certificate off",
    preset: "recommended",
    grades: ["fix", "ask"],
    transform: "disabled-to-enabled-certificate-verification",
    cwe: [295],
    references: [
      "RFC 9325, section 7.1",
      "RFC 5280, section 6",
      "https://nodejs.org/api/tls.html#tlsconnectoptions-callback",
      "https://docs.python.org/3/library/ssl.html",
    ],
    messages: {
      ...contextVerificationMessages,
      ...clientVerificationMessages,
      ...setVerifyMessages,
      ...tellingOptionMessages,
      ...declaredOptionMessages,
      ...verificationMessages,
      disabled:
        "`{{code}}` accepts any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Verify it, with {{trust}} for a self-signed or company certificate.",
      postgres:
        "`PGSSLMODE` set to `no-verify` has pg accept any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Set it to `verify-full`, and name what signs a self-signed or company certificate in `ssl.ca`.",
      ownMachine:
        "`{{code}}` accepts any certificate from this machine, so any program that listens there can pose as the server. Verify it, with {{trust}} for a self-signed certificate.",
      proxy:
        "`secure: false` has the proxy hand requests on to whoever answers for `{{target}}` (RFC 9325, section 7.1). Verify it, and name what signs a self-signed or company certificate in `NODE_EXTRA_CA_CERTS`.",
      ownProxy:
        "`secure: false` has the proxy hand requests on to any program of this machine that answers for `{{target}}`. Verify it, and name what signs a self-signed certificate in `NODE_EXTRA_CA_CERTS`.",
      ownParameter:
        "`{{code}}` in `{{variable}}` has whoever connects with it accept any certificate from its own machine, so any program that listens there can pose as the server. Verify it, and hand over what signs a self-signed certificate.",
      parameter:
        "`{{code}}` in `{{variable}}` has whoever connects with it accept any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Verify it, and hand over what signs a self-signed or company certificate.",
      changing:
        "`{{code}}` verifies the certificate today; from {{until}} on it has libpq's meaning and verifies nothing, or no name. `sslmode=verify-full` keeps today's meaning.",
      pinned:
        "`{{code}}` leaves the certificate to the program, which compares a fingerprint or key: what it sends before that anyone on the path can read. Verify it, and compare in `checkServerIdentity`.",
      askedAfter:
        "`{{code}}` leaves the certificate to the program, which asks whether it was `authorized`: what it sends before that anyone on the path can read. Let Node refuse it.",
      clientCertificate:
        "`requestCert` with `{{code}}` lets clients in without a valid certificate. Check `socket.authorized`, or require the certificate.",
      tooMuch:
        "What TLS options are set here takes more steps to work out than are spent on a file, so that they are not judged.",
      undecided: "`{{option}}` may be `{{weak}}` here, which accepts any certificate; the code does not tell.",
    },
  },
  checkProgram(program, { report }) {
    if (isTooMuch(program.file))
      report({ at: { node: startOf(program), guard: undefined }, messageId: "tooMuch", level: "note" });
  },
  checkTlsOptions(options, { settings, report, mend, program, verdicts }) {
    if (options.isTooMuch && !isTooMuch(program.file))
      report({ at: { node: options.anchor, guard: undefined }, messageId: "tooMuch", level: "note" });
    if (options.unverified) return;
    const isPinned = comparesCertificates(program);
    const asksItself = asksWhetherAuthorized(program);
    for (const value of options.values("rejectUnauthorized")) {
      if (value.said?.by === "text" && value.said.until !== undefined && options.certainty === "proven") {
        const data = { code: spellingOf(program, value), until: value.said.until };
        report({
          at: value,
          messageId: "changing",
          data,
          level: "note",
          grade: "fix",
          mend: mend.replaceValue(value, true),
        });
      }
      if (value.kind !== "known") {
        const data = { option: value.write.key, weak: String(value.toNative(false)) };
        if (options.side !== "server" && !isOnUnlessAsked(value, options) && !isAlwaysOn(value, settings))
          report({ at: value, messageId: "undecided", data, level: "note" });
        continue;
      }
      if (value.value === true && options.side !== "server" && maySayOtherwise(value)) {
        const data = { option: value.write.key, weak: String(value.toNative(false)) };
        report({ at: value, messageId: "undecided", data, level: "note" });
      }
      if (value.value !== false && !isOffEverywhere(verdicts(), value)) continue;
      if (value.guard && isSettingItself(value)) {
        const data = { option: value.write.key, weak: program.textOf(value.node) };
        if (options.side !== "server") report({ at: value, messageId: "undecided", data, level: "note" });
        continue;
      }
      const data = { code: spellingOf(program, value), trust: trustOf(options, value) };
      if (options.side !== "server") {
        if (value.said?.by === "call" && value.said.isLoopback)
          report({
            at: value,
            messageId: "ownMachine",
            data,
            level: "note",
            grade: "ask",
            mend: mend.replaceValue(value, true),
          });
        else if (isOfOwnMachine(program, options, value))
          report({ at: value, messageId: "ownMachine", data, level: "note" });
        else if (isPinned || asksItself)
          report({ at: value, messageId: isPinned ? "pinned" : "askedAfter", data, level: "warning" });
        else report({ at: value, messageId: "disabled", data, grade: "ask", mend: mend.replaceValue(value, true) });
      } else if (asksItself) {
        continue;
      } else if (options.values("requestCert").some((request) => request.value === true)) {
        report({
          at: value,
          messageId: "clientCertificate",
          data,
          level: "note",
          grade: "ask",
          mend: mend.replaceValue(value, true),
        });
      }
    }
  },
  checkOpenSslCall(call, { report }) {
    for (const said of judgeVerification(call)) report(said);
  },
  checkSetting: {
    proxy(setting, { report }) {
      const { target, value } = setting;
      if (machineOf(target) === "own") report({ at: setting, messageId: "ownProxy", data: { target }, level: "note" });
      else
        report({
          at: setting,
          messageId: "proxy",
          data: { target },
          grade: "ask",
          mend: replaceSetting(value, "secure", "true"),
        });
    },
    variable(setting, { report }) {
      const { name, value, isForeign } = setting;
      // what pg 8 makes of it: `readSSLConfigFromEnvironment` of lib/connection-parameters.js
      if (name === postgresVariable && value.text === "no-verify") {
        const mend = isForeign ? undefined : replaceSetting(value, name, "verify-full");
        report({ at: setting, messageId: "postgres", level: "error", grade: "ask", mend });
      }
      for (const { at, parameter, isOfOwnMachine, mend } of weakParametersOf(setting, "rejectUnauthorized")) {
        const data = { code: parameter, variable: name };
        if (isOfOwnMachine) report({ at, messageId: "ownParameter", data, level: "note" });
        else report({ at, messageId: "parameter", data, grade: "ask", mend });
      }
    },
  },
  checkPython(program, context) {
    checkContextVerification(program, context);
    checkClientVerification(program, context);
    checkSetVerify(program, context);
    checkTellingOptions(program, context);
    checkDeclaredOptions(program, context);
  },
});

/** The first character of a file, which stands for the whole. */
function startOf({ file }: FileView): TSESTree.Node {
  const [start] = file.ast.range;
  return { ...file.ast, range: [start, start + 1], parent: file.ast } as TSESTree.Node;
}

/** `verify ? true : false` is `verify`. */
function isSettingItself({ node }: OptionValue): boolean {
  const { parent } = node;
  return (
    parent?.type === "ConditionalExpression" &&
    [parent.consequent, parent.alternate].every((arm) => arm.type === "Literal" && typeof arm.value === "boolean")
  );
}

/** What is on where it is read, and may be off for somebody who sets the member or variable. */
function maySayOtherwise({ write, toNative }: OptionValue): boolean {
  return isSetElsewhere(write.program, write.value, toNative(true));
}

/** `x !== false` and `x ?? true`: who wants no verification has to say so. */
function isOnUnlessAsked(value: OptionValue, options: TlsOptions): boolean {
  const { write, toNative } = value;
  if (maySayOtherwise(value)) return false;
  const comparison = unwrap(write.value);
  const isDenied =
    comparison.type === "BinaryExpression" &&
    /^!==?$/.test(comparison.operator) &&
    knownValue(write.program, comparison.right) === false;
  if (isDenied) return toNative(false) === false;
  return options
    .values("rejectUnauthorized")
    .some((other) => other.write === write && other.kind === "known" && other.value === true);
}

/** Before the fix of CVE-2021-22939 every falsy value switched verification off, not only `false`. */
function isOffEverywhere(verdicts: readonly Verdict[], { value }: OptionValue): boolean {
  const own = verdicts.filter(({ chosen }) => chosen.get("rejectUnauthorized")?.value === value);
  return (
    !value &&
    own.length > 0 &&
    own.every(
      ({ negotiation, side }) => side === "client" && negotiation.outcome === "offers" && !negotiation.verifiesPeer,
    )
  );
}

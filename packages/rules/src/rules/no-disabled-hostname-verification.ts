import { defineRule } from "../define-rule.js";
import type { Mend } from "../edits/mend.js";
import { hostNameCheckOf } from "../source/sites/host-name-check.js";
import { isOfOwnMachine } from "../source/sites/own-machine.js";
import { type OptionValue, spellingOf } from "../source/sites/tls-options.js";
import { hostFlagMessages, judgeHostFlags } from "./openssl-calls/options.js";
import { curlHostMessages, judgeCurlHost } from "./openssl-calls/verification.js";
import { checkClientHosts, clientHostMessages } from "./python/clients.js";
import { checkContextHosts, contextHostMessages } from "./python/host-names.js";
import { weakParametersOf } from "./shared/weak-parameters.js";

export default defineRule({
  name: "no-disabled-hostname-verification",
  meta: {
    type: "problem",
    description: "disallow a `checkServerIdentity` that accepts every host name",
    preset: "recommended",
    grades: ["ask"],
    transform: "custom-to-default-host-name-check",
    cwe: [297],
    references: [
      "RFC 9325, section 7.1",
      "RFC 9525",
      "https://nodejs.org/api/tls.html#tlscheckserveridentityhostname-cert",
      "https://docs.python.org/3/library/ssl.html",
    ],
    messages: {
      ...contextHostMessages,
      ...clientHostMessages,
      ...hostFlagMessages,
      ...curlHostMessages,
      acceptsAll:
        "`{{option}}` {{why}}, so a valid certificate for any other host is accepted (RFC 9525). Remove it, or return what `tls.checkServerIdentity` returns.",
      throws:
        "`{{option}}` {{why}} instead of returning the error: without a handler for uncaught exceptions the process ends, with one the connection stays open and data is sent. Return the error.",
      inverted:
        "`{{option}}` {{why}}: Node takes a true value for an error, so that the right certificate is refused, and a false one for none, so that any other is accepted (RFC 9525). Return an `Error` for what is refused, and nothing for the rest.",
      parameter:
        "`{{code}}` in `{{variable}}` has whoever connects with it accept a valid certificate for any other host (RFC 9525). Let the driver check the name.",
      disabled: "`{{code}}` accepts a valid certificate for any other host (RFC 9525). Let the client check the name.",
    },
  },
  checkTlsOptions(options, { report, mend, program }) {
    if (options.side === "server" || options.unverified) return;
    const answer = (value: OptionValue, edits: Mend | undefined) =>
      isOfOwnMachine(program, options, value) ? ({ level: "note" } as const) : ({ grade: "ask", mend: edits } as const);
    for (const value of options.values("checkServerIdentity")) {
      const option = value.write.key;
      const removal = mend.removeOption(value);
      if (value.function) {
        const { outcome, why, guard } = hostNameCheckOf(program, value.function);
        if (outcome === "accepts-all")
          report({ at: value, messageId: "acceptsAll", data: { option, why }, ...answer(value, removal) });
        else if (outcome === "chosen")
          report({ at: value.guard ? value : { ...value, guard }, messageId: "acceptsAll", data: { option, why } });
        else if (outcome === "inverted") report({ at: value, messageId: "inverted", data: { option, why } });
        else if (outcome === "throws")
          report({ at: value, messageId: "throws", data: { option, why }, level: "warning" });
      } else if (value.value === "accepts-all") {
        report({
          at: value,
          messageId: "disabled",
          data: { code: spellingOf(program, value) },
          ...answer(value, mend.replaceValue(value, "default")),
        });
      }
    }
  },
  checkSetting: {
    variable(setting, { report }) {
      for (const { at, parameter, isOfOwnMachine: isOwn, mend } of weakParametersOf(setting, "checkServerIdentity")) {
        const data = { code: parameter, variable: setting.name };
        report({ at, messageId: "parameter", data, ...(isOwn ? { level: "note" } : { grade: "ask", mend }) });
      }
    },
  },
  checkOpenSslCall(call, { report }) {
    for (const said of [...judgeHostFlags(call), ...judgeCurlHost(call)]) report(said);
  },
  checkPython(program, context) {
    checkContextHosts(program, context);
    checkClientHosts(program, context);
  },
});

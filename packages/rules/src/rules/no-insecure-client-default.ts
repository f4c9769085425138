import { defineRule } from "../define-rule.js";
import type { TlsOptions } from "../source/sites/tls-options.js";
import { trustOf } from "../source/sites/trust.js";
import { checkStandardClients, standardClientMessages } from "./python/defaults.js";

export default defineRule({
  name: "no-insecure-client-default",
  meta: {
    type: "problem",
    description: "disallow TLS options of clients that do not verify the peer unless they are told to",
    preset: "recommended",
    grades: ["ask"],
    transform: "insecure-default-to-explicit-verification",
    cwe: [1188, 295],
    references: ["RFC 9325, section 7.1", "RFC 9525", "https://docs.python.org/3/library/ssl.html"],
    messages: {
      ...standardClientMessages,
      certificate:
        "`{{option}}` without `{{word}}` accepts any certificate, which is the default of {{client}} (RFC 9325, section 7.1). Add `{{word}}: {{value}}`, with {{trust}} for a self-signed or company certificate.",
      hostName:
        "`{{option}}` without `{{word}}` accepts a valid certificate for any other host, which is the default of {{client}} (RFC 9525). Add `{{word}}: {{value}}`.",
      neverChecked:
        "`{{option}}` accepts a valid certificate for any other host, because {{client}} never compares host names (RFC 9525). Use a client that does.",
    },
  },
  checkTlsOptions(options, { report, mend }) {
    const { holder, insecureDefaults = [], client } = options;
    if (!holder || !client || !options.complete || acceptsAnyCertificate(options)) return;
    const at = { node: holder.keyNode, guard: holder.guard ?? options.guard };
    const names = { option: holder.key, client: client.name };
    for (const { option, remedy } of insecureDefaults) {
      const said = options.values(option);
      const isUndefined = said.length > 0 && said.every(({ kind, value }) => kind === "known" && value === undefined);
      if (options.has(option) && !options.optional.has(option) && !isUndefined) continue;
      if (!remedy) {
        report({ at, messageId: "neverChecked", data: names, level: "warning" });
        continue;
      }
      const [word, value] = [remedy[0], String(remedy[1])];
      const isHostName = option === "checkServerIdentity";
      report({
        at,
        messageId: isHostName ? "hostName" : "certificate",
        data: { ...names, word, value, trust: trustOf(options, { write: holder }) },
        level: isHostName ? "warning" : "error",
        grade: "ask",
        mend: isUndefined
          ? mend.replaceValue(said[0]!, isHostName ? "default" : true)
          : isInText(options)
            ? undefined
            : mend.addWord(word, value),
      });
    }
  },
  checkPython(program, context) {
    checkStandardClients(program, context);
  },
});

/** Options in a connection string, to which a person adds. */
function isInText(options: TlsOptions): boolean {
  return options.allValues().some(({ said }) => said !== undefined);
}

/** Then the host name does not matter, and no-disabled-certificate-verification says so. */
function acceptsAnyCertificate(options: TlsOptions): boolean {
  return options.values("rejectUnauthorized").some(({ value, kind }) => kind === "known" && value === false);
}

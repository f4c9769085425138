import type { TSESTree } from "@typescript-eslint/types";
import { defineRule } from "../define-rule.js";
import type { TlsOptions } from "../source/sites/tls-options.js";
import { trustOf } from "../source/sites/trust.js";
import { checkClientDefaults, clientDefaultMessages } from "./python/client-defaults.js";
import { checkStandardClients, standardClientMessages } from "./python/defaults.js";
import { checkOpenSslDefaults, openSslDefaultMessages } from "./python/pyopenssl.js";

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
      ...clientDefaultMessages,
      ...openSslDefaultMessages,
      certificate:
        "`{{option}}` without `{{word}}` accepts any certificate, which is the default of {{client}} (RFC 9325, section 7.1). Add `{{word}}: {{value}}`, with {{trust}} for a self-signed or company certificate.",
      unsaid:
        "`{{code}}` without `{{place}}` accepts any certificate, which is the default of {{client}} (RFC 9325, section 7.1). Set it to `{{value}}`, with {{trust}} for a self-signed or company certificate.",
      hostName:
        "`{{option}}` without `{{word}}` accepts a valid certificate for any other host, which is the default of {{client}} (RFC 9525). Add `{{word}}: {{value}}`.",
      neverChecked:
        "`{{option}}` accepts a valid certificate for any other host, because {{client}} never compares host names (RFC 9525). Use a client that does.",
    },
  },
  checkTlsOptions(options, { report, mend, program }) {
    const { holder, insecureDefaults = [], client, unsaidAt } = options;
    const whole = options.path?.length === 0 || options.ofScheme ? calleeOf(options.anchor) : undefined;
    const place = holder?.keyNode ?? whole;
    if (!place || !client || !options.complete || acceptsAnyCertificate(options)) return;
    const at = { node: place, guard: holder?.guard ?? options.guard };
    const names = { option: holder?.key ?? program.textOf(place), client: client.name };
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
      if (unsaidAt) {
        const place = [...unsaidAt, word].join(".");
        report({
          at,
          messageId: "unsaid",
          data: {
            // of an address no more than this: the rest may hold a password
            code: holder ? program.textOf(holder.node) : `${options.ofScheme}://`,
            client: client.name,
            place,
            value,
            trust: trustOf(options, { write: holder ?? { key: word } }),
          },
          grade: "ask",
          mend: holder && mend.addNested(holder, unsaidAt, word, value),
        });
        continue;
      }
      report({
        at,
        messageId: isHostName ? "hostName" : "certificate",
        data: { ...names, word, value, trust: trustOf(options, { write: { key: names.option } }) },
        // what a client documents for all that it does is no slip of one object
        level: isHostName || !holder ? "warning" : "error",
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
    checkClientDefaults(program, context);
    checkOpenSslDefaults(program, context);
  },
});

function calleeOf(anchor: TSESTree.Node): TSESTree.Node | undefined {
  return anchor.type === "CallExpression" || anchor.type === "NewExpression" ? anchor.callee : undefined;
}

/** Options in a connection string, to which a person adds. */
function isInText(options: TlsOptions): boolean {
  return options.allValues().some(({ said }) => said !== undefined);
}

/** Then the host name does not matter, and no-disabled-certificate-verification says so. */
function acceptsAnyCertificate(options: TlsOptions): boolean {
  return options.values("rejectUnauthorized").some(({ value, kind }) => kind === "known" && value === false);
}

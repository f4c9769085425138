import { assess } from "tls-policy";
import { withoutSecurityLevel } from "../cipher-list-mend.js";
import { defineRule } from "../define-rule.js";
import { verdictsOf } from "../verdicts.js";

export default defineRule({
  name: "no-low-security-level",
  meta: {
    type: "problem",
    description: "disallow cipher lists that lower OpenSSL's security level",
    preset: "recommended",
    grades: ["upgrade"],
    transform: "low-to-default-security-level",
    references: ["RFC 9325, section 4.5", "https://docs.openssl.org/3.5/man3/SSL_CTX_set_security_level/"],
    messages: {
      lowered: "`{{option}}` sets OpenSSL's security level to {{level}}, which allows {{allows}} (RFC 9325, section 4.5). Remove `@SECLEVEL={{level}}`.",
    },
  },
  checkTlsOptions(options, { settings, program, report, mend }) {
    const verdicts = verdictsOf(program, options, settings);
    for (const value of options.values("ciphers")) {
      if (typeof value.value !== "string" || !value.value.includes("@SECLEVEL=")) continue;
      const violation = verdicts
        .filter(({ chosen }) => chosen.get("ciphers")?.value === value.value)
        .flatMap(({ negotiation, side, runtime }) => assess(negotiation, settings.policy, side, runtime))
        .find(({ subject }) => subject === "security-level");
      if (!violation) continue;
      const level = String(violation.value);
      report({
        at: value,
        messageId: "lowered",
        data: { option: value.write.key, level, allows: allowedAt[level] ?? "weak keys" },
        grade: "upgrade",
        mend: mend.replaceValue(value, withoutSecurityLevel(value.value)),
      });
    }
  },
});

const allowedAt: Readonly<Record<string, string>> = {
  0: "TLSv1 and TLSv1.1, SHA-1 and MD5 signatures, and keys of any size",
  1: "1024-bit RSA and Diffie-Hellman keys",
};

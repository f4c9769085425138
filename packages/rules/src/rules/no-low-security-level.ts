import { assess, describeRuntimes, findCipherSuite, negotiate } from "tls-policy";
import { defineRule } from "../define-rule.js";
import { removeSecurityLevel, securityLevelPieces } from "../edits/security-level.js";
import type { Settings } from "../settings.js";
import type { FileView } from "../source/program/file-view.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import { type Verdict, verdictsOf } from "./shared/verdicts.js";
import { type RuntimeViolation, verdictsWith, violationsIn } from "./shared/violations.js";

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
      lowered:
        "`{{option}}` lowers OpenSSL's security level to {{level}}, which allows {{allowed}} ({{reference}}). Remove `@SECLEVEL={{level}}`.",
    },
  },
  checkTlsOptions(options, { settings, program, report, mend }) {
    const verdicts = verdictsOf(program, options, settings);
    for (const value of options.values("ciphers")) {
      const violations = lowLevels(program, value, verdicts, settings);
      const [first] = violations;
      if (!first) continue;
      const level = Number(first.value);
      report({
        at: value,
        messageId: "lowered",
        data: {
          option: value.write.key,
          level: String(level),
          allowed: describeAllowed(level, violations, offersAnonymous(verdictsWith(value, verdicts))),
          reference: first.reference,
        },
        level: level === 0 ? "error" : "warning",
        grade: "upgrade",
        mend: removeSecurityLevel(program, value, mend),
      });
    }
  },
});

/** Where the list itself is not known, the level that it ends with still is. */
function lowLevels(
  program: FileView,
  value: OptionValue,
  verdicts: readonly Verdict[],
  settings: Settings,
): readonly RuntimeViolation[] {
  if (typeof value.value === "string") {
    return value.value.includes("@SECLEVEL=")
      ? violationsIn(verdictsWith(value, verdicts), settings.policy, "security-level")
      : [];
  }
  const level = securityLevelPieces(program, value.node)
    .map((piece) => /.*@SECLEVEL=(\d)/s.exec(program.textOf(piece))![1])
    .at(-1);
  return level === undefined ? [] : violationsAt(level, settings);
}

function violationsAt(level: string, { policy, runtimes }: Settings): readonly RuntimeViolation[] {
  return runtimes.flatMap((runtime) =>
    assess(negotiate({ ciphers: `ALL@SECLEVEL=${level}` }, runtime, "client"), policy, "client", runtime)
      .filter(({ subject }) => subject === "security-level")
      .map((violation) => ({ ...violation, runtime })),
  );
}

/** What a level lets through that the runtimes' own would refuse (OpenSSL's documentation, and handshakes on Node 12 to 26). */
function describeAllowed(level: number, violations: readonly RuntimeViolation[], hasAnonymousSuites: boolean): string {
  const runtimes = violations.map(({ runtime }) => runtime);
  if (level > 0) return `RSA and Diffie-Hellman keys of 1024 bits on ${describeRuntimes(runtimes)}`;
  const onOpenSsl3 = runtimes.filter(({ openssl }) => openssl !== "1.1.1");
  const also =
    onOpenSsl3.length > 0
      ? `, on ${describeRuntimes(onOpenSsl3)} also SHA-1 signatures, and TLSv1 and TLSv1.1 where \`minVersion\` does`
      : "";
  const suites = hasAnonymousSuites ? ", anonymous suites" : "";
  return `certificate keys of any size${suites} and MD5 signatures${also}`;
}

function offersAnonymous(verdicts: readonly Verdict[]): boolean {
  return verdicts.some(
    ({ negotiation }) =>
      negotiation.outcome === "offers" &&
      negotiation.cipherSuites.some((name) => findCipherSuite(name)?.authentication === "anon"),
  );
}

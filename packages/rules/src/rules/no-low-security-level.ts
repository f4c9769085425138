import { assess, negotiate } from "tls-policy";
import { defineRule } from "../define-rule.js";
import { removeSecurityLevel, securityLevelPieces } from "../edits/security-level.js";
import type { Settings } from "../settings.js";
import type { FileView } from "../source/program/file-view.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import { judgeLevel, levelMessages } from "./openssl-calls/lists.js";
import { checkOpenSslLevels } from "./python/pyopenssl.js";
import { checkListLevels, listLevelMessages } from "./python/security-level.js";
import { describeAllowed, offersAnonymous } from "./shared/security-level.js";
import type { Verdict } from "./shared/verdicts.js";
import { type RuntimeViolation, verdictsWith, violationsIn } from "./shared/violations.js";

export default defineRule({
  name: "no-low-security-level",
  meta: {
    type: "problem",
    description: "disallow cipher lists that lower OpenSSL's security level",
    preset: "recommended",
    grades: ["upgrade", "ask"],
    transform: "low-to-default-security-level",
    cwe: [326, 327],
    attacks: ["BEAST", "Logjam"],
    references: [
      "RFC 9325, section 4.5",
      "https://docs.openssl.org/3.5/man3/SSL_CTX_set_security_level/",
      "https://docs.python.org/3/library/ssl.html",
    ],
    messages: {
      ...listLevelMessages,
      ...levelMessages,
      lowered:
        "`{{option}}` lowers OpenSSL's security level to {{level}}, which allows {{allowed}} ({{reference}}). Remove `@SECLEVEL={{level}}`.",
    },
  },
  checkTlsOptions(options, { settings, program, report, mend, verdicts }) {
    for (const value of options.values("ciphers")) {
      const violations = lowLevels(program, value, verdicts(), settings);
      const [first] = violations;
      if (!first) continue;
      const level = Number(first.value);
      report({
        at: value,
        messageId: "lowered",
        data: {
          option: value.write.key,
          level: String(level),
          allowed: describeAllowed(
            level,
            violations.map(({ runtime }) => runtime),
            offersAnonymous(verdictsWith(value, verdicts())),
          ),
          reference: first.reference,
        },
        level: level === 0 ? "error" : "warning",
        grade: isAllThereIs(options) ? "ask" : "upgrade",
        mend: removeSecurityLevel(program, value, mend),
      });
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of judgeLevel(call, settings)) report(said);
  },
  checkPython(program, context) {
    checkListLevels(program, context);
    checkOpenSslLevels(program, context);
  },
});

/** Whether options for a call out of sight are there for nothing but the level: some peer is not reached without it. */
function isAllThereIs(options: TlsOptions): boolean {
  return options.certainty === "likely" && options.allValues().length === 1;
}

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
    .map((piece) => /^.*@SECLEVEL=(\d)/s.exec(program.textOf(piece))![1])
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

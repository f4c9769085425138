import type { Violation } from "tls-policy";
import { defineRule } from "../define-rule.js";
import { narrowCipherList } from "../edits/cipher-list.js";
import { mendCipherList } from "../edits/mend-cipher-list.js";
import type { Settings } from "../settings.js";
import { cited } from "./shared/citation.js";
import { verdictsOf } from "./shared/verdicts.js";
import { verdictsWith, violationsBeyondSilence, violationsIn } from "./shared/violations.js";

export default defineRule({
  name: "no-weak-cipher-suite",
  meta: {
    type: "problem",
    description: "disallow cipher lists that offer cipher suites the policy prohibits or deprecates",
    preset: "recommended",
    grades: ["upgrade"],
    transform: "weak-to-recommended-cipher-suites",
    references: ["RFC 9325, section 4", "RFC 10015", "RFC 7465", "https://docs.openssl.org/3.5/man1/openssl-ciphers/"],
    messages: {
      prohibited:
        "`{{option}}` offers {{suites}}, which {{reference}} prohibits. Offer suites with forward secrecy and authenticated encryption only.",
      deprecated:
        "`{{option}}` offers {{suites}}, which {{reference}} deprecates. Offer suites with forward secrecy and authenticated encryption only.",
      undecided: "`{{option}}` may offer weak cipher suites; the code does not tell.",
    },
  },
  checkTlsOptions(options, { settings, program, report, mend }) {
    const verdicts = verdictsOf(program, options, settings);
    for (const value of options.values("ciphers")) {
      const option = value.write.key;
      if (value.kind === "unknown") report({ at: value, messageId: "undecided", data: { option }, level: "note" });
      if (typeof value.value !== "string" || isOfNode(value.value, settings)) continue;

      const own = verdictsWith(value, verdicts);
      const violations = violationsIn(own, settings.policy, "cipher-suite", "ciphersuite");
      const worst = statusOf(violations);
      if (!worst) continue;
      const offending = violations.filter(({ status }) => status === worst);
      const beyond = violationsBeyondSilence(own, "ciphers", settings.policy, "cipher-suite", "ciphersuite");
      const narrowed = narrowCipherList(value.value, settings);
      // a list by keywords that offers no more than Node does without it
      if (beyond.length === 0 && !narrowed?.isOfWeakItems) continue;
      report({
        at: value,
        messageId: worst,
        data: { option, suites: enumerate(offending), reference: cited(offending[0]!.reference) },
        level: statusOf(beyond) === "prohibited" ? "error" : "warning",
        grade: "upgrade",
        mend: mendCipherList(program, value, narrowed, options, settings.policy, mend),
      });
    }
  },
});

function statusOf(violations: readonly Violation[]): "prohibited" | "deprecated" | undefined {
  return (["prohibited", "deprecated"] as const).find((status) =>
    violations.some((violation) => violation.status === status),
  );
}

/** What `tls.DEFAULT_CIPHERS` is: to write it changes nothing. */
function isOfNode(list: string, { runtimes }: Settings): boolean {
  return runtimes.some(({ defaultCiphers }) => defaultCiphers === list);
}

/** The suites that the first one's reference speaks of, three by name. */
function enumerate(violations: readonly Violation[]): string {
  const [first] = violations;
  const names = [
    ...new Set(violations.filter(({ reference }) => reference === first!.reference).map(({ value }) => String(value))),
  ];
  const rest = names.length - 3;
  return rest > 0 ? `${names.slice(0, 3).join(", ")} and ${rest} more` : names.join(", ");
}

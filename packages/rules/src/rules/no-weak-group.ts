import { findGroup, judgeGroup, type Policy } from "tls-policy";
import { defineRule } from "../define-rule.js";
import type { Settings } from "../settings.js";
import { namesIn, withoutNames } from "./shared/name-lists.js";
import { verdictsOf } from "./shared/verdicts.js";
import { onSome, verdictsWith, violationsIn, worstOffence } from "./shared/violations.js";

export default defineRule({
  name: "no-weak-group",
  meta: {
    type: "problem",
    description: "disallow groups for the key exchange that the policy prohibits or deprecates",
    preset: "recommended",
    grades: ["upgrade"],
    transform: "weak-to-recommended-groups",
    references: [
      "RFC 9325, section 4.5",
      "RFC 8422, section 5.1.1",
      "https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions",
    ],
    messages: {
      prohibited:
        "`{{option}}` offers {{groups}}{{where}}, which {{reference}} prohibits. Leave the choice to Node, or name X25519, P-256 and P-384.",
      deprecated:
        "`{{option}}` offers {{groups}}{{where}}, which {{reference}} deprecates. Leave the choice to Node, or name X25519, P-256 and P-384.",
      undecided: "`{{option}}` may offer weak groups; the code does not tell.",
    },
  },
  checkTlsOptions(options, { settings, program, report, mend }) {
    const verdicts = verdictsOf(program, options, settings);
    for (const value of options.values("ecdhCurve")) {
      const option = value.write.key;
      if (value.kind === "unknown") report({ at: value, messageId: "undecided", data: { option }, level: "note" });
      if (typeof value.value !== "string") continue;
      const named = namesIn(value.value).map((name) => findGroup(name, "3.5")?.name);
      const violations = violationsIn(verdictsWith(value, verdicts), settings.policy, "group");
      const offence = worstOffence(violations.filter((violation) => named.includes(String(violation.value))));
      if (!offence) continue;
      report({
        at: value,
        messageId: offence.status,
        data: {
          option,
          groups: offence.names.join(", "),
          where: onSome(offence.runtimes, settings),
          reference: offence.reference,
        },
        level: offence.status === "prohibited" ? "error" : "warning",
        grade: "upgrade",
        mend: mend.replaceValue(value, strengthenGroups(value.value, settings)),
      });
    }
  },
});

/** The same list without its weak groups; where none is left, what every runtime in range has of the policy's own. */
function strengthenGroups(list: string, { policy, runtimes }: Settings): string {
  const kept = withoutNames(list, (name) => isWeak(name, policy));
  if (kept !== "" && kept !== list) return kept;
  if (!policy.groups.isExhaustive) return "auto";
  return policy.groups.accepted.filter((name) => runtimes.every(({ openssl }) => findGroup(name, openssl))).join(":");
}

function isWeak(name: string, policy: Policy): boolean {
  const { status } = judgeGroup(policy, name);
  return findGroup(name, "3.5") !== undefined && (status === "prohibited" || status === "deprecated");
}

import { findGroup, judgeGroup, type Policy } from "tls-policy";
import { defineRule } from "../define-rule.js";
import type { Mend, Mender } from "../edits/mend.js";
import type { Settings } from "../settings.js";
import type { FileView } from "../source/program/file-view.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import { groupMessages, judgeGroups } from "./openssl-calls/lists.js";
import { namesIn, takeNamesOut } from "./shared/name-lists.js";
import { levelOf, onSome, worstOffence } from "./shared/violations.js";

export default defineRule({
  name: "no-weak-group",
  meta: {
    type: "problem",
    description: "disallow groups for the key exchange that the policy prohibits or deprecates",
    preset: "recommended",
    grades: ["upgrade"],
    transform: "weak-to-recommended-groups",
    cwe: [326, 327],
    references: [
      "RFC 9325, section 4.5",
      "RFC 8422, section 5.1.1",
      "https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions",
    ],
    messages: {
      ...groupMessages,
      prohibited:
        "`{{option}}` offers {{groups}}{{where}}, which {{reference}} prohibits. Leave the choice to Node, or name X25519, P-256 and P-384.",
      deprecated:
        "`{{option}}` offers {{groups}}{{where}}, which {{reference}} deprecates. Leave the choice to Node, or name X25519, P-256 and P-384.",
    },
    undecided: "may offer weak groups",
  },
  checkTlsOptions(_options, { program, settings, report, mend, judged }) {
    for (const { value, text, violations } of judged("ecdhCurve", "group")) {
      // releases that do not know a name offer groups of their own, which are not the program's doing
      const named = namesIn(text).map((name) => findGroup(name, "3.5")?.name);
      const offence = worstOffence(violations.filter((violation) => named.includes(String(violation.value))));
      if (!offence) continue;
      report({
        at: value,
        messageId: offence.status,
        data: {
          option: value.write.key,
          groups: offence.names.join(", "),
          where: onSome(offence.runtimes, settings),
          reference: offence.reference,
        },
        level: levelOf(offence.status),
        grade: "upgrade",
        mend: strengthenGroups(program, value, text, settings, mend),
      });
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of judgeGroups(call, settings)) report(said);
  },
});

/** The same list without its weak groups; where none is left, what every runtime in range has of the policy's own. */
function strengthenGroups(
  program: FileView,
  value: OptionValue,
  list: string,
  { policy, runtimes }: Settings,
  mend: Mender,
): Mend | undefined {
  const isUnwanted = (name: string) => isWeak(name, policy);
  if (namesIn(list).some(isUnwanted) && !namesIn(list).every(isUnwanted))
    return takeNamesOut(program, value, list, isUnwanted, mend);
  const sound = policy.groups.isExhaustive
    ? policy.groups.accepted.filter((name) => runtimes.every(({ openssl }) => findGroup(name, openssl))).join(":")
    : "auto";
  return mend.replaceValue(value, sound);
}

function isWeak(name: string, policy: Policy): boolean {
  const { status } = judgeGroup(policy, name);
  return findGroup(name, "3.5") !== undefined && (status === "prohibited" || status === "deprecated");
}

import { describeRuntimes, findGroup } from "tls-policy";
import { defineRule } from "../define-rule.js";
import type { Mend, Mender } from "../edits/mend.js";
import type { Settings } from "../settings.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import { namesIn } from "./shared/name-lists.js";

export default defineRule({
  name: "prefer-post-quantum-groups",
  meta: {
    type: "suggestion",
    description: "prefer hybrid post-quantum groups over a fixed list without them",
    preset: "strict",
    grades: ["upgrade"],
    transform: "fixed-to-post-quantum-groups",
    cwe: [],
    references: ["RFC 10024", "https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions"],
    messages: {
      ruledOut:
        "`{{option}}: '{{list}}'` rules {{group}} out, which {{runtimes}} would offer ({{reference}}): what is recorded today can be read once there are quantum computers. {{remedy}}",
    },
  },
  checkTlsOptions(_options, { settings, report, mend, judged }) {
    for (const { value, text: list, violations } of judged("ecdhCurve", "group")) {
      if (namesIn(list).some(isPostQuantum)) continue;
      const missing = violations.filter(({ status }) => status === "missing");
      const [first] = missing;
      if (!first) continue;
      const group = String(first.value);
      const isEverywhere = settings.runtimes.every(({ openssl }) => findGroup(group, openssl));
      const remedy = isEverywhere ? "Put it first." : "Leave the choice to Node.";
      const runtimes = describeRuntimes(missing.map(({ runtime }) => runtime));
      const data = { option: value.write.key, list, group, runtimes, reference: first.reference, remedy };
      report({
        at: value,
        messageId: "ruledOut",
        data,
        level: "warning",
        grade: "upgrade",
        mend: addGroup(value, list, isEverywhere ? group : undefined, settings, mend),
      });
    }
  },
});

function isPostQuantum(name: string): boolean {
  const kind = findGroup(name, "3.5")?.kind;
  return kind === "hybrid" || kind === "post-quantum";
}

/** Runtimes that do not know the group throw on a list that names it; on a mixed range only Node's own choice serves all of them. */
function addGroup(
  value: OptionValue,
  list: string,
  group: string | undefined,
  { policy }: Settings,
  mend: Mender,
): Mend | undefined {
  if (group !== undefined) return mend.replaceValue(value, `${group}:${list}`);
  return policy.groups.isExhaustive ? undefined : mend.replaceValue(value, "auto");
}

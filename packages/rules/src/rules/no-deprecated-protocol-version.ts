import { compareProtocolVersions, isProtocolVersion, type ProtocolVersion, protocolVersionFacts } from "tls-policy";
import { defineRule } from "../define-rule.js";
import { cited } from "./shared/citation.js";
import { describeReach } from "./shared/describe-reach.js";
import { verdictsOf } from "./shared/verdicts.js";

export default defineRule({
  name: "no-deprecated-protocol-version",
  meta: {
    type: "problem",
    description: "disallow version bounds that allow protocol versions older than the policy's minimum",
    preset: "recommended",
    grades: ["upgrade"],
    transform: "deprecated-to-supported-protocol-version",
    references: ["RFC 8996", "RFC 9325, section 3.1.1"],
    messages: {
      allows:
        "`{{option}}: '{{version}}'` allows {{version}}, which {{reference}} prohibits{{reach}}. Raise it to '{{minVersion}}'.",
      caps: "`{{option}}: '{{version}}'` allows nothing newer than {{version}}, which {{reference}} prohibits{{reach}}. Remove it.",
      belowPolicy:
        "`{{option}}: '{{version}}'` allows {{version}}, which is older than the {{minVersion}} that the policy {{policy}} asks for. Raise it.",
      undecided: "`{{option}}` may allow a protocol version that RFC 8996 prohibits; the code does not tell.",
    },
  },
  checkTlsOptions(options, { settings, program, report, mend }) {
    const {
      minVersion: { value: minVersion },
      name: policy,
    } = settings.policy;
    const isTooOld = (value: unknown): value is ProtocolVersion =>
      isProtocolVersion(value) && compareProtocolVersions(value, minVersion) < 0;

    for (const value of [...options.values("minVersion"), ...options.values("maxVersion")]) {
      const option = value.write.key;
      if (value.kind === "unknown") report({ at: value, messageId: "undecided", data: { option }, level: "note" });
      const version = value.value;
      if (!isTooOld(version)) continue;

      const { status, reference } = protocolVersionFacts(version);
      const raised = mend.replaceValue(value, minVersion);
      const reach = describeReach(verdictsOf(program, options, settings), version);
      const data = { option, version, reference: cited(reference), reach, minVersion, policy };
      if (status !== "prohibited") {
        if (value.option === "minVersion")
          report({ at: value, messageId: "belowPolicy", data, level: "warning", grade: "upgrade", mend: raised });
      } else if (value.option === "minVersion") {
        report({ at: value, messageId: "allows", data, grade: "upgrade", mend: raised });
      } else {
        const uncapped = mend.removeOption(value) ?? mend.replaceValue(value, "TLSv1.3");
        report({ at: value, messageId: "caps", data, grade: "upgrade", mend: uncapped });
      }
    }
  },
});

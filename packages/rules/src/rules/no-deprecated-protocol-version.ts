import { compareProtocolVersions, isProtocolVersion, type ProtocolVersion, protocolVersionFacts } from "tls-policy";
import { defineRule } from "../define-rule.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import { asioVersionMessages, judgeAsioVersion } from "./openssl-calls/asio.js";
import { judgeOldMethod, pinnedMethodMessages } from "./openssl-calls/methods.js";
import { judgeLowBound, lowBoundMessages } from "./openssl-calls/version-bounds.js";
import { checkFloors, floorMessages } from "./python/floors.js";
import { checkContextVersions, contextVersionMessages } from "./python/protocols.js";
import { checkOldMethods, oldMethodMessages } from "./python/pyopenssl.js";
import { versionAttacks } from "./shared/attacks.js";
import { cited } from "./shared/citation.js";
import { describeReach } from "./shared/describe-reach.js";

export default defineRule({
  name: "no-deprecated-protocol-version",
  meta: {
    type: "problem",
    description: "disallow version bounds that allow protocol versions older than the policy's minimum",
    preset: "recommended",
    grades: ["upgrade", "ask"],
    transform: "deprecated-to-supported-protocol-version",
    cwe: [327, 757],
    attacks: versionAttacks,
    references: ["RFC 8996", "RFC 9325, section 3.1.1", "https://docs.python.org/3/library/ssl.html"],
    messages: {
      ...contextVersionMessages,
      ...oldMethodMessages,
      ...floorMessages,
      ...pinnedMethodMessages,
      ...asioVersionMessages,
      ...lowBoundMessages,
      allows:
        "`{{option}}: '{{version}}'` allows {{version}}, which {{reference}} prohibits{{reach}}. Raise it to '{{minVersion}}'.",
      caps: "`{{option}}: '{{version}}'` allows nothing newer than {{version}}, which {{reference}} prohibits{{reach}}. Remove it.",
      belowPolicy:
        "`{{option}}: '{{version}}'` allows {{version}}, which is older than the {{minVersion}} that the policy {{policy}} asks for. Raise it.",
    },
    undecided: "may allow a protocol version that RFC 8996 prohibits",
  },
  checkTlsOptions(options, { settings, report, mend, known, verdicts }) {
    const {
      minVersion: { value: minVersion },
      name: policy,
    } = settings.policy;
    const isTooOld = (value: unknown): value is ProtocolVersion =>
      isProtocolVersion(value) && compareProtocolVersions(value, minVersion) < 0;
    const uncap = (value: OptionValue) => mend.removeOption(value) ?? mend.replaceValue(value, "TLSv1.3");

    for (const value of [...known("minVersion"), ...known("maxVersion")]) {
      const version = value.value;
      if (!isTooOld(version)) continue;

      const { status, reference } = protocolVersionFacts(version);
      // a floor above the ceiling lets nobody in
      const ceilings = options.values("maxVersion").filter((each) => isTooOld(each.value));
      const raised = mend.all(mend.replaceValue(value, minVersion), ...ceilings.map(uncap));
      const reach = describeReach(verdicts(), version);
      const data = { option: value.write.key, version, reference: cited(reference), reach, minVersion, policy };
      if (status !== "prohibited") {
        if (value.option === "minVersion")
          report({ at: value, messageId: "belowPolicy", data, level: "warning", grade: "upgrade", mend: raised });
      } else if (value.option === "minVersion") {
        report({ at: value, messageId: "allows", data, grade: "upgrade", mend: raised });
      } else {
        report({ at: value, messageId: "caps", data, grade: "upgrade", mend: uncap(value) });
      }
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of [
      ...judgeOldMethod(call, settings),
      ...judgeLowBound(call, settings),
      ...judgeAsioVersion(call, settings),
    ])
      report(said);
  },
  checkPython(program, context) {
    checkContextVersions(program, context);
    checkOldMethods(program, context);
    checkFloors(program, context);
  },
});

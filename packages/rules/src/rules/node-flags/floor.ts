import { compareProtocolVersions, isProtocolVersion, judgeProtocolVersion } from "tls-policy";
import type { Mend } from "../../edits/mend.js";
import { replaceText } from "../../edits/text-edits.js";
import { attacksAmong, versionAttacks } from "../shared/attacks.js";
import { describeReach } from "../shared/describe-reach.js";
import type { FlagReport } from "./flag-report.js";
import { changedBy, type GivenFlag, verdictsUnder, withoutFlag } from "./given-flag.js";

/** A lower minimum than the policy's. */
export function judgeFloor(given: GivenFlag): readonly FlagReport[] {
  const { flag, settings, words } = given;
  const version = changedBy(given, "minVersion")?.value;
  if (!isProtocolVersion(version)) return [];
  const { status, reference } = judgeProtocolVersion(settings.policy, version);
  if (status !== "prohibited") return [];
  const verdicts = verdictsUnder(words, settings);
  const reach = describeReach(verdicts, version);
  const attacks = attacksAmong(versionAttacks, verdicts);
  const data = { flag: flag.name, version, reference, reach };
  return [{ at: flag, messageId: "lowersFloor", data, grade: "upgrade", mend: raisedFloor(given), attacks }];
}

/** Without the flag where Node's own minimum is good enough; with a higher one where every runtime knows it. */
function raisedFloor(given: GivenFlag): Mend | undefined {
  const { flag, settings } = given;
  const { value: minVersion } = settings.policy.minVersion;
  if (settings.runtimes.every(({ defaultMinVersion }) => compareProtocolVersions(defaultMinVersion, minVersion) >= 0))
    return withoutFlag(given);
  const higher = "--tls-min-v1.3";
  const isKnown = minVersion === "TLSv1.3" && settings.runtimes.every(({ traits }) => traits.has("hasTls13"));
  const edits = isKnown ? replaceText(flag.word, higher) : undefined;
  return edits && { edits, remedy: `Replace \`${flag.name}\` with \`${higher}\`.` };
}

import { compareProtocolVersions, isProtocolVersion, judgeProtocolVersion } from "tls-policy";
import { replaceText } from "../../text-edits.js";
import type { Report } from "../other-file-rule.js";
import { describeReach } from "../reach.js";
import { changedBy, type GivenFlag, type Mend, reportOn, withoutFlag } from "./given-flag.js";

/** A lower minimum than the policy's. */
export function judgeFloor(given: GivenFlag): readonly Report[] {
  const { settings, words } = given;
  const version = changedBy(given, "minVersion")?.value;
  if (!isProtocolVersion(version)) return [];
  const { status, reference } = judgeProtocolVersion(settings.policy, version);
  if (status !== "prohibited") return [];
  const data = { version, reference, reach: describeReach(version, settings, { flags: words }) };
  return [reportOn(given, { messageId: "lowersFloor", data, level: "error", grade: "upgrade", ...raisedFloor(given) })];
}

/** Without the flag where Node's own minimum is good enough; with a higher one where every runtime knows it. */
function raisedFloor(given: GivenFlag): Mend {
  const { flag, settings } = given;
  const { value: minVersion } = settings.policy.minVersion;
  if (settings.runtimes.every(({ defaultMinVersion }) => compareProtocolVersions(defaultMinVersion, minVersion) >= 0))
    return withoutFlag(given);
  const higher = "--tls-min-v1.3";
  const isKnown = minVersion === "TLSv1.3" && settings.runtimes.every(({ traits }) => traits.has("hasTls13"));
  return {
    edits: isKnown ? replaceText(flag.word, higher) : undefined,
    remedy: `Replace \`${flag.name}\` with \`${higher}\`.`,
  };
}

import { processDefaults } from "tls-policy";
import type { Report } from "../other-file-rule.js";
import { changedBy, type GivenFlag, reportOn, withoutFlag } from "./given-flag.js";
import { verdictsWith, violationsIn } from "./verdicts.js";

/** A maximum that rules TLS 1.3 out, or that contradicts the minimum. */
export function judgeCap(given: GivenFlag): readonly Report[] {
  const { settings, words } = given;
  const capped = changedBy(given, "maxVersion");
  if (!capped) return [];
  const { refusal } = processDefaults(capped.runtime, { flags: words });
  if (refusal !== undefined)
    return [
      reportOn(given, {
        messageId: "refused",
        data: { reason: refusal },
        level: "error",
        grade: "fix",
        ...withoutFlag(given),
      }),
    ];
  const missing = violationsIn(verdictsWith(given), settings).find(
    ({ subject, status }) => subject === "protocol-version" && status === "missing",
  );
  if (!missing) return [];
  const data = { missing: String(missing.value), reference: missing.reference };
  return [reportOn(given, { messageId: "pinned", data, level: "warning", grade: "upgrade", ...withoutFlag(given) })];
}

import { processDefaults } from "tls-policy";
import { violationsIn } from "../shared/violations.js";
import type { FlagReport } from "./flag-report.js";
import { changedBy, type GivenFlag, verdictsUnder, withoutFlag } from "./given-flag.js";

/** A maximum that rules TLS 1.3 out, or that contradicts the minimum. */
export function judgeCap(given: GivenFlag): readonly FlagReport[] {
  const { flag, settings, word, words } = given;
  const capped = changedBy(given, "maxVersion");
  if (!capped) return [];
  const mend = withoutFlag(given);
  const { refusal } = processDefaults(capped.runtime, { flags: words });
  if (refusal !== undefined)
    return [{ at: flag, messageId: "refused", data: { flag: flag.name, reason: refusal }, grade: "fix", mend }];
  const missing = violationsIn(verdictsUnder([word], settings), settings.policy, "protocol-version").find(
    ({ status }) => status === "missing",
  );
  if (!missing) return [];
  const data = { flag: flag.name, missing: String(missing.value), reference: missing.reference };
  return [{ at: flag, messageId: "pinned", data, level: "warning", grade: "upgrade", mend }];
}

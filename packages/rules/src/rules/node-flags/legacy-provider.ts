import { describeRuntimes } from "tls-policy";
import type { FlagReport } from "./flag-report.js";
import { type GivenFlag, withoutFlag } from "./given-flag.js";

/**
 * Outside negotiate()'s view: the provider adds algorithms to `crypto`, and to TLS only suites that a list has to name.
 * The published binaries of Node 12 to 16 were measured to refuse the flag.
 */
export function judgeLegacyProvider(given: GivenFlag): readonly FlagReport[] {
  const { flag, settings } = given;
  if (flag.name !== "--openssl-legacy-provider") return [];
  const mend = withoutFlag(given);
  const refusing = settings.runtimes.filter(({ traits }) => !traits.has("openssl3"));
  if (refusing.length === settings.runtimes.length) {
    const data = { flag: flag.name, reason: "it is new in Node 17" };
    return [{ at: flag, messageId: "refused", data, grade: "fix", mend }];
  }
  const data = {
    flag: flag.name,
    refusing: refusing.length > 0 ? `; ${describeRuntimes(refusing)} does not start with it` : "",
  };
  return [{ at: flag, messageId: "legacyProvider", data, level: "warning", grade: "ask", mend }];
}

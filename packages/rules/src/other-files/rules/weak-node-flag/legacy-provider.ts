import { describeRuntimes } from "tls-policy";
import type { Report } from "../other-file-rule.js";
import { type GivenFlag, reportOn, withoutFlag } from "./given-flag.js";

/**
 * Outside negotiate()'s view: the provider adds algorithms to `crypto`, and to TLS only suites that a list has to name.
 * The published binaries of Node 12 to 16 were measured to refuse the flag.
 */
export function judgeLegacyProvider(given: GivenFlag): readonly Report[] {
  const { flag, settings } = given;
  if (flag.name !== "--openssl-legacy-provider") return [];
  const refusing = settings.runtimes.filter(({ traits }) => !traits.has("openssl3"));
  if (refusing.length === settings.runtimes.length) {
    return [
      reportOn(given, {
        messageId: "refused",
        data: { reason: "it is new in Node 17" },
        level: "error",
        grade: "fix",
        ...withoutFlag(given),
      }),
    ];
  }
  const data = { refusing: refusing.length > 0 ? `; ${describeRuntimes(refusing)} does not start with it` : "" };
  return [
    reportOn(given, { messageId: "legacyProvider", data, level: "warning", grade: "ask", ...withoutFlag(given) }),
  ];
}

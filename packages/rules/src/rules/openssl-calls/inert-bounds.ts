import { onSomeLibssl } from "tls-policy";
import type { OpenSslCall } from "../../c/openssl-call.js";
import type { SettingReport } from "../../define-rule.js";
import type { Settings } from "../../settings.js";
import { releasesFor } from "./verdicts.js";

/** What the rule about options without effect says of calls in C. */
export const inertBoundMessages = {
  boundOfOneVersion:
    "`{{code}}` returns 1 and does nothing{{where}}: the context is made with `{{method}}`, which speaks one version whatever its bounds say (measured on OpenSSL 1.1.1 to 3.5). Make it with `{{flexible}}()`.",
} as const;

/** Bounds of a context whose method speaks one version. */
export function judgeInertBound(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof inertBoundMessages, never>[] {
  const { method } = call.context;
  if ((call.subject !== "min-version" && call.subject !== "max-version") || method?.version === undefined) return [];
  const releases = releasesFor(call, settings).filter(({ traits }) => traits.has("hasFixedVersionMethods"));
  if (releases.length === 0) return [];
  const where = onSomeLibssl(releases, settings.libssl);
  const data = { code: call.code, where, method: method.name, flexible: method.flexible };
  return [{ at: call, messageId: "boundOfOneVersion", data, level: "warning" }];
}

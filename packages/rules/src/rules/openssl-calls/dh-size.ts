import type { OpenSslCall } from "../../c/openssl-call.js";
import type { SettingReport } from "../../define-rule.js";
import type { Settings } from "../../settings.js";
import { cited } from "../shared/citation.js";

/** What the rule about Diffie-Hellman says of calls in C. */
export const dhSizeMessages = {
  callGenerates:
    "`{{code}}` makes Diffie-Hellman parameters of {{size}} bits, which {{reference}} prohibits. Let OpenSSL choose with `SSL_CTX_set_dh_auto`, or ask for {{least}} bits.",
} as const;

/** Sizes that are written out. */
export function judgeDhSize(
  call: OpenSslCall,
  { policy }: Settings,
): readonly SettingReport<typeof dhSizeMessages, "upgrade">[] {
  if (call.subject !== "dh-size") return [];
  const { value: least, reference } = policy.minDHSize;
  return call.values.flatMap((value): readonly SettingReport<typeof dhSizeMessages, "upgrade">[] => {
    if (value.number === undefined || value.number === 0 || value.number >= least) return [];
    const data = { code: call.code, size: String(value.number), reference: cited(reference), least: String(least) };
    const mend =
      call.isEditable && value.isOwn && value.guard === undefined
        ? { edits: [{ range: value.node.range, text: String(least) }], remedy: `Ask for ${least} bits.` }
        : undefined;
    return [
      {
        at: call,
        messageId: "callGenerates",
        data,
        level: value.guard === undefined ? "error" : "warning",
        grade: "upgrade",
        mend,
      },
    ];
  });
}

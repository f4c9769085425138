import type { OpenSslCall } from "../../c/openssl-call.js";
import type { CValue } from "../../c/values.js";
import type { SettingReport } from "../../define-rule.js";
import type { Level } from "../../finding.js";
import type { Settings } from "../../settings.js";
import { cited } from "../shared/citation.js";
import { releasesFor } from "./verdicts.js";

/** What the rule about Diffie-Hellman says of calls in C. */
export const dhSizeMessages = {
  callGenerates:
    "`{{code}}` makes Diffie-Hellman parameters of {{size}} bits, which {{reference}} prohibits; {{refused}}. Let OpenSSL choose with `SSL_CTX_set_dh_auto`, or ask for {{least}} bits.",
  callHasModulus:
    "`{{code}}` makes a Diffie-Hellman modulus of {{size}} bits, which {{reference}} prohibits; {{refused}}. Let OpenSSL choose with `SSL_CTX_set_dh_auto`.",
  callNamesSize:
    "`{{code}}` takes Diffie-Hellman parameters that have {{size}} bits by their name, which {{reference}} prohibits; {{refused}}. Let OpenSSL choose with `SSL_CTX_set_dh_auto`.",
} as const;

type DhReport = SettingReport<typeof dhSizeMessages, "upgrade">;

/** From 1.1.0 on `SSL_CTX_set_tmp_dh` takes none below it, at any security level (measured: OpenSSL 3.0.19). */
const leastOfOpenSsl = 1024;

const messageIds = {
  "dh-size": "callGenerates",
  "dh-modulus": "callHasModulus",
  "dh-name": "callNamesSize",
} as const;

/** Sizes that are written out, or that can be counted. */
export function judgeDhSize(call: OpenSslCall, settings: Settings): readonly DhReport[] {
  const { subject } = call;
  if (subject !== "dh-size" && subject !== "dh-modulus" && subject !== "dh-name") return [];
  const releases = releasesFor(call, settings);
  const { value: least, reference } = settings.policy.minDHSize;
  if (releases.length === 0) return [];
  return call.values.flatMap((value): readonly DhReport[] => {
    const { number: size, guard } = value;
    if (size === undefined || size === 0 || size >= least) return [];
    const isRefused = size < leastOfOpenSsl;
    const isLatent = isRefused && releases.every(({ traits }) => traits.has("hasVersionBounds"));
    const data = {
      code: call.code,
      size: String(size),
      reference: cited(reference),
      least: String(least),
      refused: isRefused
        ? "OpenSSL from 1.1.0 on refuses that size"
        : "OpenSSL refuses that size from security level 2 on",
    };
    const level: Level = subject === "dh-name" ? "note" : isLatent || guard !== undefined ? "warning" : "error";
    return [
      { at: call, messageId: messageIds[subject], data, level, grade: "upgrade", mend: raised(call, value, least) },
    ];
  });
}

function raised(call: OpenSslCall, { node, isOwn, guard }: CValue, least: number): DhReport["mend"] {
  return call.isEditable && isOwn && guard === undefined
    ? { edits: [{ range: node.range, text: String(least) }], remedy: `Ask for ${least} bits.` }
    : undefined;
}

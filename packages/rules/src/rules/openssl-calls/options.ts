import { secureOption } from "tls-policy";
import type { OpenSslCall } from "../../c/openssl-call.js";
import type { CValue, Operand } from "../../c/values.js";
import type { SettingReport } from "../../define-rule.js";
import type { Mend } from "../../edits/mend.js";
import type { Settings } from "../../settings.js";
import { attacksAmong } from "../shared/attacks.js";
import { releasesFor, verdictsOn } from "./verdicts.js";

/** What the rule about bits says of a call in C. */
export const optionMessages = {
  callWeakens: "`{{code}}` sets {{bit}}, which {{effect}} ({{reference}}). Take it out.",
} as const;

/** What the rule about host names says of flags in C. */
export const hostFlagMessages = {
  hostFlag: "`{{flag}}` {{effect}} ({{reference}}). Take it out.",
} as const;

/** Takes a bit out of its sum with the operator beside it; with its statement where it is alone. */
export function withoutOperand(call: OpenSslCall, value: CValue, { node, name }: Operand): Mend | undefined {
  if (!call.isEditable || !value.isOwn || value.guard !== undefined) return undefined;
  const remedy = `Take \`${name}\` out.`;
  if (node === value.node)
    return call.removal && call.guard === undefined ? { edits: call.removal, remedy } : undefined;
  const { parent } = node;
  const [left, right] = ["left", "right"].map((side) => parent?.children.find(({ field }) => field === side));
  if (parent?.type !== "binary_expression" || !left || !right) return undefined;
  const range = node === left ? ([left.range[0], right.range[0]] as const) : ([left.range[1], right.range[1]] as const);
  const hasComment = parent.children.some(({ type }) => type === "comment");
  return hasComment ? undefined : { edits: [{ range, text: "" }], remedy };
}

/** TLS 1.3 switched off is for no-pinned-protocol-version to say. */
const elsewhere = new Set(["SSL_OP_NO_TLSv1_3"]);

/** Bits that weaken the connections they are set for. */
export function judgeOptions(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof optionMessages, "upgrade">[] {
  if (call.subject !== "options" || releasesFor(call, settings).length === 0) return [];
  return call.values.flatMap((value) =>
    value.operands.flatMap((operand): readonly SettingReport<typeof optionMessages, "upgrade">[] => {
      const option = secureOption(operand.name);
      const isRead = option?.side === undefined || call.context.side === undefined || option.side === call.context.side;
      if (!option?.weakness || !isRead || elsewhere.has(option.name)) return [];
      const { status, reference } = option.weakness;
      const data = { code: call.name, bit: option.name, effect: option.effect, reference };
      return [
        {
          at: { range: operand.node.range },
          messageId: "callWeakens",
          data,
          level: status === "prohibited" && value.guard === undefined ? "error" : "warning",
          grade: "upgrade",
          mend: withoutOperand(call, value, operand),
          attacks: attacksAmong(["renegotiation"], verdictsOn(call, { set: "options", to: option.bit }, settings)),
        },
      ];
    }),
  );
}

/** X509_check_host(3) beside RFC 9525. */
const hostFlags: Readonly<Record<string, readonly [effect: string, reference: string]>> = {
  X509_CHECK_FLAG_ALWAYS_CHECK_SUBJECT: [
    "takes the common name for a host name beside those of the extension",
    "RFC 9525, section 6.3",
  ],
  X509_CHECK_FLAG_MULTI_LABEL_WILDCARDS: ["lets `*` stand for several labels", "RFC 9525, section 6.3"],
};

/** Flags that make the comparison of host names more lenient. */
export function judgeHostFlags(call: OpenSslCall): readonly SettingReport<typeof hostFlagMessages, "ask">[] {
  if (call.subject !== "host-flags") return [];
  return call.values.flatMap((value) =>
    value.operands.flatMap((operand): readonly SettingReport<typeof hostFlagMessages, "ask">[] => {
      const [effect, reference] = hostFlags[operand.name] ?? [];
      if (!effect || !reference) return [];
      const data = { flag: operand.name, effect, reference };
      const mend = withoutOperand(call, value, operand);
      return [{ at: { range: operand.node.range }, messageId: "hostFlag", data, level: "warning", grade: "ask", mend }];
    }),
  );
}

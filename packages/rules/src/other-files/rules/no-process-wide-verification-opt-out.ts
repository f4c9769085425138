import ruleForPrograms from "../../rules/no-process-wide-verification-opt-out.js";
import { replaceText } from "../text-edits.js";
import { verificationVariable } from "../watched-variables.js";
import type { JudgingRule } from "./other-file-rule.js";

const { name, meta } = ruleForPrograms;

/** `0` in quotes that are part of the value, or with blanks, is as inert as the words for no. */
const meantAsOptOut = /^(?:["']?(?:false|no|off|00|null|-0|0)["']?)$/i;

/** The question of the rule of this name in tls-rules, asked of environments outside programs. */
export const noProcessWideVerificationOptOut: JudgingRule = {
  name,
  judges: "variable",
  description: meta.description,
  grades: meta.grades,
  references: meta.references,
  messages: meta.messages,
  judge(setting) {
    if (setting.kind !== "variable" || setting.name !== verificationVariable) return [];
    const { value, range, removal } = setting;
    const isOptOut = value.text === "0";
    if (!isOptOut && !meantAsOptOut.test(value.text.trim())) return [];
    return [
      {
        messageId: isOptOut ? "optOut" : "inert",
        data: { value: value.text },
        range,
        level: isOptOut ? "error" : "warning",
        grade: "ask",
        edits: removal ?? replaceText(value, "1"),
        remedy: removal ? `Remove \`${verificationVariable}\`.` : `Set \`${verificationVariable}\` to \`1\`.`,
      },
    ];
  },
};

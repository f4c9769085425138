import { replaceText } from "../text-edits.js";
import type { JudgingRule } from "./other-file-rule.js";

/** npm 11 verifies for every value but `false`: measured against a registry with a self-signed certificate. */
const meantAsOff = /^(?:0|no|off|null|false)$/i;

export const noDisabledRegistryVerification: JudgingRule = {
  name: "no-disabled-registry-verification",
  judges: "npm-setting",
  description: "disallow switching certificate verification off for the package registry through `strict-ssl`",
  grades: ["ask"],
  references: ["RFC 9325, section 7.1", "https://docs.npmjs.com/cli/using-npm/config#strict-ssl"],
  messages: {
    disabled:
      "`strict-ssl` set to `false` installs packages from whoever answers in the registry's name (RFC 9325, section 7.1). Remove it, and name a private authority in `cafile` or `NODE_EXTRA_CA_CERTS`.",
    inert:
      "`strict-ssl` set to `{{value}}` changes nothing: npm switches verification off for exactly `false`. Remove it.",
  },
  judge(setting) {
    if (setting.kind !== "npm-setting" || setting.name !== "strict-ssl") return [];
    const { value, range, removal } = setting;
    if (!meantAsOff.test(value.text)) return [];
    const isDisabled = value.text === "false";
    return [
      {
        messageId: isDisabled ? "disabled" : "inert",
        data: { value: value.text },
        range,
        level: isDisabled ? "error" : "warning",
        grade: "ask",
        edits: removal ?? replaceText(value, "true"),
        remedy: removal ? "Remove `strict-ssl`." : "Set `strict-ssl` to `true`.",
      },
    ];
  },
};

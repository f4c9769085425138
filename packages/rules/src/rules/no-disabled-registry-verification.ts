import { defineRule } from "../define-rule.js";
import { removeSetting, replaceSetting } from "../edits/setting-mends.js";

/** npm 11 verifies for every value but `false`: measured against a registry with a self-signed certificate. */
const meantAsOff = /^(?:0|no|off|null|false)$/i;

export default defineRule({
  name: "no-disabled-registry-verification",
  meta: {
    type: "problem",
    description: "disallow switching certificate verification off for the package registry through `strict-ssl`",
    preset: "recommended",
    grades: ["ask"],
    transform: "disabled-to-enabled-registry-verification",
    cwe: [295],
    references: ["RFC 9325, section 7.1", "https://docs.npmjs.com/cli/using-npm/config#strict-ssl"],
    messages: {
      disabled:
        "`strict-ssl` set to `false` installs packages from whoever answers in the registry's name (RFC 9325, section 7.1). Remove it, and name what signs a self-signed or company certificate in `cafile` or `NODE_EXTRA_CA_CERTS`.",
      inert:
        "`strict-ssl` set to `{{value}}` changes nothing: npm switches verification off for exactly `false`. Remove it.",
    },
  },
  checkSetting: {
    "npm-setting"(setting, { report }) {
      const { name, value, removal } = setting;
      if (name !== "strict-ssl" || !meantAsOff.test(value.text)) return;
      const mend = removeSetting(removal, name) ?? replaceSetting(value, name, "true");
      const common = { at: setting, grade: "ask", mend } as const;
      if (value.text === "false") report({ ...common, messageId: "disabled" });
      else report({ ...common, messageId: "inert", data: { value: value.text }, level: "warning" });
    },
  },
});

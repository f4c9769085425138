import { defineRule } from "../define-rule.js";

export default defineRule({
  name: "__name__",
  meta: {
    type: "suggestion",
    description: "__description__",
    preset: "strict",
    grades: ["ask"],
    transform: "__transform__",
    cwe: [],
    references: ["https://nodejs.org/api/tls.html"],
    messages: {
      written: "`{{option}}` is set. Leave the choice to Node.",
    },
  },
  checkTlsOptions(options, { report, mend }) {
    for (const value of options.values("__option__")) {
      report({
        at: value,
        messageId: "written",
        data: { option: value.write.key },
        level: "warning",
        grade: "ask",
        mend: mend.removeOption(value),
      });
    }
  },
});

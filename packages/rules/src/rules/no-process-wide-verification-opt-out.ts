import { defineRule } from "../define-rule.js";
import { removeSetting, replaceSetting } from "../edits/setting-mends.js";
import { pythonVariable, verificationVariable } from "../other-files/watched-variables.js";
import { checkPythonProcess, pythonProcessMessages } from "./python/process-wide.js";

export default defineRule({
  name: "no-process-wide-verification-opt-out",
  meta: {
    type: "problem",
    description:
      "disallow switching certificate verification off for the whole process through `NODE_TLS_REJECT_UNAUTHORIZED`",
    preset: "recommended",
    grades: ["ask"],
    gradesInPython: ["ask", "fix"],
    transform: "verification-opt-out-to-default",
    cwe: [295],
    references: [
      "RFC 9325, section 7.1",
      "https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue",
      "https://docs.python.org/3/library/ssl.html",
    ],
    messages: {
      ...pythonProcessMessages,
      optOut:
        "`NODE_TLS_REJECT_UNAUTHORIZED` set to `{{value}}` makes every TLS client of the process accept any certificate (RFC 9325, section 7.1). Remove it, and name what signs a self-signed or company certificate in `NODE_EXTRA_CA_CERTS`.",
      inert:
        "`NODE_TLS_REJECT_UNAUTHORIZED` set to `{{value}}` changes nothing: Node switches verification off for exactly `0`. Remove it.",
      undecided:
        "`NODE_TLS_REJECT_UNAUTHORIZED` may become `0` here, which makes every TLS client of the process accept any certificate; the code does not tell.",
    },
  },
  checkEnvironmentWrite({ name, node, guard, alternatives }, { report, mend, program }) {
    if (name !== verificationVariable) return;
    for (const alternative of alternatives) {
      const at = { node, guard: alternative.guard ?? guard };
      const data = { value: program.textOf(alternative.node) };
      const removal = alternatives.length === 1 ? mend.removeWrite(node, name) : undefined;
      const meaning = alternative.kind === "known" ? meaningOf(String(alternative.value)) : "undecided";
      if (meaning === "undecided") report({ at, messageId: meaning, level: "note" });
      else if (meaning) report({ at, messageId: meaning, data, level: levels[meaning], grade: "ask", mend: removal });
    }
  },
  checkSetting: {
    variable(setting, { settings, report }) {
      const { name, value, removal, isForeign } = setting;
      if (name === pythonVariable) {
        if (value.text !== "0") return;
        const isRead = settings.pythons.some(({ from }) => from === "2.7");
        report({
          at: setting,
          messageId: isRead ? "pythonOptOut" : "pythonInert",
          level: isRead ? "error" : "note",
          grade: "ask",
          mend: isForeign ? undefined : removeSetting(removal, name),
        });
        return;
      }
      // what a file leaves empty it leaves open
      const meaning = name === verificationVariable && value.text.trim() !== "" ? meaningOf(value.text) : undefined;
      if (!meaning) return;
      const mend = isForeign ? undefined : (removeSetting(removal, name) ?? replaceSetting(value, name, "1"));
      report({
        at: setting,
        messageId: meaning,
        data: { value: value.text },
        level: levels[meaning],
        grade: "ask",
        mend,
      });
    },
  },
  checkPython(program, context) {
    checkPythonProcess(program, context);
  },
});

const levels = { optOut: "error", inert: "warning" } as const;

/** Quotes that are part of the value, and blanks, make `0` as inert as the words for no; `1` and `true` are the default spelt out. */
const meantAsOptOut = /^(?:|["']?(?:false|no|off|00|null|-0|0)["']?)$/i;

function meaningOf(value: string): "optOut" | "inert" | undefined {
  if (value === "0") return "optOut";
  return meantAsOptOut.test(value.trim()) ? "inert" : undefined;
}

import { defineRule } from "../define-rule.js";

const variable = "NODE_TLS_REJECT_UNAUTHORIZED";

export default defineRule({
  name: "no-process-wide-verification-opt-out",
  meta: {
    type: "problem",
    description:
      "disallow switching certificate verification off for the whole process through `NODE_TLS_REJECT_UNAUTHORIZED`",
    preset: "recommended",
    grades: ["ask"],
    transform: "verification-opt-out-to-default",
    references: ["RFC 9325, section 7.1", "https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue"],
    messages: {
      optOut:
        "`NODE_TLS_REJECT_UNAUTHORIZED` set to `{{value}}` makes every TLS client of the process accept any certificate (RFC 9325, section 7.1). Remove it, and name a private authority in `NODE_EXTRA_CA_CERTS`.",
      inert:
        "`NODE_TLS_REJECT_UNAUTHORIZED` set to `{{value}}` changes nothing: Node switches verification off for exactly `0`. Remove it.",
      undecided:
        "`NODE_TLS_REJECT_UNAUTHORIZED` may become `0` here, which makes every TLS client of the process accept any certificate; the code does not tell.",
    },
  },
  checkEnvironmentWrite({ name, node, guard, alternatives }, { report, mend, program }) {
    if (name !== variable) return;
    for (const alternative of alternatives) {
      const at = { node, guard: alternative.guard ?? guard };
      const data = { value: program.textOf(alternative.node) };
      const removal = alternatives.length === 1 ? mend.removeWrite(node, variable) : undefined;
      if (alternative.kind !== "known") report({ at, messageId: "undecided", level: "note" });
      else if (String(alternative.value) === "0")
        report({ at, messageId: "optOut", data, grade: "ask", mend: removal });
      else if (isMeantAsOptOut(alternative.value))
        report({ at, messageId: "inert", data, level: "warning", grade: "ask", mend: removal });
    }
  },
});

/** `1` and `true` are the default spelt out, and restoring it is no opt-out. */
function isMeantAsOptOut(value: unknown): boolean {
  return /^(false|no|off|00|null|-0|)$/i.test(String(value).trim());
}

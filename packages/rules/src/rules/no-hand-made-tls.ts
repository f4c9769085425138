import { defineRule } from "../define-rule.js";
import { guardAround } from "../source/guards/guards.js";
import { callsOfStacks, signatureChecks, subjectChecks } from "./shared/hand-made-tls.js";

export default defineRule({
  name: "no-hand-made-tls",
  meta: {
    type: "problem",
    description: "disallow TLS that is spoken, or verified, by other code than Node's",
    preset: "strict",
    grades: [],
    transform: "hand-made-to-node-tls",
    cwe: [1240, 295],
    references: ["RFC 5280, section 6", "RFC 9525", "https://nodejs.org/api/tls.html#tlsconnectoptions-callback"],
    messages: {
      stack:
        "`{{code}}` speaks TLS with {{module}}, which gets neither Node's fixes nor its certificate authorities. Use `node:tls`.",
      signature:
        "`{{code}}` checks a signature, and no chain of certificates, period or host name (RFC 5280, section 6; RFC 9525). Let Node verify the peer, with `ca` for a private authority.",
      subject:
        "`{{code}}` compares the subject of a certificate that nothing has verified: anyone can make one with that name (RFC 9525). Let Node verify the peer, and leave `rejectUnauthorized` on.",
    },
  },
  checkProgram(program, { report }) {
    const at = (node: Parameters<typeof guardAround>[1]) => ({ node, guard: guardAround(program, node) });
    for (const { call, module } of callsOfStacks(program))
      report({
        at: at(call.callee),
        messageId: "stack",
        data: { code: program.textOf(call.callee), module },
        level: "warning",
      });
    for (const call of signatureChecks(program))
      report({ at: at(call), messageId: "signature", data: { code: program.textOf(call.callee) }, level: "warning" });
    for (const node of subjectChecks(program))
      report({ at: at(node), messageId: "subject", data: { code: program.textOf(node) }, level: "warning" });
  },
});

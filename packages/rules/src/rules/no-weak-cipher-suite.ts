import { defineRule } from "../define-rule.js";
import { narrowCipherList } from "../edits/cipher-list.js";
import { mendCipherList } from "../edits/mend-cipher-list.js";
import type { Settings } from "../settings.js";
import { judgeSuites, suiteMessages } from "./openssl-calls/lists.js";
import { checkOpenSslSuites } from "./python/pyopenssl.js";
import { checkListedSuites, weakListMessages } from "./python/suites.js";
import { suiteAttacks } from "./shared/attacks.js";
import { cited } from "./shared/citation.js";
import { enumerate, levelOf, violationsBeyondSilence, worstOffence } from "./shared/violations.js";

const suites = ["cipher-suite", "ciphersuite"] as const;

export default defineRule({
  name: "no-weak-cipher-suite",
  meta: {
    type: "problem",
    description: "disallow cipher lists that offer cipher suites the policy prohibits or deprecates",
    preset: "recommended",
    grades: ["upgrade"],
    transform: "weak-to-recommended-cipher-suites",
    cwe: [327, 326],
    attacks: suiteAttacks,
    references: [
      "RFC 9325, section 4",
      "RFC 10015",
      "RFC 7465",
      "https://docs.openssl.org/3.5/man1/openssl-ciphers/",
      "https://docs.python.org/3/library/ssl.html",
    ],
    messages: {
      ...weakListMessages,
      ...suiteMessages,
    },
    undecided: "may offer weak cipher suites",
  },
  checkTlsOptions(options, { settings, program, report, mend, judged }) {
    for (const { value, text, verdicts, offence } of judged("ciphers", ...suites)) {
      if (!offence || isOfNode(text, settings)) continue;
      const beyond = worstOffence(violationsBeyondSilence(verdicts, "ciphers", settings.policy, ...suites));
      const narrowed = narrowCipherList(text, settings);
      // a list by keywords that offers no more than Node does without it
      if (!beyond && !narrowed?.isOfWeakItems) continue;
      report({
        at: value,
        messageId: offence.status,
        data: { option: value.write.key, suites: enumerate(offence.names), reference: cited(offence.reference) },
        level: beyond ? levelOf(beyond.status) : "warning",
        grade: "upgrade",
        mend: mendCipherList(program, value, narrowed, options, settings.policy, mend),
      });
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of judgeSuites(call, settings)) report(said);
  },
  checkPython(program, context) {
    checkListedSuites(program, context);
    checkOpenSslSuites(program, context);
  },
});

/** What `tls.DEFAULT_CIPHERS` is: to write it changes nothing. */
function isOfNode(list: string, { runtimes }: Settings): boolean {
  return runtimes.some(({ defaultCiphers }) => defaultCiphers === list);
}

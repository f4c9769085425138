import { findSignatureAlgorithm, judgeSignatureAlgorithm, type Policy } from "tls-policy";
import { defineRule } from "../define-rule.js";
import type { Mend, Mender } from "../edits/mend.js";
import type { Settings } from "../settings.js";
import type { FileView } from "../source/program/file-view.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import { judgeSignatures, signatureMessages } from "./openssl-calls/lists.js";
import { firstRight } from "./shared/mend-effects.js";
import { namesIn, takeNamesOut } from "./shared/name-lists.js";
import { levelOf, onSome, worstOffence } from "./shared/violations.js";

export default defineRule({
  name: "no-weak-signature-algorithm",
  meta: {
    type: "problem",
    description: "disallow signature algorithms with MD5, SHA-1, SHA-224 or DSA",
    preset: "recommended",
    grades: ["fix", "upgrade"],
    transform: "weak-to-recommended-signature-algorithms",
    cwe: [328, 327],
    references: [
      "RFC 9155",
      "RFC 8446, section 4.2.3",
      "RFC 9846",
      "https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions",
    ],
    messages: {
      ...signatureMessages,
      prohibited:
        "`{{option}}` offers {{algorithms}}{{where}}, which {{reference}} prohibits. Leave the option out, or name algorithms with SHA-256 and more.",
      deprecated:
        "`{{option}}` offers {{algorithms}}{{where}}, which {{reference}} deprecates. Leave the option out, or name algorithms with SHA-256 and more.",
      md5: "`{{option}}` names {{algorithms}}, which RFC 9155, section 2 prohibits and no OpenSSL of Node accepts. Remove it.",
    },
    undecided: "may offer weak signature algorithms",
  },
  checkTlsOptions(_options, { settings, program, report, mend, judged }) {
    for (const { value, text, violations } of judged("sigalgs", "signature-algorithm")) {
      const option = value.write.key;
      const replacement = firstRight(replacements(program, value, text, settings, mend), "upgrade", program, settings);
      const md5 = namesIn(text).filter(usesMd5);
      if (md5.length > 0)
        report({
          at: value,
          messageId: "md5",
          data: { option, algorithms: md5.join(", ") },
          grade: "fix",
          mend: replacement,
        });

      // releases that do not read the option offer their own default, which is not the program's doing
      const named = namesIn(text).map((name) => findSignatureAlgorithm(name, "3.5")?.name);
      const offence = worstOffence(
        violations.filter(
          ({ value: name, runtime }) => named.includes(String(name)) && runtime.traits.has("hasSigalgs"),
        ),
      );
      if (!offence) continue;
      report({
        at: value,
        messageId: offence.status,
        data: {
          option,
          algorithms: offence.names.join(", "),
          where: onSome(offence.runtimes, settings),
          reference: offence.reference,
        },
        level: levelOf(offence.status),
        grade: "upgrade",
        mend: replacement,
      });
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of judgeSignatures(call, settings)) report(said);
  },
});

/** The same list without its weak algorithms; where what is left does not do, Node's own choice or what an exhaustive policy accepts on every runtime. */
function replacements(
  program: FileView,
  value: OptionValue,
  list: string,
  { policy, runtimes }: Settings,
  mend: Mender,
): readonly (Mend | undefined)[] {
  const narrowed = takeNamesOut(program, value, list, (name) => isWeak(name, policy), mend);
  if (!policy.signatureAlgorithms.isExhaustive) return [narrowed, mend.removeOption(value)];
  const accepted = policy.signatureAlgorithms.accepted.filter((name) =>
    runtimes.every(({ openssl }) => findSignatureAlgorithm(name, openssl)),
  );
  return [narrowed, mend.replaceValue(value, accepted.join(":"))];
}

function isWeak(name: string, policy: Policy): boolean {
  if (usesMd5(name)) return true;
  const { status } = judgeSignatureAlgorithm(policy, name);
  return findSignatureAlgorithm(name, "3.5") !== undefined && (status === "prohibited" || status === "deprecated");
}

function usesMd5(name: string): boolean {
  return name.toUpperCase().split("+").includes("MD5");
}

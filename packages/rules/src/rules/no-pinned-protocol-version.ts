import { compareProtocolVersions, isProtocolVersion, type ProtocolVersion, protocolVersionFacts } from "tls-policy";
import { defineRule } from "../define-rule.js";
import type { Mend, Mender } from "../edits/mend.js";
import type { Settings } from "../settings.js";
import { isOnlyDefault } from "../source/guards/defaults.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import { asioPinMessages, judgeAsioPin } from "./openssl-calls/asio.js";
import { judgeTls12Method, tls12MethodMessages } from "./openssl-calls/methods.js";
import { capMessages, judgeCap } from "./openssl-calls/version-bounds.js";
import { checkContextCaps, contextCapMessages } from "./python/pinned.js";
import { checkPinnedMethods, pinnedMethodMessages } from "./python/pyopenssl.js";

export default defineRule({
  name: "no-pinned-protocol-version",
  meta: {
    type: "suggestion",
    description: "disallow a maximum version that rules TLS 1.3 out",
    preset: "recommended",
    grades: ["upgrade", "ask"],
    transform: "pinned-to-open-protocol-version",
    cwe: [757],
    references: [
      "RFC 9325, section 3.1.1",
      "RFC 9852",
      "https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions",
      "https://docs.python.org/3/library/ssl.html",
    ],
    messages: {
      ...contextCapMessages,
      ...pinnedMethodMessages,
      ...tls12MethodMessages,
      ...asioPinMessages,
      ...capMessages,
      pinned:
        "`{{option}}: '{{version}}'` rules {{missing}} out, which {{reference}} asks for; with it go the post-quantum groups. Remove it.",
    },
  },
  checkTlsOptions(options, { settings, report, mend, judged }) {
    for (const { value, text: version, violations } of judged("maxVersion", "protocol-version")) {
      // no-deprecated-protocol-version speaks of the others
      if (!isProtocolVersion(version) || protocolVersionFacts(version).status === "prohibited") continue;
      const missing = violations.find(
        ({ status, runtime, value: expected }) =>
          status === "missing" && runtime.traits.has("hasTls13") && isAbove(expected, version),
      );
      if (!missing) continue;
      const option = value.write.key;
      const data = { option, version, missing: String(missing.value), reference: missing.reference };
      report({
        at: value,
        messageId: "pinned",
        data,
        level: "warning",
        grade: isOnlyDefault(value.node, option) ? "ask" : "upgrade",
        mend: liftCap(value, options, settings, mend),
      });
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of [
      ...judgeTls12Method(call, settings),
      ...judgeCap(call, settings),
      ...judgeAsioPin(call, settings),
    ])
      report(said);
  },
  checkPython(program, context) {
    checkContextCaps(program, context);
    checkPinnedMethods(program, context);
  },
});

/** What stands below the maximum is missing for another reason. */
function isAbove(expected: unknown, version: ProtocolVersion): boolean {
  return isProtocolVersion(expected) && compareProtocolVersions(expected, version) > 0;
}

/** Takes the maximum out, or raises it where the same place also gives another one. */
function liftCap(value: OptionValue, options: TlsOptions, { runtimes }: Settings, mend: Mender): Mend | undefined {
  const isOnly = options.values("maxVersion").filter(({ write }) => write === value.write).length === 1;
  const removal = isOnly ? mend.removeOption(value) : undefined;
  return (
    removal ??
    (runtimes.every(({ traits }) => traits.has("hasTls13")) ? mend.replaceValue(value, "TLSv1.3") : undefined)
  );
}

import {
  compareProtocolVersions,
  historicVersionOfMethod,
  type SecureProtocolMethod,
  secureProtocolMethod,
} from "tls-policy";
import { defineRule } from "../define-rule.js";
import type { TlsOptions } from "../source/sites/tls-options.js";
import { versionAttacks } from "./shared/attacks.js";

export default defineRule({
  name: "no-legacy-secure-protocol",
  meta: {
    type: "problem",
    description: "disallow `secureProtocol`, whose methods pin or lower the protocol version",
    preset: "recommended",
    grades: ["fix", "upgrade"],
    transform: "secure-protocol-to-min-version",
    cwe: [327, 757],
    attacks: versionAttacks,
    references: [
      "RFC 8996",
      "RFC 9325, section 3.1.1",
      "https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions",
    ],
    messages: {
      deprecated:
        "`{{option}}: '{{method}}'` allows nothing but {{version}}, which RFC 8996 deprecates. Set a minimum version instead.",
      lowersFloor:
        "`{{option}}: '{{method}}'` lowers the minimum version to TLSv1, below Node's own default of TLSv1.2; RFC 8996 deprecates it. Set a minimum version instead.",
      blocksTls13:
        "`{{option}}: '{{method}}'` rules TLSv1.3 out, which RFC 9325, section 3.1.1, says to prefer. Set a minimum version instead.",
      historic:
        "`{{option}}: '{{method}}'` throws ERR_TLS_INVALID_PROTOCOL_METHOD, because Node has switched {{version}} off. Set a minimum version instead.",
      unknownMethod:
        "`{{option}}: '{{method}}'` throws ERR_TLS_INVALID_PROTOCOL_METHOD, because Node knows no such method. Set a minimum version instead.",
      undecided:
        "`{{option}}` pins or lowers the protocol version; which one, the code does not tell. Set a minimum version instead.",
    },
  },
  checkTlsOptions(options, { settings, report, mend }) {
    if (conflicts(options)) return;
    const { value: minVersion } = settings.policy.minVersion;
    for (const value of options.values("secureProtocol")) {
      const option = value.write.key;
      if (value.kind === "unknown") report({ at: value, messageId: "undecided", data: { option }, level: "note" });
      if (typeof value.value !== "string") continue;

      const data = { option, method: value.value };
      // without a word for a minimum version, the client's connections have Node's own
      const replacement =
        options.nameOf("minVersion") === undefined
          ? mend.removeOption(value)
          : mend.replaceOption(value, "minVersion", minVersion);
      const method = secureProtocolMethod(value.value);
      if (method) {
        const messageId = messageOf(method);
        const level = messageId === "blocksTls13" ? "warning" : "error";
        report({
          at: value,
          messageId,
          data: { ...data, version: method.max },
          level,
          grade: "upgrade",
          mend: replacement,
        });
        continue;
      }
      const version = historicVersionOfMethod(value.value);
      if (version)
        report({ at: value, messageId: "historic", data: { ...data, version }, grade: "fix", mend: replacement });
      else report({ at: value, messageId: "unknownMethod", data, grade: "fix", mend: replacement });
    }
  },
});

/** Beside a version bound, `secureProtocol` throws: that is for no-invalid-tls-options to say. */
function conflicts(options: TlsOptions): boolean {
  return [...options.values("minVersion"), ...options.values("maxVersion")].some((bound) => bound.value != null);
}

function messageOf(method: SecureProtocolMethod): "lowersFloor" | "blocksTls13" | "deprecated" {
  if (method.max === "TLSv1.3") return "lowersFloor";
  return compareProtocolVersions(method.max, "TLSv1.2") < 0 ? "deprecated" : "blocksTls13";
}

import { defineRule } from "../define-rule.js";
import type { OpenSslCommand } from "../setting.js";
import type { Settings } from "../settings.js";
import { judgeCipherString } from "./openssl-config/cipher-string.js";
import { type CommandReport, messages } from "./openssl-config/command-report.js";
import { judgeGroupNames, judgeSignatureNames } from "./openssl-config/name-lists.js";
import { judgeOptions } from "./openssl-config/options.js";
import { judgeCap, judgeFloor } from "./openssl-config/protocol-bounds.js";

type Judge = (command: OpenSslCommand, settings: Settings) => readonly CommandReport[];

/** By command; OpenSSL compares their names without regard to case. */
const judges: Readonly<Record<string, Judge>> = {
  minprotocol: judgeFloor,
  maxprotocol: judgeCap,
  cipherstring: judgeCipherString,
  groups: judgeGroupNames,
  curves: judgeGroupNames,
  signaturealgorithms: judgeSignatureNames,
  options: judgeOptions,
  protocol: judgeOptions,
};

export default defineRule({
  name: "no-weak-openssl-config",
  meta: {
    type: "problem",
    description: "disallow OpenSSL configuration that weakens the TLS connections of every program that reads it",
    grades: ["upgrade"],
    cwe: [326, 327],
    references: [
      "RFC 8996",
      "RFC 9325",
      "https://docs.openssl.org/3.5/man3/SSL_CONF_cmd/",
      "https://nodejs.org/api/cli.html#openssl_conffile",
    ],
    messages,
  },
  checkSetting: {
    "openssl-command"(command, { settings, report }) {
      const name = command.name.toLowerCase();
      if (!Object.hasOwn(judges, name)) return;
      for (const said of judges[name]!(command, settings)) report(said);
    },
  },
});

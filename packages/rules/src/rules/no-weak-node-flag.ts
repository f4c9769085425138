import { defineRule } from "../define-rule.js";
import { judgeCap } from "./node-flags/cap.js";
import { judgeCipherList } from "./node-flags/cipher-list.js";
import { messages } from "./node-flags/flag-report.js";
import { judgeFloor } from "./node-flags/floor.js";
import { givenFlags } from "./node-flags/given-flag.js";
import { judgeLegacyProvider } from "./node-flags/legacy-provider.js";
import { suiteAttacks, versionAttacks } from "./shared/attacks.js";

const judges = [judgeFloor, judgeCap, judgeCipherList, judgeLegacyProvider];

export default defineRule({
  name: "no-weak-node-flag",
  meta: {
    type: "problem",
    description: "disallow command line flags of Node that weaken every TLS connection of the process",
    preset: "recommended",
    grades: ["fix", "upgrade", "ask"],
    transform: "weak-node-flag-to-default",
    cwe: [327, 757],
    attacks: [...versionAttacks, ...suiteAttacks],
    references: [
      "RFC 8996",
      "RFC 9325",
      "https://nodejs.org/api/cli.html",
      "https://docs.openssl.org/3.5/man7/OSSL_PROVIDER-legacy/",
    ],
    messages,
  },
  checkSetting: {
    "node-flags"({ flags }, { settings, report }) {
      for (const given of givenFlags(flags, settings))
        for (const said of judges.flatMap((judge) => judge(given))) report(said);
    },
  },
});

import type { Settings } from "../../settings.js";
import type { Flag, NodeFlags } from "../setting.js";
import type { JudgingRule, Report } from "./other-file-rule.js";
import { judgeCap } from "./weak-node-flag/cap.js";
import { judgeCipherList } from "./weak-node-flag/cipher-list.js";
import { judgeFloor } from "./weak-node-flag/floor.js";
import { givenFlag } from "./weak-node-flag/given-flag.js";
import { judgeLegacyProvider } from "./weak-node-flag/legacy-provider.js";

export const noWeakNodeFlag: JudgingRule = {
  name: "no-weak-node-flag",
  judges: "node-flags",
  description: "disallow command line flags of Node that weaken every TLS connection of the process",
  grades: ["fix", "upgrade", "ask"],
  references: [
    "RFC 8996",
    "RFC 9325",
    "https://nodejs.org/api/cli.html",
    "https://docs.openssl.org/3.5/man7/OSSL_PROVIDER-legacy/",
  ],
  messages: {
    lowersFloor:
      "`{{flag}}` lets every TLS connection of the process go down to {{version}}, which {{reference}} prohibits{{reach}}. Remove it.",
    pinned:
      "`{{flag}}` rules {{missing}} out for every connection of the process, which {{reference}} asks for; with it go the post-quantum groups. Remove it.",
    refused: "With `{{flag}}` Node does not start: {{reason}}. Remove it.",
    prohibited:
      "`{{flag}}` offers {{suites}}, which {{reference}} prohibits, on every connection of the process. Offer suites with forward secrecy and authenticated encryption only.",
    deprecated:
      "`{{flag}}` offers {{suites}}, which {{reference}} deprecates, on every connection of the process. Offer suites with forward secrecy and authenticated encryption only.",
    lowLevel:
      "`{{flag}}` sets OpenSSL's security level to {{level}} for every connection of the process, which allows {{allows}} (RFC 9325, section 4.5). Leave the level at its default.",
    invalid:
      "With this `{{flag}}` every TLS connection of the process fails on {{runtimes}} ({{code}}). Name suites that OpenSSL has.",
    legacyProvider:
      "`{{flag}}` brings MD4, RC4, single DES and other broken algorithms back for the whole process, where OpenSSL 3 leaves them out{{refusing}}. Remove it, and upgrade what needs them.",
  },
  judge(setting, settings) {
    return setting.kind === "node-flags" ? setting.flags.flatMap((flag) => judgeFlag(flag, setting, settings)) : [];
  },
};

function judgeFlag(flag: Flag, { flags }: NodeFlags, settings: Settings): readonly Report[] {
  if (flag.value?.isKnown === false) return [];
  const given = givenFlag(flag, flags, settings);
  return [judgeFloor, judgeCap, judgeCipherList, judgeLegacyProvider].flatMap((judge) => judge(given));
}

import type { SettingReport } from "../../define-rule.js";

/** What no-weak-node-flag says. */
export const messages = {
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
    "`{{flag}}` sets OpenSSL's security level to {{level}} for every connection of the process, which allows {{allowed}} (RFC 9325, section 4.5). Leave the level at its default.",
  invalid:
    "With this `{{flag}}` every TLS connection of the process fails on {{runtimes}} ({{code}}). Name suites that OpenSSL has.",
  legacyProvider:
    "`{{flag}}` brings MD4, RC4, single DES and other broken algorithms back for the whole process, where OpenSSL 3 leaves them out{{refusing}}. Remove it, and upgrade what needs them.",
} as const;

export type FlagReport = SettingReport<typeof messages, "fix" | "upgrade" | "ask">;

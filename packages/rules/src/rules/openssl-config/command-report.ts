import type { SettingReport } from "../../define-rule.js";

/**
 * Whether Node reads a setting that it does not set itself (measured on Node 12 to 26 by what is offered: `@SECLEVEL`, `Protocol`, `Groups` and
 * `SignatureAlgorithms` of `nodejs_conf` count; `MinProtocol`, `MaxProtocol`, `Ciphersuites` and the suites of `CipherString` do not).
 */
const nodeReads =
  "Node takes it as well where the file names it under `nodejs_conf`, or is read with `--openssl-shared-config`; before 16.20 also from `openssl_conf`.";

/** What no-weak-openssl-config says. */
export const messages = {
  lowersFloor:
    "`{{command}} = {{value}}` lets programs that read this file go down to {{version}}, which {{reference}} prohibits. Raise it to {{minVersion}}. Node sets a minimum of its own.",
  caps: "`{{command}} = {{value}}` keeps programs that read this file from TLSv1.3, which {{reference}} asks for. Remove it. Node sets a maximum of its own.",
  prohibited:
    "`{{command}}` offers {{suites}}, which {{reference}} prohibits. Offer suites with forward secrecy and authenticated encryption only. Node sets a list of its own.",
  deprecated:
    "`{{command}}` offers {{suites}}, which {{reference}} deprecates. Offer suites with forward secrecy and authenticated encryption only. Node sets a list of its own.",
  prohibitedNames: `\`{{command}}\` offers {{names}}, which {{reference}} prohibits. Take it out. ${nodeReads}`,
  deprecatedNames: `\`{{command}}\` offers {{names}}, which {{reference}} deprecates. Take it out. ${nodeReads}`,
  lowLevel: `\`{{command}}\` sets OpenSSL's security level to {{level}}, which allows {{allowed}} (RFC 9325, section 4.5). Raise it to {{minLevel}}. ${nodeReads}`,
  weakens: `\`{{command}}\` sets \`{{option}}\`, which {{effect}} ({{reference}}). Take it out. ${nodeReads}`,
} as const;

export type CommandReport = SettingReport<typeof messages, "upgrade">;

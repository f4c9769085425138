import type { SettingReport } from "../../define-rule.js";

/** What no-weak-openssl-config says. */
export const messages = {
  lowersFloor:
    "`{{command}} = {{value}}` lets programs that read this file go down to {{version}}, which {{reference}} prohibits. Raise it to {{minVersion}}. Node sets a minimum of its own.",
  caps: "`{{command}} = {{value}}` keeps programs that read this file from TLSv1.3, which {{reference}} asks for. Remove it. Node sets a maximum of its own.",
  prohibited:
    "`{{command}}` offers {{suites}}, which {{reference}} prohibits. Offer suites with forward secrecy and authenticated encryption only. Node sets a list of its own.",
  deprecated:
    "`{{command}}` offers {{suites}}, which {{reference}} deprecates. Offer suites with forward secrecy and authenticated encryption only. Node sets a list of its own.",
  lowLevel:
    "`{{command}}` sets OpenSSL's security level to {{level}}, in Node too, which allows {{allowed}} (RFC 9325, section 4.5). Raise it to {{minLevel}}.",
  weakens: "`{{command}}` sets `{{option}}`, which {{effect}} ({{reference}}), in Node too. Take it out.",
} as const;

export type CommandReport = SettingReport<typeof messages, "upgrade">;

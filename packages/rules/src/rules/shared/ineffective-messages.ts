import type { Report, RuleContext } from "../../define-rule.js";

/** What no-ineffective-tls-options says. */
export const messages = {
  misspelt: "Node has no option `{{key}}`, so it has no effect; `{{option}}` is meant.",
  lost: "`{{option}}` has no effect in `{{place}}`, which does not hand it on to TLS. {{remedy}}",
  nobody: "`{{code}}` has no effect: {{why}}.",
  otherRuntime:
    "`{{code}}` is an option of {{runtime}}: in Node it has no effect, and where {{runtime}} runs the program it {{effect}}.",
  notFalse:
    "`{{option}}: {{value}}` does not switch verification off: Node does that for exactly `false`. Say `true`, or leave it out.",
  text: "`{{code}}` is a text or undefined, and only `false` switches verification off: it is always on. Compare it, if it is meant to be a switch.",
  textForSwitch: "`{{code}}` is a text, where {{client}} takes `true` or `false`. Write the one that is meant.",
  falsyForSome:
    "`{{option}}: {{value}}` switches verification off on {{runtimes}}; later releases do that for exactly `false` (CVE-2021-22939). Say `true`, or leave it out.",
  notTrue:
    "`{{option}}: {{value}}` asks no client for a certificate: Node does that for exactly `true`. Say `true`, or leave it out.",
  withoutRequest:
    "`{{option}}: {{value}}` has no effect on a server without `requestCert: true`, because no client is asked for a certificate.",
  besideContext:
    "`{{option}}` has no effect beside `secureContext`, which is configured already. Hand it to `tls.createSecureContext`.",
  uncalled: "`{{option}}` is never called beside `rejectUnauthorized: false`. Switch verification on.",
  unread: "`{{option}}` is not read by {{runtimes}}. Raise the releases that `engines.node` admits.",
  unverifiedSocket:
    "`new TLSSocket` as a client checks neither certificate nor host name, whatever its options say. Use `tls.connect` with `socket`, or check `authorized`.",
} as const;

export type Ineffective = Report<typeof messages, "fix" | "upgrade" | "ask">;

export type IneffectiveContext = Pick<RuleContext<typeof messages>, "settings" | "program" | "mend">;

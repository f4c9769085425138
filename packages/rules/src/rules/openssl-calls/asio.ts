import { type LibsslMethod, libsslMethod, negotiateLibssl, type ProtocolVersion } from "tls-policy";
import type { OpenSslCall } from "../../c/openssl-call.js";
import type { SettingReport } from "../../define-rule.js";
import type { Settings } from "../../settings.js";
import { attacksAmong, versionAttacks } from "../shared/attacks.js";
import { cited } from "../shared/citation.js";
import { type CallVerdict, onSome, releasesFor, violationsOf } from "./verdicts.js";

/** What the rules say of contexts of Asio, Boost's and its own. */
export const asioVersionMessages = {
  asioPins:
    "`{{code}}` speaks {{version}} alone{{where}}, which {{reference}} prohibits. Make the context with `context::{{flexible}}`, and keep older versions out with `set_options(context::no_tlsv1 | context::no_tlsv1_1)`.",
  asioAsks:
    "`{{code}}` asks for {{version}} alone, which {{reference}} prohibits; no OpenSSL in range can connect with it. Make the context with `context::{{flexible}}`, and keep older versions out with `set_options(context::no_tlsv1 | context::no_tlsv1_1)`.",
} as const;

export const asioPinMessages = {
  asioPinsTls12:
    "`{{code}}` speaks TLSv1.2 alone, and rules TLSv1.3 and its post-quantum groups out (RFC 9325, section 3.1.1). Make the context with `context::{{flexible}}`, and keep older versions out with `set_options(context::no_tlsv1 | context::no_tlsv1_1)`.",
} as const;

const SSL2 = 0x0002;
const TLS1_2 = 0x0303;

const facts: ReadonlyMap<number, readonly [version: string, reference: string]> = new Map([
  [SSL2, ["SSLv2", "RFC 6176, section 3"]],
  [0x0300, ["SSLv3", "RFC 7568, section 3"]],
  [0x0301, ["TLSv1", "RFC 8996, section 4"]],
  [0x0302, ["TLSv1.1", "RFC 8996, section 5"]],
]);

const dataOf = ({ code, context: { side } }: OpenSslCall) => ({
  code,
  flexible: side === undefined ? "tls" : `tls_${side}`,
});

/** SSL, TLS 1.0 and TLS 1.1. */
export function judgeAsioVersion(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof asioVersionMessages, never>[] {
  const [version, reference] = facts.get(versionOf(call) ?? 0) ?? [];
  if (version === undefined || reference === undefined) return [];
  const verdicts = verdictsOn(call, settings);
  const violations = violationsOf(verdicts, settings, "protocol-version");
  const isHistoric = verdicts.some(({ negotiation }) => negotiation.outcome === "historic");
  const isReached = isHistoric || violations.length > 0;
  const where = isReached && !isHistoric ? onSome(violations, settings) : "";
  const data = { ...dataOf(call), version, reference: cited(reference), where };
  return releasesFor(call, settings).length === 0
    ? []
    : [
        {
          at: call,
          messageId: isReached ? "asioPins" : "asioAsks",
          data,
          level: isReached ? "error" : "warning",
          attacks: attacksAmong(versionAttacks, verdicts),
        },
      ];
}

/** TLS 1.2 and nothing else. */
export function judgeAsioPin(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof asioPinMessages, never>[] {
  const expected: readonly ProtocolVersion[] = settings.policy.expectedVersions.value;
  if (versionOf(call) !== TLS1_2 || !expected.includes("TLSv1.3") || releasesFor(call, settings).length === 0)
    return [];
  return [{ at: call, messageId: "asioPinsTls12", data: dataOf(call), level: "warning" }];
}

const versionOf = ({ subject, values }: OpenSslCall) => (subject === "asio-version" ? values[0]?.number : undefined);

/** Before 1.1.0 Asio takes the method of the version, and from then on one that negotiates, with that version as floor and ceiling. */
function verdictsOn(call: OpenSslCall, settings: Settings): readonly CallVerdict[] {
  const to = versionOf(call)!;
  const side = call.context.side ?? "client";
  const flexible = libsslMethod("TLS_method")!;
  return releasesFor(call, settings).flatMap((libssl): readonly CallVerdict[] => {
    const isBounded = libssl.traits.has("hasVersionBounds");
    // the constructor throws
    if (isBounded && to === SSL2) return [];
    const method: LibsslMethod =
      (isBounded ? undefined : libsslMethod(`${facts.get(to)![0].replace(".", "_")}_method`)) ?? flexible;
    const calls = isBounded
      ? ([
          { set: "max-version", to },
          { set: "min-version", to },
        ] as const)
      : [];
    return [{ libssl, side, ...negotiateLibssl({ method, calls }, libssl, side) }];
  });
}

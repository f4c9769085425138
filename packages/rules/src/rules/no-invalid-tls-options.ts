import { type CannotConnect, describeRuntimes, isProtocolVersion, type Policy, type Throws } from "tls-policy";
import { defineRule } from "../define-rule.js";
import { withOpensslNames } from "../edits/cipher-list.js";
import type { Mend, Mender } from "../edits/mend.js";
import { leaveOutCipherList } from "../edits/mend-cipher-list.js";
import type { Settings } from "../settings.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import type { Verdict } from "./shared/verdicts.js";

type Failure = Throws | CannotConnect;

export default defineRule({
  name: "no-invalid-tls-options",
  meta: {
    type: "problem",
    description: "disallow TLS options that throw or that cannot connect to any peer",
    preset: "recommended",
    grades: ["fix"],
    transform: "invalid-to-working-tls-options",
    references: ["https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions", "https://nodejs.org/api/errors.html"],
    messages: {
      throws: "`{{option}}` throws {{code}} on {{runtimes}}: {{reason}}",
      cannotConnect: "With this `{{option}}` no connection succeeds on {{runtimes}}: {{reason}}",
    },
  },
  checkTlsOptions(options, { settings, report, mend, verdicts }) {
    for (const { failure, value, failing } of failuresIn(verdicts())) {
      if (value.value === undefined && value.kind === "known" && options.certainty === "likely") continue;
      const isEverywhere = settings.runtimes.every((runtime) => failing.some((verdict) => verdict.runtime === runtime));
      const data = {
        option: value.write.key,
        code: failure.code ?? "an error",
        runtimes: describeRuntimes(failing.map(({ runtime }) => runtime)),
        reason: failure.reason,
      };
      report({
        at: value,
        messageId: failure.outcome === "throws" ? "throws" : "cannotConnect",
        data,
        level: isEverywhere ? "error" : "warning",
        grade: "fix",
        mend: isEverywhere ? mendOf(failure, failing[0]!, options, settings, mend) : undefined,
      });
    }
  },
});

interface FailureGroup {
  readonly failure: Failure;
  readonly value: OptionValue;
  readonly failing: readonly Verdict[];
}

/** One group for each option value that fails in the same way; no-legacy-secure-protocol speaks for methods that Node does not have. */
function failuresIn(verdicts: readonly Verdict[]): readonly FailureGroup[] {
  const groups = new Map<OptionValue, { failure: Failure; value: OptionValue; failing: Verdict[] }>();
  for (const verdict of verdicts) {
    const { negotiation: failure, chosen } = verdict;
    if (failure.outcome === "offers" || isUnknownMethod(failure)) continue;
    const value = failure.options.map((option) => chosen.get(option)).find((present) => present !== undefined);
    if (!value) continue;
    const group = groups.get(value) ?? { failure, value, failing: [] };
    groups.set(value, group);
    group.failing.push(verdict);
  }
  return [...groups.values()];
}

function isUnknownMethod(failure: Failure): boolean {
  return failure.code === "ERR_TLS_INVALID_PROTOCOL_METHOD";
}

function mendOf(
  failure: Failure,
  { chosen }: Verdict,
  options: TlsOptions,
  settings: Settings,
  mend: Mender,
): Mend | undefined {
  const { policy } = settings;
  const [secureProtocol, ciphers, maxVersion] = [
    chosen.get("secureProtocol"),
    chosen.get("ciphers"),
    chosen.get("maxVersion"),
  ];
  switch (failure.code) {
    case "ERR_TLS_PROTOCOL_VERSION_CONFLICT":
      return secureProtocol && mend.removeOption(secureProtocol);
    case "ERR_TLS_INVALID_PROTOCOL_VERSION": {
      const invalid = [chosen.get("minVersion"), maxVersion].find((value) => value && !isProtocolVersion(value.value));
      return invalid && mendVersion(invalid, policy.minVersion.value, mend);
    }
    case "ERR_SSL_NO_CIPHER_MATCH":
    case "ERR_SSL_INVALID_COMMAND":
    case "ERR_SSL_NO_CIPHERS_AVAILABLE":
      return ciphers && mendCiphers(ciphers, options, policy, mend);
    case "ERR_SSL_NO_PROTOCOLS_AVAILABLE":
      return maxVersion && mend.removeOption(maxVersion);
    default:
      return;
  }
}

/** A list that never worked is nobody's choice: but for names that another spelling makes work, Node's own serves. */
function mendCiphers(value: OptionValue, options: TlsOptions, policy: Policy, mend: Mender): Mend | undefined {
  const respelled = withOpensslNames(String(value.value));
  return respelled === undefined
    ? leaveOutCipherList(value, options, policy, mend)
    : mend.replaceValue(value, respelled, `Write OpenSSL's names in \`${value.write.key}\`.`);
}

/** `tlsv1.3` and `TLS1.3` mean TLSv1.3; what means anything older gets the policy's minimum, and a cap that never worked goes. */
function mendVersion(value: OptionValue, minVersion: string, mend: Mender): Mend | undefined {
  if (/1[._]3/.test(String(value.value))) return mend.replaceValue(value, "TLSv1.3");
  return value.option === "maxVersion" ? mend.removeOption(value) : mend.replaceValue(value, minVersion);
}

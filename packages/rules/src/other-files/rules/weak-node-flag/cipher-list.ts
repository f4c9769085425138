import { describeRuntimes, type RuntimeVerdict, type Violation } from "tls-policy";
import { replaceText } from "../../text-edits.js";
import { allowedAtLevel, enumerate, type Offence, worstOffence } from "../offence.js";
import type { Report } from "../other-file-rule.js";
import { changedBy, type GivenFlag, type Mend, reportOn, withoutFlag } from "./given-flag.js";
import { verdictsWith, violationsIn } from "./verdicts.js";

/** A list of cipher suites that selects nothing, selects weak suites, or lowers the security level. */
export function judgeCipherList(given: GivenFlag): readonly Report[] {
  if (!changedBy(given, "ciphers")) return [];
  const verdicts = verdictsWith(given);
  const violations = violationsIn(verdicts, given.settings);
  const offence = worstOffence(violations.flatMap(weakSuite));
  return [...judgeFailures(given, verdicts), ...judgeSuites(given, offence), ...judgeLevel(given, violations, offence)];
}

function weakSuite({ subject, status, value, reference }: Violation): Parameters<typeof worstOffence>[0] {
  const isSuite = subject === "cipher-suite" || subject === "ciphersuite";
  return isSuite && status !== "missing" ? [{ name: String(value), status, reference }] : [];
}

function judgeFailures(given: GivenFlag, verdicts: readonly RuntimeVerdict[]): readonly Report[] {
  const failing = verdicts.flatMap(({ runtime, negotiation }) =>
    negotiation.outcome === "offers" ? [] : [{ runtime, negotiation }],
  );
  const [first] = failing;
  if (!first) return [];
  const isEverywhere = failing.length === verdicts.length;
  const data = {
    runtimes: describeRuntimes(failing.map(({ runtime }) => runtime)),
    code: first.negotiation.code ?? first.negotiation.reason,
  };
  return [
    reportOn(given, {
      messageId: "invalid",
      data,
      level: isEverywhere ? "error" : "warning",
      grade: isEverywhere ? "fix" : "upgrade",
      ...recommended(given),
    }),
  ];
}

function judgeSuites(given: GivenFlag, offence: Offence | undefined): readonly Report[] {
  if (!offence) return [];
  const { status, reference, names } = offence;
  const level = status === "prohibited" ? "error" : "warning";
  return [
    reportOn(given, {
      messageId: status,
      data: { suites: enumerate(names), reference },
      level,
      grade: "upgrade",
      ...recommended(given),
    }),
  ];
}

function judgeLevel(
  given: GivenFlag,
  violations: readonly Violation[],
  offence: Offence | undefined,
): readonly Report[] {
  const violation = violations.find(({ subject }) => subject === "security-level");
  if (!violation) return [];
  const level = String(violation.value);
  const data = { level, allows: allowedAtLevel[Number(level)] ?? "weak keys" };
  return [
    reportOn(given, {
      messageId: "lowLevel",
      data,
      level: "error",
      grade: "upgrade",
      ...(offence ? recommended(given) : withoutLevel(given, level)),
    }),
  ];
}

/** The policy's own list, or Node's where the policy needs none. */
function recommended(given: GivenFlag): Mend {
  const { flag, settings } = given;
  const { ciphers, name } = settings.policy;
  if (ciphers === undefined || !flag.value) return withoutFlag(given);
  return { edits: replaceText(flag.value, ciphers), remedy: `Offer the cipher suites of the policy ${name}.` };
}

function withoutLevel({ flag }: GivenFlag, level: string): Mend {
  const list = flag.value?.text.replaceAll(/[:,; ]?@SECLEVEL=\d/g, "").replace(/^[:,; ]+/, "");
  return { edits: flag.value && replaceText(flag.value, list ?? ""), remedy: `Remove \`@SECLEVEL=${level}\`.` };
}

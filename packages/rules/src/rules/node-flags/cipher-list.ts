import { type AttackName, describeRuntimes, type RuntimeVerdict } from "tls-policy";
import { withoutSecurityLevel } from "../../edits/cipher-list.js";
import type { Mend } from "../../edits/mend.js";
import { replaceText } from "../../edits/text-edits.js";
import { attacksAmong, suiteAttacks } from "../shared/attacks.js";
import { describeAllowed, offersAnonymous } from "../shared/security-level.js";
import { enumerate, levelOf, type Offence, violationsIn, worstOffence } from "../shared/violations.js";
import type { FlagReport } from "./flag-report.js";
import { changedBy, type GivenFlag, verdictsUnder, withoutFlag } from "./given-flag.js";

/** A list of cipher suites that selects nothing, selects weak suites, or lowers the security level. */
export function judgeCipherList(given: GivenFlag): readonly FlagReport[] {
  if (!changedBy(given, "ciphers")) return [];
  const { settings, word } = given;
  const verdicts = verdictsUnder([word], settings);
  const offence = worstOffence(violationsIn(verdicts, settings.policy, "cipher-suite", "ciphersuite"));
  return [
    ...judgeFailures(given, verdicts),
    ...judgeSuites(given, offence, attacksAmong(suiteAttacks, verdicts)),
    ...judgeLevel(given, verdicts, offence ? recommended(given) : withoutLevel(given)),
  ];
}

function judgeFailures(given: GivenFlag, verdicts: readonly RuntimeVerdict[]): readonly FlagReport[] {
  const failing = verdicts.flatMap(({ runtime, negotiation }) =>
    negotiation.outcome === "offers" ? [] : [{ runtime, negotiation }],
  );
  const [first] = failing;
  if (!first) return [];
  const isEverywhere = failing.length === verdicts.length;
  const data = {
    flag: given.flag.name,
    runtimes: describeRuntimes(failing.map(({ runtime }) => runtime)),
    code: first.negotiation.code ?? first.negotiation.reason,
  };
  return [
    {
      at: given.flag,
      messageId: "invalid",
      data,
      level: isEverywhere ? "error" : "warning",
      grade: isEverywhere ? "fix" : "upgrade",
      mend: recommended(given),
    },
  ];
}

function judgeSuites(
  given: GivenFlag,
  offence: Offence | undefined,
  attacks: readonly AttackName[],
): readonly FlagReport[] {
  if (!offence) return [];
  const { status, reference, names } = offence;
  const data = { flag: given.flag.name, suites: enumerate(names), reference };
  return [
    {
      at: given.flag,
      messageId: status,
      data,
      level: levelOf(status),
      grade: "upgrade",
      mend: recommended(given),
      attacks,
    },
  ];
}

function judgeLevel(
  { flag, settings }: GivenFlag,
  verdicts: ReturnType<typeof verdictsUnder>,
  mend: Mend | undefined,
): readonly FlagReport[] {
  const violations = violationsIn(verdicts, settings.policy, "security-level");
  const [first] = violations;
  if (!first) return [];
  const level = Number(first.value);
  const allowed = describeAllowed(
    level,
    violations.map(({ runtime }) => runtime),
    offersAnonymous(verdicts),
  );
  const data = { flag: flag.name, level: String(level), allowed };
  return [{ at: flag, messageId: "lowLevel", data, grade: "upgrade", mend }];
}

/** The policy's own list, or Node's where the policy needs none. */
function recommended(given: GivenFlag): Mend | undefined {
  const { flag, settings } = given;
  const { ciphers, name } = settings.policy;
  if (ciphers === undefined || !flag.value) return withoutFlag(given);
  const edits = replaceText(flag.value, ciphers);
  return edits && { edits, remedy: `Offer the cipher suites of the policy ${name}.` };
}

function withoutLevel({ flag: { name, value } }: GivenFlag): Mend | undefined {
  const edits = value && replaceText(value, withoutSecurityLevel(value.text));
  return edits && { edits, remedy: `Remove \`@SECLEVEL\` from \`${name}\`.` };
}

import { type AttackName, describeRuntimes, type RuntimeVerdict } from "tls-policy";
import { narrowCipherList, withoutSecurityLevel } from "../../edits/cipher-list.js";
import type { Mend } from "../../edits/mend.js";
import { takingOut } from "../../edits/narrow-list.js";
import { replaceText } from "../../edits/text-edits.js";
import type { Level } from "../../finding.js";
import { attacksAmong, suiteAttacks } from "../shared/attacks.js";
import { describeAllowed, offersAnonymous } from "../shared/security-level.js";
import {
  enumerate,
  levelOf,
  type Offence,
  type RuntimeViolation,
  violationsIn,
  worstOffence,
} from "../shared/violations.js";
import type { FlagReport } from "./flag-report.js";
import { changedBy, type GivenFlag, verdictsUnder, withoutFlag } from "./given-flag.js";

/** A list of cipher suites that selects nothing, selects weak suites, or lowers the security level. */
export function judgeCipherList(given: GivenFlag): readonly FlagReport[] {
  if (!changedBy(given, "ciphers")) return [];
  const { settings, word } = given;
  const verdicts = verdictsUnder([word], settings);
  const weak = weakSuites(given, verdicts);
  const mend = weak ? narrowed(given) : withoutLevel(given);
  return [
    ...judgeFailures(given, verdicts),
    ...judgeSuites(given, weak, attacksAmong(suiteAttacks, verdicts), mend),
    ...judgeLevel(given, verdicts, mend),
  ];
}

interface WeakSuites {
  readonly offence: Offence;
  readonly level: Level;
}

/** The weak suites of a list: what Node would offer without the flag as well weighs less, and nothing where a keyword selects it. */
function weakSuites({ flag, settings }: GivenFlag, verdicts: Verdicts): WeakSuites | undefined {
  const violations = violationsIn(verdicts, settings.policy, ...suites);
  const silent = violationsIn(verdictsUnder([], settings), settings.policy, ...suites);
  const isSilent = ({ runtime, value }: RuntimeViolation) =>
    silent.some((each) => each.runtime === runtime && each.value === value);
  const beyond = worstOffence(violations.filter((violation) => !isSilent(violation)));
  if (beyond) return { offence: beyond, level: levelOf(beyond.status) };
  const offence = worstOffence(violations);
  const isNamed = narrowCipherList(flag.value?.text ?? "", settings)?.isOfWeakItems === true;
  return offence && isNamed ? { offence, level: "warning" } : undefined;
}

const suites = ["cipher-suite", "ciphersuite"] as const;

type Verdicts = ReturnType<typeof verdictsUnder>;

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
  weak: WeakSuites | undefined,
  attacks: readonly AttackName[],
  mend: Mend | undefined,
): readonly FlagReport[] {
  if (!weak) return [];
  const { offence, level } = weak;
  const { status, reference, names } = offence;
  const data = { flag: given.flag.name, suites: enumerate(names), reference };
  return [
    {
      at: given.flag,
      messageId: status,
      data,
      level,
      grade: "upgrade",
      mend,
      attacks,
    },
  ];
}

function judgeLevel({ flag, settings }: GivenFlag, verdicts: Verdicts, mend: Mend | undefined): readonly FlagReport[] {
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

/** The list without its weak items and the level that they were given, or no list where nothing would be left of it. */
function narrowed(given: GivenFlag): Mend | undefined {
  const { flag, settings } = given;
  const list = flag.value && narrowCipherList(flag.value.text, settings);
  if (!flag.value || list?.text === undefined) return recommended(given);
  const edits = replaceText(flag.value, withoutSecurityLevel(list.text));
  return edits && { edits, remedy: takingOut(flag.name, list.dropped) };
}

/** The policy's own list where it accepts nothing beside it, or Node's. */
function recommended(given: GivenFlag): Mend | undefined {
  const { flag, settings } = given;
  const { ciphers, cipherSuites, name } = settings.policy;
  if (ciphers === undefined || !cipherSuites.isExhaustive || !flag.value) return withoutFlag(given);
  const edits = replaceText(flag.value, ciphers);
  return edits && { edits, remedy: `Offer the cipher suites of the policy ${name}.` };
}

function withoutLevel({ flag: { name, value } }: GivenFlag): Mend | undefined {
  const edits = value && replaceText(value, withoutSecurityLevel(value.text));
  return edits && { edits, remedy: `Remove \`@SECLEVEL\` from \`${name}\`.` };
}

import type { AnyReport, Rule } from "./define-rule.js";
import { isSameEdit, overlaps } from "./edits/apply-edits.js";
import { type Certainty, type Edit, type Finding, type Level, levels } from "./finding.js";
import type { Settings } from "./settings.js";
import type { TestStanding } from "./source/sites/test-standing.js";

/** What a door knows of the place that a rule reports. */
interface Standing {
  readonly range: readonly [start: number, end: number];
  readonly certainty: Certainty;
  /** The condition that it stands behind, when that reads like the user's own choice. */
  readonly guard: string | undefined;
  /** The same in a sentence: "`verify` is not set". */
  readonly when?: string | undefined;
  /** The function that it is handed to, where that makes an option of it. */
  readonly callee?: string | undefined;
  /** Whether it stands in a test or an example, which no service runs. */
  readonly isExample: boolean;
  /** What a test that holds it has to do with it. */
  readonly test?: TestStanding | undefined;
}

/** A rule as far as its words go. */
interface Worded {
  readonly name: string;
  readonly meta: Pick<Rule["meta"], "messages" | "attacks">;
}

/**
 * A report in words: what stands behind a guard, or is what a test is about, is never edited, and weighs less there and in an example.
 * Other edits of an example want to be asked for.
 */
export function toFinding(rule: Worded, report: AnyReport<unknown>, standing: Standing): Finding {
  const { messageId, level = "error" } = report;
  const { range, certainty, guard, isExample, test } = standing;
  const circumstances = circumstancesOf(standing);
  const data = { ...report.data, ...(circumstances !== "" && { when: circumstances }) };
  const { edits, remedy } = (guard === undefined && !test?.isSubject && report.mend) || { edits: [], remedy: "" };
  const isMendable = edits.length > 0;
  return {
    rule: rule.name,
    messageId,
    data,
    message: interpolate(`${rule.meta.messages[messageId]!}{{when}}`, { when: "", ...data }),
    range: [range[0], range[1]],
    grade: isMendable ? ((isExample ? undefined : report.grade) ?? "ask") : "manual",
    level: test?.isHarmless ? "note" : level === "error" && (guard !== undefined || isExample) ? "warning" : level,
    certainty,
    guard,
    test: isExample,
    edits,
    remedy: isMendable ? remedy : "",
    attacks: rule.meta.attacks?.filter((name) => report.attacks?.includes(name)) ?? [],
  };
}

function circumstancesOf({ callee, when }: Standing): string {
  const given = callee === undefined ? "" : ` What \`${callee}\` is given here decides it.`;
  return given + (when === undefined ? "" : ` This applies when ${when}.`);
}

function interpolate(message: string, data: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => data[name] ?? placeholder);
}

/** The findings that are asked for, each place and message of a rule once with all its edits, in source order. */
export function collectFindings(found: readonly Finding[], settings: Settings): readonly Finding[] {
  const strongest = new Map<string, Finding>();
  for (const finding of found.filter((each) => isWanted(each, settings))) {
    const key = `${finding.rule} ${finding.messageId} ${finding.range.join("-")}`;
    const known = strongest.get(key);
    if (!known) strongest.set(key, finding);
    else if (rankOf(finding.level) > rankOf(known.level)) strongest.set(key, joined(finding, known));
    else strongest.set(key, joined(known, finding));
  }
  return withoutRepetition([...strongest.values()]).sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

function joined(finding: Finding, other: Finding): Finding {
  return { ...withEditsOf(finding, other), attacks: [...new Set([...finding.attacks, ...other.attacks])] };
}

/** Several branches of one choice are one finding, which mends all of them. */
function withEditsOf(finding: Finding, { edits, grade }: Finding): Finding {
  const isBranch = ({ range: [start, end] }: Edit) => finding.range[0] <= start && end <= finding.range[1];
  const fresh = edits.filter((edit) => !finding.edits.some((own) => isSameEdit(own, edit)));
  const isJoined =
    grade === finding.grade &&
    [...finding.edits, ...fresh].every(isBranch) &&
    !fresh.some((edit) => finding.edits.some((own) => overlaps(own, edit)));
  if (!isJoined || fresh.length === 0) return finding;
  return { ...finding, edits: [...finding.edits, ...fresh].sort((a, b) => a.range[0] - b.range[0]) };
}

function isWanted({ level, certainty }: Finding, settings: Settings): boolean {
  return rankOf(level) >= rankOf(settings.level) && (certainty === "proven" || settings.certainty === "likely");
}

function rankOf(level: Level): number {
  return levels.indexOf(level);
}

/** A note says nothing where its rule has more to say of the same place. */
function withoutRepetition(findings: readonly Finding[]): Finding[] {
  const placeOf = ({ rule, range }: Finding) => `${rule} ${range.join("-")}`;
  const decided = new Set(findings.filter(({ level }) => level !== "note").map(placeOf));
  return findings.filter((finding) => finding.level !== "note" || !decided.has(placeOf(finding)));
}

import type { TSESTree } from "@typescript-eslint/types";
import type { GuardedNode, Report, Rule, RuleContext } from "./define-rule.js";
import { createMender } from "./edits/mend.js";
import { type Certainty, type Finding, type Grade, type Level, levels } from "./finding.js";
import { rules as allRules } from "./rules/index.js";
import type { Settings } from "./settings.js";
import { isTooMuch, withinBudget } from "./source/program/budget.js";
import { type FileView, viewOf } from "./source/program/file-view.js";
import type { SourceFile } from "./source/program/source-file.js";
import { isTestPath } from "./source/program/test-paths.js";
import { standsIn } from "./source/program/view-at.js";
import { findEnvironmentWrites } from "./source/sites/environment.js";
import { findTlsOptions } from "./source/sites/find-tls-options.js";
import type { OptionValue, TlsOptions } from "./source/sites/tls-options.js";
import { hasTriggerWord } from "./trigger-words/trigger-words.js";

/**
 * Reads a file once and returns what the rules find in it, in source order, each place and rule once. Where the file has neighbours,
 * options are followed into them and from them; what stands in another file is found when that file is analysed.
 * The file's tree is read on the first call and kept, so that calling once per rule costs no second reading.
 */
export function analyze(file: SourceFile, settings: Settings, rules: readonly Rule[] = allRules): readonly Finding[] {
  if (!hasTriggerWord(file.text)) return [];
  const program = viewOf(file);
  // whatever rules are asked for, so that no answer depends on which of them come first
  withinBudget(file, () => [findTlsOptions(program), findEnvironmentWrites(program)]);
  const findings = new Map<string, Finding>();
  for (const rule of rules) {
    for (const finding of withinBudget(file, () => runRule(rule, program, settings))) {
      const key = `${finding.rule} ${finding.messageId} ${finding.range.join("-")}`;
      const known = findings.get(key);
      if (!known || isStronger(finding, known)) findings.set(key, finding);
    }
  }
  return withoutRepetition([...findings.values()]).sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** A note says nothing where its rule has more to say of the same place. */
function withoutRepetition(findings: readonly Finding[]): Finding[] {
  const placeOf = ({ rule, range }: Finding) => `${rule} ${range.join("-")}`;
  const decided = new Set(findings.filter(({ level }) => level !== "note").map(placeOf));
  return findings.filter((finding) => finding.level !== "note" || !decided.has(placeOf(finding)));
}

function isStronger(finding: Finding, known: Finding): boolean {
  return levels.indexOf(finding.level) > levels.indexOf(known.level);
}

/** What a rule finds; where the file is too much to know, as what may be. */
function runRule(rule: Rule, program: FileView, settings: Settings): readonly Finding[] {
  const findings = findingsOf(rule, program, settings);
  return (isTooMuch(program.file) ? findings.map(undecided) : findings).filter((finding) =>
    isWanted(finding, settings),
  );
}

function undecided(finding: Finding): Finding {
  return { ...finding, level: "note", grade: "manual", edits: [], remedy: "" };
}

function findingsOf(rule: Rule, program: FileView, settings: Settings): readonly Finding[] {
  const findings: Finding[] = [];
  const contextFor = (
    options: TlsOptions | undefined,
    certainty: Certainty = options?.certainty ?? "proven",
  ): RuleContext<Rule["meta"]["messages"]> => ({
    settings,
    program,
    mend: createMender(program, options),
    report: (report) => {
      if (!standsIn(program, nodeOf(report.at))) return;
      findings.push(toFinding(rule, program, report, certainty));
    },
  });
  if (rule.checkTlsOptions) {
    for (const options of findTlsOptions(program)) rule.checkTlsOptions(options, contextFor(options));
  }
  if (rule.checkEnvironmentWrite) {
    for (const write of findEnvironmentWrites(program))
      rule.checkEnvironmentWrite(write, contextFor(undefined, write.certainty));
  }
  rule.checkProgram?.(program, contextFor(undefined));
  return findings;
}

function isWanted(finding: Finding, settings: Settings): boolean {
  return (
    levels.indexOf(finding.level) >= levels.indexOf(settings.level) &&
    (finding.certainty === "proven" || settings.certainty === "likely")
  );
}

function toFinding(
  rule: Rule,
  program: FileView,
  report: Report<Rule["meta"]["messages"]>,
  certainty: Certainty,
): Finding {
  const { at } = report;
  const node = nodeOf(at);
  const mend = at.guard ? undefined : report.mend;
  const grade: Grade = mend && mend.edits.length > 0 ? (report.grade ?? "ask") : "manual";
  const data = report.data ?? {};
  return {
    rule: rule.name,
    messageId: report.messageId,
    data,
    message: interpolate(rule.meta.messages[report.messageId]!, data),
    range: [node.range[0], node.range[1]],
    grade,
    level: levelOf(report.level ?? "error", at.guard !== undefined, isTestPath(program.file.path)),
    certainty,
    guard: at.guard?.text,
    edits: grade === "manual" ? [] : mend!.edits,
    remedy: grade === "manual" ? "" : mend!.remedy,
  };
}

function nodeOf(at: OptionValue | GuardedNode): TSESTree.Node {
  return "write" in at ? at.write.node : at.node;
}

function levelOf(level: Level, isGuarded: boolean, isTest: boolean): Level {
  return level === "error" && (isGuarded || isTest) ? "warning" : level;
}

function interpolate(message: string, data: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => data[name] ?? placeholder);
}

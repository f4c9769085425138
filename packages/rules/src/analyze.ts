import type { TSESTree } from "@typescript-eslint/types";
import { collectFindings, toFinding } from "./collect-findings.js";
import {
  type AnyReport,
  checkSetting,
  type GuardedNode,
  type PlaceInProgram,
  type PlaceInText,
  type Rule,
} from "./define-rule.js";
import { withoutEqualBranches } from "./edits/equal-branches.js";
import { createMender } from "./edits/mend.js";
import { isReasoned } from "./edits/reasons.js";
import { leavesParameterUnread, withoutUnusedNames } from "./edits/unused-names.js";
import type { Certainty, Edit, Finding } from "./finding.js";
import { findProgramSettings } from "./program-settings/find-program-settings.js";
import type { ProgramSetting } from "./program-settings/program-setting.js";
import { rules as allRules } from "./rules/index.js";
import { attacksAt } from "./rules/shared/attacks.js";
import { judgedMend } from "./rules/shared/mend-effects.js";
import { createOptionsContext } from "./rules/shared/options-context.js";
import { readOptions } from "./rules/shared/secure-context.js";
import type { Settings } from "./settings.js";
import { isInTest } from "./source/guards/tests.js";
import { isTooMuch, withinBudget } from "./source/program/budget.js";
import { type FileView, viewOf } from "./source/program/file-view.js";
import type { SourceFile } from "./source/program/source-file.js";
import { standsIn } from "./source/program/view-at.js";
import { isWithin } from "./source/program/walk.js";
import { findEnvironmentWrites } from "./source/sites/environment.js";
import { findTlsOptions } from "./source/sites/find-tls-options.js";
import { givenValue } from "./source/sites/given-values.js";
import { testStandingOf } from "./source/sites/test-standing.js";
import type { TlsOptions } from "./source/sites/tls-options.js";
import { hasTriggerWord, maySayOptions } from "./trigger-words/trigger-words.js";

/**
 * Reads a program once and returns what the rules find in it, in source order, each place and message once. Where the file has neighbours,
 * options are followed into them and from them; what stands in another file is found when that file is analysed.
 * The file's tree is read on the first call and kept, so that calling once per rule costs no second reading.
 */
export function analyze(file: SourceFile, settings: Settings, rules: readonly Rule[] = allRules): readonly Finding[] {
  if (!hasTriggerWord(file.text)) return [];
  const program = viewOf(file);
  // whatever rules are asked for, so that no answer depends on which of them come first
  withinBudget(file, () => [
    ...(maySayOptions(program) ? findTlsOptions(program) : []),
    ...findEnvironmentWrites(program),
    ...findProgramSettings(program),
  ]);
  return collectFindings(
    rules.flatMap((rule) => withinBudget(file, () => runRule(rule, program, settings))),
    settings,
  );
}

/** What a rule finds; where the file is too much to know, as what may be. */
function runRule(rule: Rule, program: FileView, settings: Settings): readonly Finding[] {
  const findings = findingsOf(rule, program, settings);
  return isTooMuch(program.file) ? findings.map(undecided) : findings;
}

function undecided(finding: Finding): Finding {
  return { ...finding, level: "note", grade: "manual", edits: [], remedy: "" };
}

function findingsOf(rule: Rule, program: FileView, settings: Settings): readonly Finding[] {
  const findings: Finding[] = [];
  const contextFor = (options: TlsOptions | undefined, certainty: Certainty = options?.certainty ?? "proven") => ({
    settings,
    program,
    mend: createMender(program, options),
    report: (report: AnyReport<PlaceInProgram>) => {
      const { node, guard, callee } = placeOf(program, report.at);
      if (!standsIn(program, node)) return;
      const { text, when } = guard ?? {};
      const isTest = isInTest(program, node);
      const test = isTest ? testStandingOf(program, valuedAt(program, report.at)) : undefined;
      const standing = { range: node.range, certainty, guard: text, when, callee, isExample: isTest, test };
      const judged = { ...report, ...judgedMend(report, program, settings) };
      const edits = withoutUnusedNames(program, judged.mend?.edits ?? []);
      const mend = judged.mend && { ...judged.mend, edits };
      const isAsked = leavesParameterUnread(program, edits);
      const attacks = options ? attacksAt(report.at, options, rule, settings) : report.attacks;
      const whole = { ...judged, mend, ...(isAsked && { grade: "ask" as const }), ...(attacks && { attacks }) };
      findings.push(toFinding(rule, whole, standing));
    },
  });
  if (rule.checkTlsOptions && maySayOptions(program)) {
    for (const options of readOptions(program))
      rule.checkTlsOptions(options, createOptionsContext(rule, options, contextFor(options)));
  }
  if (rule.checkEnvironmentWrite) {
    for (const write of findEnvironmentWrites(program))
      rule.checkEnvironmentWrite(write, contextFor(undefined, write.certainty));
  }
  rule.checkProgram?.(program, contextFor(undefined));
  for (const each of rule.checkSetting ? findProgramSettings(program) : [])
    findings.push(...findingsOfSetting(rule, program, each, settings));
  return withoutEqualBranches(program, findings);
}

/** What a rule finds in something that a program hands to the processes that it starts. */
function findingsOfSetting(
  rule: Rule,
  program: FileView,
  { setting, node, guard, editable, isInherited = false }: ProgramSetting,
  settings: Settings,
): readonly Finding[] {
  const findings: Finding[] = [];
  const isTest = isInTest(program, node);
  const test = isTest ? testStandingOf(program, valuedAt(program, { node, guard })) : undefined;
  const isEditable = ({ range: [start, end] }: Edit) => editable.some((own) => own[0] <= start && end <= own[1]);
  checkSetting(rule, setting, {
    settings,
    report: (report: AnyReport<PlaceInText>) => {
      const { level = "error" } = report;
      const mend = report.mend?.edits.every(isEditable) && !isReasoned(program, node) ? report.mend : undefined;
      findings.push(
        toFinding(
          rule,
          { ...report, mend, level: isInherited && level === "error" ? "warning" : level },
          {
            range: report.at.range,
            certainty: setting.certainty,
            guard: guard?.text ?? setting.guard,
            when: guard?.when ?? (isInherited ? inherited : undefined),
            isExample: isTest,
            test,
          },
        ),
      );
    },
  });
  return findings;
}

const inherited = "a process is started with this environment; the running one has read its own options before";

// an assertion names no more of a value
const shownLength = 80;

function valuedAt(program: FileView, at: PlaceInProgram) {
  if ("write" in at) return { node: at.write.node, key: at.write.key, text: String(at.value ?? ""), option: at.option };
  const text = program.textOf(at.node).slice(0, shownLength);
  const option = text.includes("NODE_TLS_REJECT_UNAUTHORIZED") ? ("rejectUnauthorized" as const) : undefined;
  return { node: at.node, key: "", text, option };
}

/** Where a finding is reported: at the option, at the choice that its value comes from, or where a caller says it. */
function placeOf(program: FileView, at: PlaceInProgram): GuardedNode & { readonly callee?: string | undefined } {
  if (!("write" in at)) return at;
  const isChosenBefore = at.isChosen && standsIn(program, at.node) && !isWithin(at.node, at.write.node);
  if (isChosenBefore) return { node: settingOf(at.node), guard: at.guard };
  const given = at.said || at.isChosen ? undefined : givenValue(program, at);
  return { node: at.write.node, guard: at.guard, ...given };
}

/** The assignment or declaration whose value an expression is. */
function settingOf(node: TSESTree.Node): TSESTree.Node {
  const { parent } = node;
  const isSet =
    (parent?.type === "AssignmentExpression" && parent.right === node) ||
    (parent?.type === "VariableDeclarator" && parent.init === node);
  return isSet ? parent : node;
}

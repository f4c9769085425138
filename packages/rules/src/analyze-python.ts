import type { PythonRuntime } from "tls-policy";
import { accepting } from "./choice-words.js";
import { collectFindings, toFinding } from "./collect-findings.js";
import type { AnyReport, Rule } from "./define-rule.js";
import type { Finding } from "./finding.js";
import { type ContextVerdicts, contextVerdicts } from "./python/context-verdicts.js";
import { commentsBeside } from "./python/edits/lines.js";
import { isFallback, isReasoned } from "./python/edits/reasons.js";
import { withUnusedImports } from "./python/edits/unused-imports.js";
import { type PyFile, type PyNode, textOf } from "./python/program/tree.js";
import { type PlaceInPython, type PythonProgram, readPythonProgram } from "./python/python-program.js";
import { rules as allRules } from "./rules/index.js";
import type { Settings } from "./settings.js";
import { isTestPath } from "./test-paths.js";

export type { PyFile, PyNode } from "./python/program/tree.js";

/** What a Python file says: the rules' findings in source order, each place and message once, and its comments. */
export interface PyAnalysis {
  readonly findings: readonly Finding[];
  /** Without the sign that begins them. */
  readonly comments: readonly { readonly value: string; readonly range: readonly [start: number, end: number] }[];
}

/** Reads a Python file once and asks every rule. */
export function analyzePython(file: PyFile, settings: Settings, rules: readonly Rule[] = allRules): PyAnalysis {
  const program = readPythonProgram(file, settings);
  const isExample = isTestPath(file.path);
  return {
    findings: collectFindings(
      rules.flatMap((rule) => runRule(rule, program, settings, isExample)),
      settings,
    ),
    comments: program.module.comments.map((each) => comment(each, file)),
  };
}

/** What each of these Pythons does with every context of a file. */
export function contextsOfPython(
  file: PyFile,
  settings: Settings,
  pythons: readonly PythonRuntime[],
): readonly ContextVerdicts[] {
  return contextVerdicts(readPythonProgram(file, settings), pythons);
}

function runRule(rule: Rule, program: PythonProgram, settings: Settings, isExample: boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const report = (said: AnyReport<PlaceInPython>) =>
    findings.push(toFinding(rule, weighed(said, program), standingOf(said.at, isExample)));
  rule.checkPython?.(program, {
    ...{ program, settings, report },
    undecided: (option, at) => {
      if (rule.meta.undecided) report({ at, messageId: "undecided", data: { option }, level: "note" });
    },
  });
  return findings;
}

/** What a comment accepts that other scanners read is not edited, and what one gives a reason for only if asked. */
function weighed(report: AnyReport<PlaceInPython>, { module }: PythonProgram): AnyReport<PlaceInPython> {
  const said = report.mend ? { ...report, mend: withUnusedImports(report.mend, module) } : report;
  const comments = said.mend ? commentsBeside(said.at, module).map((each) => textOf(each, module.text)) : [];
  if (comments.some((each) => accepting.test(each))) return { ...said, mend: undefined };
  if (said.mend === undefined || said.grade !== "upgrade") return said;
  const { range } = said.at;
  return isReasoned(range, module) || isFallback(range, module) ? { ...said, grade: "ask" } : said;
}

/** What a caller gets who says nothing else is a caller's choice. */
function standingOf({ range, guards = [], isDefault = false, isLikely = false }: PlaceInPython, isExample: boolean) {
  return {
    range,
    certainty: isLikely ? ("likely" as const) : ("proven" as const),
    guard: guards.at(-1)?.text ?? (isDefault ? "the caller says nothing else" : undefined),
    isExample,
  };
}

function comment({ range }: PyNode, { text }: PyFile): PyAnalysis["comments"][number] {
  return { value: text.slice(...range).replace(/^#+/, ""), range };
}

import type { Rule as EslintRule } from "eslint";
import {
  analyze,
  analyzeSettings,
  type Certainty,
  type Edit,
  type Finding,
  isProgramRule,
  levels,
  type Rule,
  type Settings,
  type SourceFile,
} from "tls-rules";
import { readSettings } from "./languages/read-settings.js";
import { type LintedFile, lintedFile } from "./linted-file.js";
import { metaOf } from "./meta-of.js";
import { nodeAround } from "./node-around.js";
import { releasesAround } from "./releases-around.js";
import { runtimesFor, settingsOf, sharedSettings } from "./settings-of.js";
import { typesOf } from "./types-of.js";

/**
 * The ESLint rule that reports what a rule finds, with its edits as a fix or a suggestion by grade.
 * ESLint knows one severity for all that a rule reports: what is no error has a rule of its own, for which `isMeant` stands.
 */
export function toEslintRule(rule: Rule, isMeant: (finding: Finding) => boolean = () => true): EslintRule.RuleModule {
  return {
    meta: metaOf(rule),
    create(context) {
      const file = lintedFile(context);
      if (!file || !isAskedAbout(rule, file)) return {};
      const report = () => {
        const { level } = settingsOf(context);
        const lightest = levels.indexOf(level);
        for (const finding of found(rule, file, context))
          if (isMeant(finding) && levels.indexOf(finding.level) >= lightest) context.report(toReport(context, finding));
      };
      return file.kind === "package-json" ? { "Document:exit": report } : { "Program:exit": report };
    },
  };
}

function isAskedAbout(rule: Rule, { kind }: LintedFile): boolean {
  return kind ? rule.checkSetting !== undefined : isProgramRule(rule);
}

interface Known {
  readonly rule: Rule;
  readonly shared: Settings;
  readonly certainty: Certainty;
  readonly findings: readonly Finding[];
}

const known = new WeakMap<object, Known[]>();

/** What a rule finds on every level, which is asked for twice where errors and warnings are rules of their own. */
function found(rule: Rule, file: LintedFile, context: EslintRule.RuleContext): readonly Finding[] {
  const { ast } = context.sourceCode;
  const [shared, { certainty }] = [sharedSettings(context.settings), settingsOf(context)];
  const all = known.get(ast) ?? [];
  const same = all.find((each) => each.rule === rule && each.shared === shared && each.certainty === certainty);
  if (same) return same.findings;
  const findings = find(rule, file, context);
  known.set(ast, [...all, { rule, shared, certainty, findings }]);
  return findings;
}

function find(rule: Rule, file: LintedFile, context: EslintRule.RuleContext): readonly Finding[] {
  const { settings: given, filename, cwd } = context;
  const runtimes = runtimesFor(given, () => nodeAround(filename, cwd));
  const settings: Settings = { ...settingsOf(context), runtimes, level: "note" };
  if (file.kind) return analyzeSettings(file, readSettings(file, context.sourceCode.ast), settings, [rule]);
  return context.sourceCode.scopeManager ? analyze(sourceFileOf(file, context), settings, [rule]) : [];
}

function sourceFileOf({ path, text }: LintedFile, context: EslintRule.RuleContext): SourceFile {
  const { ast, scopeManager } = context.sourceCode;
  return {
    path,
    text,
    releases: releasesAround(context.filename, context.cwd),
    ast: ast as unknown as SourceFile["ast"],
    scopeManager: scopeManager as unknown as SourceFile["scopeManager"],
    types: typesOf(context),
  };
}

function toReport({ sourceCode }: EslintRule.RuleContext, finding: Finding): EslintRule.ReportDescriptor {
  const { messageId, data, range, edits, grade, remedy } = finding;
  const fix: EslintRule.ReportFixer = (fixer) => edits.map((edit) => replacement(fixer, edit));
  return {
    loc: { start: sourceCode.getLocFromIndex(range[0]), end: sourceCode.getLocFromIndex(range[1]) },
    messageId,
    data: { when: "", ...data },
    ...(grade === "fix" && { fix }),
    ...((grade === "upgrade" || grade === "ask") && { suggest: [{ messageId: "remedy", data: { remedy }, fix }] }),
  };
}

function replacement(fixer: EslintRule.RuleFixer, { range, text }: Edit): EslintRule.Fix {
  return fixer.replaceTextRange([range[0], range[1]], text);
}

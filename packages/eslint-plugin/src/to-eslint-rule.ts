import type { Rule as EslintRule } from "eslint";
import {
  analyze,
  analyzeSettings,
  type Edit,
  type Finding,
  isProgramRule,
  type Rule,
  type SourceFile,
} from "tls-rules";
import { readSettings } from "./languages/read-settings.js";
import { type LintedFile, lintedFile } from "./linted-file.js";
import { metaOf } from "./meta-of.js";
import { releasesAround } from "./releases-around.js";
import { settingsOf } from "./settings-of.js";
import { typesOf } from "./types-of.js";

/** The ESLint rule that reports what a rule finds, with its edits as a fix or a suggestion by grade. */
export function toEslintRule(rule: Rule): EslintRule.RuleModule {
  return {
    meta: metaOf(rule),
    create(context) {
      const file = lintedFile(context);
      if (!file || !isAskedAbout(rule, file)) return {};
      const report = () => {
        for (const finding of find(rule, file, context)) context.report(toReport(context, finding));
      };
      return file.kind === "package-json" ? { "Document:exit": report } : { "Program:exit": report };
    },
  };
}

function isAskedAbout(rule: Rule, { kind }: LintedFile): boolean {
  return kind ? rule.checkSetting !== undefined : isProgramRule(rule);
}

function find(rule: Rule, file: LintedFile, context: EslintRule.RuleContext): readonly Finding[] {
  const settings = settingsOf(context);
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

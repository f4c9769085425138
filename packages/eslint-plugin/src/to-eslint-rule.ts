import type { Rule as EslintRule } from "eslint";
import { analyze, type Edit, type Finding, type SourceFile } from "tls-rules";
import { findingsOf } from "tls-rules/other-files";
import type { Definition } from "./definition.js";
import { readSettings } from "./languages/read-settings.js";
import { type LintedFile, lintedFile } from "./linted-file.js";
import { metaOf } from "./meta-of.js";
import { settingsOf } from "./settings-of.js";
import { typesOf } from "./types-of.js";

/** The ESLint rule that reports what a rule finds, with its edits as a fix or a suggestion by grade. */
export function toEslintRule(definition: Definition): EslintRule.RuleModule {
  return {
    meta: metaOf(definition),
    create(context) {
      const file = lintedFile(context);
      if (!file || !isFor(definition, file)) return {};
      const report = () => {
        for (const finding of find(definition, file, context)) context.report(toReport(context, finding));
      };
      return file.kind === "package-json" ? { "Document:exit": report } : { "Program:exit": report };
    },
  };
}

function isFor({ program, otherFile }: Definition, { kind }: LintedFile): boolean {
  return (kind ? otherFile : program) !== undefined;
}

function find({ name, program }: Definition, file: LintedFile, context: EslintRule.RuleContext): readonly Finding[] {
  const settings = settingsOf(context);
  if (file.kind)
    return findingsOf(file.path, readSettings(file, context.sourceCode.ast), settings).filter(
      ({ rule }) => rule === name,
    );
  return program && context.sourceCode.scopeManager ? analyze(sourceFileOf(file, context), settings, [program]) : [];
}

function sourceFileOf({ path, text }: LintedFile, context: EslintRule.RuleContext): SourceFile {
  const { ast, scopeManager } = context.sourceCode;
  return {
    path,
    text,
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
    data,
    ...(grade === "fix" && { fix }),
    ...((grade === "upgrade" || grade === "ask") && { suggest: [{ messageId: "remedy", data: { remedy }, fix }] }),
  };
}

function replacement(fixer: EslintRule.RuleFixer, { range, text }: Edit): EslintRule.Fix {
  return fixer.replaceTextRange([range[0], range[1]], text);
}

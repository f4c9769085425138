import type { Rule as EslintRule } from "eslint";
import { analyze, type Edit, type Finding, type Rule, type SourceFile } from "tls-rules";
import { documentationUrl } from "./package-meta.js";
import { isWorthReading } from "./is-worth-reading.js";
import { projectPath } from "./project-path.js";
import { optionsSchema, settingsOf } from "./settings-of.js";

/** The ESLint rule that reports what one rule of tls-rules finds, with its edits as a fix or a suggestion by grade. */
export function toEslintRule(rule: Rule): EslintRule.RuleModule {
  return {
    meta: metaOf(rule),
    create(context) {
      if (!isWorthReading(context.sourceCode.text)) return {};
      return {
        "Program:exit"() {
          for (const finding of analyze(sourceFileOf(context), settingsOf(context), [rule])) context.report(toReport(context, finding));
        },
      };
    },
  };
}

function metaOf({ name, meta }: Rule): EslintRule.RuleMetaData {
  const isFixable = meta.grades.includes("fix");
  return {
    type: meta.type,
    docs: { description: meta.description, recommended: meta.preset === "recommended", url: documentationUrl(name) },
    ...(isFixable && { fixable: "code" }),
    hasSuggestions: meta.grades.some((grade) => grade !== "fix"),
    messages: { ...meta.messages, remedy: "{{remedy}}" },
    schema: optionsSchema,
    defaultOptions: [{}],
  };
}

function sourceFileOf({ sourceCode, cwd, filename }: EslintRule.RuleContext): SourceFile {
  return {
    path: projectPath(cwd, filename),
    text: sourceCode.text,
    ast: sourceCode.ast as unknown as SourceFile["ast"],
    scopeManager: sourceCode.scopeManager as unknown as SourceFile["scopeManager"],
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

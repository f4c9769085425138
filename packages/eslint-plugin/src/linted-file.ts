import type { Rule as EslintRule } from "eslint";
import { hasTriggerWord } from "tls-rules";
import { hasOtherFileTriggerWord, type OtherFileKind, otherFileKind } from "tls-rules/other-files/candidates";
import { projectPath } from "./project-path.js";
import { sharedSettings } from "./settings-of.js";

/** A file that some rule may find something in, as its text and name tell it, before its tree is touched. */
export interface LintedFile {
  readonly text: string;
  /** POSIX path from the project's folder. */
  readonly path: string;
  /** Undefined for a program. */
  readonly kind: OtherFileKind | undefined;
}

let last: { readonly text: string; readonly filename: string; readonly file: LintedFile | undefined } | undefined;

/**
 * Undefined where no rule can find anything. All rules ask about one file in a row, so that only the first of them scans it.
 * oxlint keeps one `sourceCode` for all files, so text and name tell them apart.
 */
export function lintedFile(context: EslintRule.RuleContext): LintedFile | undefined {
  const { filename } = context;
  const { text } = context.sourceCode;
  if (last?.text !== text || last.filename !== filename) {
    // a setting that is wrong is refused on the first file, not on the first with TLS
    sharedSettings(context.settings);
    last = { text, filename, file: look(text, filename, context.cwd) };
  }
  return last.file;
}

/** Nearly every file has one, and needs no look at what else it might be. */
const programName = /\.[cm]?[jt]sx?$/;

function look(text: string, filename: string, cwd: string): LintedFile | undefined {
  if (programName.test(filename))
    return hasTriggerWord(text) ? { text, path: projectPath(cwd, filename), kind: undefined } : undefined;
  const path = projectPath(cwd, filename);
  const kind = otherFileKind(path);
  return (kind ? hasOtherFileTriggerWord(text) : hasTriggerWord(text)) ? { text, path, kind } : undefined;
}

import type { Rule as EslintRule } from "eslint";
import { hasTriggerWord } from "tls-rules";
import { hasOtherFileTriggerWord, otherFileKind, type OtherFileKind } from "tls-rules/other-files/candidates";
import { projectPath } from "./project-path.js";

/** A file as its text and name tell it, before its tree is touched. */
export interface LintedFile {
  readonly text: string;
  readonly filename: string;
  /** POSIX path from the project's folder. */
  readonly path: string;
  /** Undefined for a program. */
  readonly kind: OtherFileKind | undefined;
  /** Whether any rule can find something in it. */
  readonly isWorthReading: boolean;
}

let last: LintedFile | undefined;

/** All rules ask about one file in a row, so that only the first of them scans it. oxlint keeps one `sourceCode` for all files, so text and name tell them apart. */
export function lintedFile({ sourceCode: { text }, filename, cwd }: EslintRule.RuleContext): LintedFile {
  if (last?.text !== text || last.filename !== filename) last = look(text, filename, projectPath(cwd, filename));
  return last;
}

function look(text: string, filename: string, path: string): LintedFile {
  const kind = otherFileKind(path);
  return { text, filename, path, kind, isWorthReading: kind ? hasOtherFileTriggerWord(text) : hasTriggerWord(text) };
}

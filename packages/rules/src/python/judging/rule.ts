import type { PythonRuntime } from "tls-policy";
import type { Edit, Level, MendableGrade } from "../../finding.js";
import type { Settings } from "../../settings.js";
import type { Guard } from "../program/guards.js";
import type { PyModule } from "../program/module.js";
import type { PyNode } from "../program/tree.js";
import type { ContextSite } from "../sites/contexts.js";

/** What a rule says of a place in a Python file. */
export interface PyReport {
  readonly at: Pick<PyNode, "range">;
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly level: Level;
  readonly isLikely?: boolean;
  /** What decides that the code runs, or that the value is this one. */
  readonly guards?: readonly Guard[];
  /** The value is what a caller gets who says nothing else: a caller's choice, and so nobody's to edit here. */
  readonly isDefault?: boolean;
  readonly mend?: PyMend | undefined;
}

/** Edits that belong together, and what they do, in a sentence. */
export interface PyMend {
  readonly grade: MendableGrade;
  readonly edits: readonly Edit[];
  readonly remedy: string;
}

export interface PyRuleContext {
  readonly module: PyModule;
  readonly contexts: readonly ContextSite[];
  readonly settings: Settings;
  /** The Pythons that run the file. */
  readonly pythons: readonly PythonRuntime[];
  report(report: PyReport): void;
}

/** A rule of the same name as for programs and settings: the question is the same, the language another. */
export interface PyRule {
  readonly name: string;
  readonly messages: Readonly<Record<string, string>>;
  check(context: PyRuleContext): void;
}

/** Keeps the message names of a rule and its reports together. */
export function definePythonRule<const Messages extends Readonly<Record<string, string>>>(rule: {
  readonly name: string;
  readonly messages: Messages;
  check(
    context: Omit<PyRuleContext, "report"> & {
      report(report: PyReport & { readonly messageId: keyof Messages & string }): void;
    },
  ): void;
}): PyRule {
  return rule as PyRule;
}

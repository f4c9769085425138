import type { Linter, Rule } from "eslint";
import { withEdits } from "./with-edits.js";

type Messages = readonly Linter.LintMessage[];

/** Applies every fix and suggestion of the messages about a text, as a user would click them, until none is left. */
export function withAllFixes(code: string, messages: Messages, lint: (text: string) => Messages, passes = 10): string {
  const mark = code.startsWith("\uFEFF") ? "\uFEFF" : "";
  const fixes = messages.flatMap((message) => message.fix ?? message.suggestions?.[0]?.fix ?? []);
  if (fixes.length === 0 || passes === 0) return code;
  const fixed = mark + withEdits(code.slice(mark.length), apart(fixes));
  return withAllFixes(fixed, lint(fixed), lint, passes - 1);
}

function apart(fixes: readonly Rule.Fix[]): readonly Rule.Fix[] {
  const chosen: Rule.Fix[] = [];
  for (const fix of fixes.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    if (fix.range[0] > (chosen.at(-1)?.range[1] ?? -1)) chosen.push(fix);
  }
  return chosen;
}

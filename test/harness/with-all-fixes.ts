import type { Linter, Rule } from "eslint";
import { withEdits } from "./with-edits.js";

/** Applies every fix and suggestion, as a user would click them, until none is left. */
export function withAllFixes(code: string, lint: (text: string) => readonly Linter.LintMessage[], passes = 10): string {
  const mark = code.startsWith("\uFEFF") ? "\uFEFF" : "";
  const fixes = lint(code).flatMap((message) => message.fix ?? message.suggestions?.[0]?.fix ?? []);
  if (fixes.length === 0 || passes === 0) return code;
  return withAllFixes(mark + withEdits(code.slice(mark.length), apart(fixes)), lint, passes - 1);
}

function apart(fixes: readonly Rule.Fix[]): readonly Rule.Fix[] {
  const chosen: Rule.Fix[] = [];
  for (const fix of fixes.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    if (fix.range[0] > (chosen.at(-1)?.range[1] ?? -1)) chosen.push(fix);
  }
  return chosen;
}

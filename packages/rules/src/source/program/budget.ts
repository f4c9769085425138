import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "./source-file.js";

/** What may be spent on one question about a file, in answers that are given and parts of answers that are looked at. */
const stepLimit = 1_000_000;

interface Budget {
  left: number;
  isSpent: boolean;
}

const budgets = new WeakMap<TSESTree.Program, Budget>();

/** The budget of the file that is judged: whatever other files a question leads into, it pays. */
let paying: Budget | undefined;

function budgetOf({ ast }: SourceFile): Budget {
  let budget = budgets.get(ast);
  if (!budget) budgets.set(ast, (budget = { left: stepLimit, isSpent: false }));
  return budget;
}

/** Answers a question about a file out of an allowance of its own, so that no other question before it makes a difference. */
export function withinBudget<Answer>(file: SourceFile, question: () => Answer): Answer {
  const outer = paying;
  paying = budgetOf(file);
  paying.left = stepLimit;
  try {
    return question();
  } finally {
    paying = outer;
  }
}

/** Takes steps out of the budget; false where it is spent, and with it what can be known of the whole file. */
export function spend(file: SourceFile, steps: number): boolean {
  const budget = paying ?? budgetOf(file);
  budget.left -= steps;
  if (budget.left < 0) budget.isSpent = true;
  return !budget.isSpent;
}

/** Whether a file is too much to know: what is not decided about it stays unknown. */
export function isTooMuch(file: SourceFile): boolean {
  return budgetOf(file).isSpent;
}

import type { TSESTree } from "@typescript-eslint/types";
import type { Edit, Finding } from "../finding.js";
import type { FileView } from "../source/program/file-view.js";
import { oncePerFile } from "../source/program/once-per-file.js";
import { applyEdits, overlaps } from "./apply-edits.js";

/** Branches of which one is taken. */
type Choice = readonly TSESTree.Node[];

/**
 * The findings without the edits that would leave a choice between equal branches, alone or together with those of others: that is a
 * sign that the condition was the thing, which no edit of a branch mends.
 */
export function withoutEqualBranches(program: FileView, findings: readonly Finding[]): readonly Finding[] {
  if (findings.every(({ edits }) => edits.length === 0)) return findings;
  const all = withoutOverlaps(findings.flatMap(({ edits }) => edits));
  const choices = choicesIn(program).filter((choice) => all.some((edit) => isInside(choice, edit)));
  const levelled = choices.filter((choice) => areMadeEqual(program, choice, all));
  return findings.map((finding) => {
    const touched = choices.filter((choice) => finding.edits.some((edit) => isInside(choice, edit)));
    const isLevelling = touched.some(
      (choice) => levelled.includes(choice) || areMadeEqual(program, choice, finding.edits),
    );
    return isLevelling ? { ...finding, edits: [], remedy: "", grade: "manual" } : finding;
  });
}

// longer branches are about more than one option
const branchLimit = 1000;

const choicesIn = oncePerFile((program): readonly Choice[] =>
  program.nodes
    .map(branchesOf)
    .filter((branches) => branches.length > 1 && branches.every(({ range }) => range[1] - range[0] <= branchLimit)),
);

function branchesOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  switch (node.type) {
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "IfStatement":
      return [node.consequent, node.alternate ?? nextStatement(node)].filter((branch) => branch !== undefined);
    case "SwitchStatement":
      return node.cases.flatMap(({ consequent }) => {
        const statements = consequent.filter(({ type }) => type !== "BreakStatement");
        return statements.length === 1 ? statements : [];
      });
    default:
      return [];
  }
}

/** What runs where an `if` does not return. */
function nextStatement(node: TSESTree.IfStatement): TSESTree.Node | undefined {
  const { consequent, parent } = node;
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  if (last?.type !== "ReturnStatement" || (parent.type !== "BlockStatement" && parent.type !== "Program")) return;
  return parent.body[parent.body.indexOf(node) + 1];
}

function areMadeEqual(program: FileView, choice: Choice, edits: readonly Edit[]): boolean {
  const after = new Set<string>();
  const before = new Set<string>();
  for (const branch of choice) {
    after.add(textAfter(program, branch, edits));
    before.add(textAfter(program, branch, []));
  }
  return after.size < before.size;
}

function textAfter(program: FileView, branch: TSESTree.Node, edits: readonly Edit[]): string {
  const [start] = branch.range;
  const own = edits
    .filter((edit) => isWithin(branch, edit))
    .map(({ range, text }) => ({ range: [range[0] - start, range[1] - start] as const, text }));
  const after = applyEdits(
    program.textOf(branch),
    [...own].sort((a, b) => a.range[0] - b.range[0]),
  );
  return after.replaceAll(/[\s;{}]+/g, " ").trim();
}

function isInside(choice: Choice, edit: Edit): boolean {
  return choice.some((branch) => isWithin(branch, edit));
}

function isWithin({ range }: TSESTree.Node, edit: Edit): boolean {
  return range[0] <= edit.range[0] && edit.range[1] <= range[1];
}

function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.range[0] - b.range[0])) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, edit)) kept.push(edit);
  }
  return kept;
}

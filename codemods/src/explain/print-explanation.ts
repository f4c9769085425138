import type { JudgedFinding } from "../engine/judgement.js";
import { describeFinding } from "../reports/describe-finding.js";
import type { Paint } from "../reports/paint.js";
import { printable } from "../reports/words.js";
import type { ExplainedSite, Explanation } from "./explain-place.js";
import type { ReleaseTable } from "./describe-releases.js";

export const gradeMeanings: Readonly<Record<string, string>> = {
  fix: "the program means the same afterwards, or did not work before",
  upgrade: "it changes who can connect, towards the policy",
  ask: "whether it works depends on facts outside the code",
  manual: "a person has to act",
};

/** For a terminal: what is found, what each release does, what the edit would change and for whom, and how to accept it. */
export function printExplanation(explanation: Explanation, policyName: string, paint: Paint): string {
  const { finding, sites, references } = explanation;
  return [
    describeFinding({ ...finding, ...finding.start, before: finding.change?.before ?? finding.excerpt.text, after: undefined, status: statusOf(finding), fixable: false }, paint),
    ...sites.flatMap((site) => siteLines(site, policyName, paint)),
    ...editLines(explanation, paint),
    `  ${paint.bold("Authority")}: ${references.join(" · ")}\n`,
    `  ${paint.bold("Accept it")} with a comment above: @tls-codemod-ignore ${finding.rule} -- reason (or all of today's: tls-codemod baseline)\n`,
    `  ${paint.bold("The rule")}: tls-codemod explain ${finding.rule}\n`,
  ].join("");
}

function statusOf({ isSuppressed, isAccepted }: JudgedFinding): "suppressed" | "baseline" | "new" {
  if (isSuppressed) return "suppressed";
  return isAccepted ? "baseline" : "new";
}

function siteLines({ name, now, edited }: ExplainedSite, policyName: string, paint: Paint): readonly string[] {
  return [
    `\n  ${paint.bold("What Node does with it")} (${name}; ${policyName})\n`,
    ...tableLines(now, paint),
    ...(edited ? [`  ${paint.bold("After the edit")}\n`, ...(isSame(now, edited) ? ["    The same.\n"] : tableLines(edited, paint))] : []),
  ];
}

function tableLines(tables: readonly ReleaseTable[], paint: Paint): readonly string[] {
  const width = Math.max(...tables.flatMap(({ rows }) => rows.map(({ releases }) => releases.length)));
  return tables.flatMap(({ when, rows }) => [
    ...(when === undefined ? [] : [`    when ${printable(when)}:\n`]),
    ...rows.flatMap(({ releases, isInRange, behaviour, objections }) => [
      `    ${releases.padEnd(width)}  ${printable(behaviour)}${isInRange ? "" : paint.dim(" [not in range]")}\n`,
      ...objections.map((objection) => `    ${"".padEnd(width)}  ${paint.yellow(printable(objection))}\n`),
    ]),
  ]);
}

function isSame(now: readonly ReleaseTable[], edited: readonly ReleaseTable[]): boolean {
  return JSON.stringify(now) === JSON.stringify(edited);
}

function editLines({ finding, whoMayStop }: Explanation, paint: Paint): readonly string[] {
  const { change, grade, remedy } = finding;
  if (!change) return [`\n  ${paint.bold("There is no edit")}: ${gradeMeanings[grade]}.\n`];
  const lines = (text: string) => (text === "" ? [] : text.split(/\r\n?|\n/));
  return [
    `\n  ${paint.bold("The edit")} (${grade}: ${gradeMeanings[grade]}): ${printable(remedy)}\n`,
    ...lines(change.before).map((line) => paint.red(`    - ${printable(line)}\n`)),
    ...lines(change.after).map((line) => paint.green(`    + ${printable(line)}\n`)),
    ...(whoMayStop ? [`  ${paint.bold("Who may no longer connect")}: ${whoMayStop}\n`] : []),
  ];
}

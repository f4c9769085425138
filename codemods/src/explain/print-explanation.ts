import type { JudgedFinding } from "../engine/judging/judgement.js";
import { attackMeaning, attackTitle } from "../reports/attack-words.js";
import { describeFinding } from "../reports/describe-finding.js";
import { columnsOf, hanging, unbroken } from "../terminal/columns.js";
import type { Paint } from "../terminal/paint.js";
import { printable } from "../terminal/printable.js";
import type { OpenAttack } from "./attacks-of.js";
import type { ReleaseRow, ReleaseTable } from "./describe-releases.js";
import type { ExplainedSite, Explanation } from "./explain-place.js";

export const gradeMeanings: Readonly<Record<string, string>> = {
  fix: "the program means the same afterwards, or did not work before",
  upgrade: "stricter, so that old peers may stop connecting",
  ask: "whether it works depends on facts outside the code",
  manual: "a person has to act",
};

/** How an explanation is shown. */
export interface ExplanationView {
  readonly paint: Paint;
  /** Of the terminal; without it, no line is broken. */
  readonly columns: number | undefined;
}

/** For people: what is found, what each release does, what the edit would change and for whom, and how to accept it. Code is never broken. */
export function printExplanation(explanation: Explanation, policyName: string, view: ExplanationView): string {
  const { finding, sites, references, weaknesses } = explanation;
  const { paint, columns } = view;
  return [
    describeFinding(
      {
        ...finding,
        ...finding.start,
        before: finding.change?.before ?? finding.excerpt.text,
        after: undefined,
        status: statusOf(finding),
        fixable: false,
      },
      paint,
      { columns },
    ),
    ...sites.flatMap((site) => siteLines(site, policyName, view)),
    ...editLines(explanation, view),
    ...(weaknesses.length > 0 ? paragraph(`${paint.bold("Weakness")}: ${weaknesses.join(" · ")}`, view) : []),
    ...paragraph(`${paint.bold("Authority")}: ${references.join(" · ")}`, view),
    ...paragraph(
      `${paint.bold("Accept it")} with a comment above: ${unbroken(`@tls-codemod-ignore ${finding.rule} -- reason`)} (or all of today's: ${unbroken("tls-codemod baseline")})`,
      view,
    ),
    ...paragraph(`${paint.bold("The rule")}: ${unbroken(`tls-codemod explain ${finding.rule}`)}`, view),
  ].join("");
}

function paragraph(text: string, { columns }: ExplanationView): readonly string[] {
  return hanging("  ", text, columns, "    ").map((line) => `${line}\n`);
}

function statusOf({ isSuppressed, isAccepted }: JudgedFinding): "suppressed" | "baseline" | "new" {
  if (isSuppressed) return "suppressed";
  return isAccepted ? "baseline" : "new";
}

function siteLines(
  { name, language, now, edited, attacks }: ExplainedSite,
  policyName: string,
  view: ExplanationView,
): readonly string[] {
  const { paint } = view;
  return [
    "\n",
    ...paragraph(`${paint.bold(`What ${language} does with it`)} (${name}; ${policyName})`, view),
    ...tableLines(now, view),
    ...(edited
      ? [
          `  ${paint.bold("After the edit")}\n`,
          ...(isSame(now, edited) ? ["    The same.\n"] : tableLines(edited, view)),
        ]
      : []),
    ...attackLines(attacks, view),
  ];
}

/** `BEAST (CVE-2011-3389): possible with CBC suites in TLS 1.0`, each with what the edit makes of it. */
function attackLines(attacks: readonly OpenAttack[], { paint, columns }: ExplanationView): readonly string[] {
  if (attacks.length === 0) return [];
  const lines = attacks.flatMap((attack) => {
    const end = attack.endsWithEdit ? "; not after the edit" : "";
    const text = `${attackTitle(attack)}: ${attackMeaning(attack)}${end}`;
    return hanging("    ", text, columns, "      ");
  });
  return [`  ${paint.bold("Named attacks that it leaves room for")}\n`, ...lines.map((line) => `${line}\n`)];
}

/** Releases beside what they do, or above it where both do not fit. */
function tableLines(tables: readonly ReleaseTable[], { paint, columns }: ExplanationView): readonly string[] {
  const rows = tables.flatMap((table) => table.rows);
  const width = Math.max(...rows.map(({ releases }) => releases.length)) + 2;
  const textsOf = ({ behaviour, isInRange, objections }: ReleaseRow) => [
    `${printable(behaviour)}${isInRange ? "" : ` ${paint.dim(unbroken("[not in range]"))}`}`,
    ...objections.map((objection) => paint.yellow(printable(objection))),
  ];
  const isNarrow = rows.flatMap(textsOf).some((text) => columnsOf(text) + width + 4 > (columns ?? Infinity));
  const rowLines = (row: ReleaseRow) =>
    isNarrow
      ? [`    ${row.releases}`, ...textsOf(row).flatMap((text) => hanging("      ", text, columns, "        "))]
      : textsOf(row).flatMap((text, index) => hanging(`    ${(index === 0 ? row.releases : "").padEnd(width)}`, text));
  const lines = tables.flatMap(({ when, rows: inTable }) => [
    ...(when === undefined ? [] : hanging("    ", `when ${printable(when)}:`, columns)),
    ...inTable.flatMap(rowLines),
  ]);
  return lines.map((line) => `${line}\n`);
}

function isSame(now: readonly ReleaseTable[], edited: readonly ReleaseTable[]): boolean {
  return JSON.stringify(now) === JSON.stringify(edited);
}

function editLines({ finding, whoMayStop }: Explanation, view: ExplanationView): readonly string[] {
  const { change, grade, remedy } = finding;
  const { paint } = view;
  if (!change) return ["\n", ...paragraph(`${paint.bold("There is no edit")}: ${gradeMeanings[grade]}.`, view)];
  const lines = (text: string) => (text === "" ? [] : text.split(/\r\n?|\n/));
  return [
    "\n",
    ...paragraph(`${paint.bold("The edit")} (${grade}: ${gradeMeanings[grade]}): ${printable(remedy)}`, view),
    ...lines(change.before).map((line) => paint.red(`    - ${printable(line)}\n`)),
    ...lines(change.after).map((line) => paint.green(`    + ${printable(line)}\n`)),
    ...(whoMayStop ? paragraph(`${paint.bold("Who may no longer connect")}: ${whoMayStop}`, view) : []),
  ];
}

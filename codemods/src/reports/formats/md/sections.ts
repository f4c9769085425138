import { grouped, plural } from "../../../terminal/plural.js";
import { attackMeaning, attacksOfAll, attackTitle } from "../../attack-words.js";
import { gradeMeanings } from "../../grade-meanings.js";
import type { Report, ReportFinding, ReportRepository } from "../../report.js";
import { type Reference, ruleFacts } from "../../rule-facts.js";
import { whoMayStopBy } from "../../who-may-stop.js";
import { code, escapeHtml, plain, prose } from "./escape.js";
import type { Cuttable, Part } from "./fit.js";
import { acceptedItem, changeItem, fileItem, markOf, placeOf, taskItem } from "./items.js";

/** The order in which lists get the room there is. */
const priorities = {
  byHand: 0,
  unread: 1,
  remarks: 2,
  repositories: 3,
  changes: 4,
  markers: 5,
  notes: 6,
  skipped: 7,
  accepted: 8,
} as const;

export function summaryPart(report: Report): readonly Part[] {
  const { command, tool, policy, notes } = report;
  const [changes, byHand] = [changesOf(report), byHandOf(report)];
  const judge = policy.file === undefined ? `the profile ${code(policy.profile)}` : `the policy ${code(policy.file)}`;
  const verb = command === "fix" ? "makes" : "would make";
  const lines = [
    changes.length > 0
      ? `${tool.name} ${tool.version} ${verb} ${plural(changes.length, "change")} to TLS options in ${plural(filesOf(changes), "file")}, judged by ${judge}: ${meaningsOf(changes)}.`
      : `${tool.name} ${tool.version} found nothing to change by itself, judged by ${judge}.`,
    byHand.length > 0
      ? `${plural(byHand.length, "finding")} ${byHand.length === 1 ? "is" : "are"} left for a person.`
      : "Nothing is left for a person.",
    ...(report.totals.tests > 0
      ? [
          `Of the open findings, ${grouped(report.totals.tests)} ${report.totals.tests === 1 ? "stands" : "stand"} in tests.`,
        ]
      : []),
    ...(command === "fix" && changes.length > 0
      ? [
          "Each changed file was read again before it was written: it parses, has nothing left to edit, and is the same outside the edits.",
        ]
      : []),
  ];
  return [
    `${lines.join(" ")}\n\n`,
    ...(notes.length > 0
      ? [
          list(
            notes.map((note) => `- ${prose(note)}\n`),
            "note",
            "remarks",
          ),
          "\n",
        ]
      : []),
  ];
}

function meaningsOf(changes: readonly ReportFinding[]): string {
  const counts = Object.entries(gradeMeanings).map(([grade, meaning]) => ({
    grade,
    meaning,
    count: changes.filter((change) => change.grade === grade).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ grade, meaning, count }) => `${grouped(count)} _${grade}_ (${meaning})`)
    .join(", ");
}

export function repositoriesPart({ repositories }: Report): readonly Part[] {
  if (repositories.length < 2) return [];
  const rows = repositories.map(({ name, totals: { findings, files } }: ReportRepository) => {
    const counts = [findings.fixed, findings.new, findings.baseline + findings.suppressed, files.failed].map(grouped);
    return `| ${code(name).replaceAll("|", "\\|")} | ${counts.join(" | ")} |\n`;
  });
  return [
    "## Repositories\n\n| repository | fixed | open | accepted | not processed |\n| --- | ---: | ---: | ---: | ---: |\n",
    list(rows, "repository", "repositories"),
    "\n",
  ];
}

export function changesPart(report: Report): readonly Part[] {
  const byRule = groupByRule(changesOf(report));
  if (byRule.length === 0) return [];
  return [
    report.command === "fix" ? "## What changes\n\n" : "## What would change\n\n",
    ...byRule.flatMap(([rule, findings]) => ruleParts(rule, findings)),
  ];
}

function ruleParts(rule: string, findings: readonly ReportFinding[]): readonly Part[] {
  const about = ruleFacts(rule);
  const { description, helpUri } = about;
  const [authority, weaknesses] = [linked(about.references), linked(about.weaknesses)];
  const facts = [
    ...(weaknesses === "" ? [] : [`- **Weakness:** ${weaknesses}\n`]),
    ...attackFacts(findings),
    ...(authority === "" ? [] : [`- **On the authority of:** ${authority}\n`]),
    `- **Who may stop connecting:** ${whoMayStopBy(about, findings)}\n`,
    ...(helpUri ? [`- [About this rule](${helpUri})\n`] : []),
  ];
  const heading = `### ${code(rule)} (${grouped(findings.length)})\n\n${description === "" ? "" : `Rule to ${lowerFirst(description)}\n\n`}`;
  return [
    heading,
    ...facts,
    "\n",
    ...details(plural(findings.length, "place"), list(findings.map(changeItem), "place", "changes")),
  ];
}

/** Each attack once, with what it needs. */
function attackFacts(findings: readonly ReportFinding[]): readonly string[] {
  const told = attacksOfAll(findings).map(
    (attack) => `[${plain(attackTitle(attack))}](${attack.reference}), ${plain(attackMeaning(attack))}`,
  );
  return told.length > 0 ? [`- **Published attacks that this leaves room for:** ${told.join("; ")}\n`] : [];
}

function linked(references: readonly Reference[]): string {
  return references.map(({ text, url }) => (url ? (url === text ? `<${url}>` : `[${text}](${url})`) : text)).join("; ");
}

export function byHandPart(report: Report): readonly Part[] {
  const findings = byHandOf(report);
  const { markers } = report;
  const marked = markers.map((marker) => `- ${placeOf(marker)} ${code(marker.rule)}: ${prose(marker.message)}\n`);
  if (findings.length + markers.length === 0) return [];
  return [
    "## Left to do by hand\n\n",
    ...(findings.length > 0 ? [list(findings.map(taskItem), "finding", "byHand"), "\n", markOf(findings)] : []),
    ...(marked.length > 0
      ? details(`${plural(marked.length, "place")} marked in the code`, list(marked, "marker", "markers"))
      : []),
  ];
}

export function unreadPart({ errors, skipped }: Report): readonly Part[] {
  return [
    ...(errors.length > 0
      ? ["## Files that could not be processed\n\n", list(errors.map(fileItem), "file", "unread"), "\n"]
      : []),
    ...(skipped.length > 0
      ? details(`${plural(skipped.length, "file")} skipped`, list(skipped.map(fileItem), "file", "skipped"))
      : []),
  ];
}

/** What cannot be decided from the code. */
export function notesPart(report: Report): readonly Part[] {
  const notes = openOf(report).filter(({ level, fixable }) => level === "note" && !fixable);
  return notes.length > 0
    ? details(
        `${plural(notes.length, "place")} that the code alone does not decide`,
        list(notes.map(taskItem), "note", "notes"),
      )
    : [];
}

export function acceptedPart({ findings }: Report): readonly Part[] {
  const accepted = findings.filter(({ status }) => status === "baseline" || status === "suppressed");
  return accepted.length > 0
    ? details(
        `${plural(accepted.length, "finding")} accepted before`,
        list(accepted.map(acceptedItem), "finding", "accepted"),
      )
    : [];
}

function openOf({ findings }: Report): readonly ReportFinding[] {
  return findings.filter(({ status }) => status === "new");
}

function changesOf(report: Report): readonly ReportFinding[] {
  return report.findings.filter(
    ({ status, fixable }) => status === "fixed" || (report.command === "check" && status === "new" && fixable),
  );
}

function byHandOf(report: Report): readonly ReportFinding[] {
  return openOf(report).filter(({ level, fixable }) => level !== "note" && !(report.command === "check" && fixable));
}

function filesOf(findings: readonly ReportFinding[]): number {
  return new Set(findings.map(({ path }) => path)).size;
}

/** The rules in the order of their first finding. */
function groupByRule(findings: readonly ReportFinding[]): readonly (readonly [string, readonly ReportFinding[]])[] {
  return [...new Set(findings.map(({ rule }) => rule))].map((name) => [
    name,
    findings.filter(({ rule }) => rule === name),
  ]);
}

function details(summary: string, content: Part): readonly Part[] {
  return [`<details><summary>${escapeHtml(summary)}</summary>\n\n`, content, "\n</details>\n\n"];
}

function list(items: readonly string[], noun: string, priority: keyof typeof priorities): Cuttable {
  return { items, noun, priority: priorities[priority] };
}

function lowerFirst(text: string): string {
  return `${text[0]!.toLowerCase()}${text.slice(1)}`;
}

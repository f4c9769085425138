import { grouped, plural } from "../../../terminal/plural.js";
import { attackMeaning, attackTitle } from "../../attack-words.js";
import type { Report, ReportAttack, ReportFinding, ReportRepository } from "../../report.js";
import { type Reference, ruleFacts } from "../../rule-facts.js";
import { whoMayStopBy } from "../../who-may-stop.js";
import {
  nobody,
  type Outcome,
  type PageAttack,
  type PageData,
  type PageEntry,
  type PageFinding,
  type PageReference,
  type PageRepository,
  type PageRule,
} from "./page-data.js";
import { sourceAddresses, webAddress } from "./source-address.js";

/** What the page shows of a report. */
export function pageDataOf(report: Report): PageData {
  const { command, findings, repositories, notes } = report;
  const addressesIn = new Map(repositories.map((repository) => [repository.name, sourceAddresses(repository)]));
  return {
    command,
    title: titleOf(report),
    summary: summaryOf(report),
    facts: factsOf(report),
    notes,
    files: filesOf(report),
    findings: findings.map((finding) => pageFinding(finding, addressesIn.get(finding.repository)?.(finding))),
    rules: [...new Set(findings.map(({ rule }) => rule))].sort().map((rule) => pageRule(rule, findings)),
    repositories: repositories.length > 1 ? repositories.map(pageRepository) : [],
    ...entriesOf(report),
  };
}

function titleOf({ repositories }: Report): string {
  if (repositories.length !== 1) return `TLS options in ${plural(repositories.length, "repository")}`;
  const { name, url } = repositories[0]!;
  return `TLS options in ${
    url
      ?.replace(/\.git$/, "")
      .split(/[/:]/)
      .slice(-2)
      .join("/") ?? (name === "." ? "one folder" : name)
  }`;
}

function summaryOf({ command, totals: { findings, levels, files, tests } }: Report): string {
  const open = `${plural(findings.new, "open finding")} (${plural(levels.error, "error")}, ${plural(levels.warning, "warning")}, ${plural(levels.note, "note")})`;
  const inTests = tests > 0 ? `, ${grouped(tests)} in tests,` : "";
  return `${open}${inTests}${command === "fix" ? ` and ${grouped(findings.fixed)} fixed` : ""} in ${plural(files.seen, "file")}.`;
}

function factsOf({ tool, command, policy, repositories, shard }: Report): readonly string[] {
  const ranges = [...new Set(policy.node.map(({ range }) => range ?? "default range"))];
  const [only] = repositories.length === 1 ? repositories : [];
  return [
    `${tool.name} ${command}, version ${tool.version}`,
    policy.file === undefined ? `profile ${policy.profile}` : `policy ${policy.file}`,
    ...(ranges.length > 0 ? [`Node ${ranges.length > 3 ? `in ${ranges.length} ranges` : ranges.join(", ")}`] : []),
    ...(policy.rules ? [`only ${plural(policy.rules.length, "rule")}`] : []),
    ...(only?.commit ? [`commit ${only.commit.slice(0, 12)}${only.dirty ? ", with uncommitted changes" : ""}`] : []),
    `${new Date().toISOString().slice(0, "yyyy-mm-ddThh:mm".length).replace("T", " ")} UTC`,
    ...(shard ? [`part ${shard.index} of ${shard.count}`] : []),
  ];
}

function filesOf({ command, totals: { files } }: Report): string {
  const { seen, changed, unchanged, skipped, failed } = files;
  return `${plural(seen, "file")} seen: ${grouped(changed)} ${command === "fix" ? "changed" : "to change"}, ${grouped(unchanged)} ${command === "fix" ? "unchanged" : "as they are"}, ${grouped(skipped)} skipped, ${grouped(failed)} failed`;
}

function pageFinding(finding: ReportFinding, address: string | undefined): PageFinding {
  const {
    rule,
    level,
    grade,
    certainty,
    repository: name,
    owners,
    path,
    line,
    column,
    message,
    before,
    after,
    guard,
    reason,
    attacks,
    excerpt,
  } = finding;
  return {
    ...{
      rule,
      level,
      grade,
      certainty,
      outcome: outcomeOf(finding),
      code: finding.test ? ("tests" as const) : ("programs" as const),
      repository: name,
      owner: owners.length > 0 ? owners.join(" ") : nobody,
      path,
      line,
      column,
      message,
      before,
    },
    ...(after === undefined && excerpt && { found: excerpt.range }),
    ...(after !== undefined && { after }),
    ...(guard !== undefined && { guard }),
    ...(reason !== undefined && { reason }),
    ...(attacks.length > 0 && { attacks: attacks.map(pageAttack) }),
    ...(address !== undefined && { address }),
  };
}

function pageAttack(attack: ReportAttack): PageAttack {
  return { title: attackTitle(attack), meaning: attackMeaning(attack), url: attack.reference };
}

function outcomeOf({ status, fixable, level }: ReportFinding): Outcome {
  if (status !== "new") return status === "fixed" ? "fixed" : "accepted";
  if (fixable) return "ready";
  return level === "note" ? "untold" : "person";
}

function pageRule(name: string, findings: Report["findings"]): PageRule {
  const facts = ruleFacts(name);
  const { description, references, weaknesses, helpUri } = facts;
  return {
    name,
    description,
    whoMayStop: whoMayStopBy(
      facts,
      findings.filter(({ rule }) => rule === name),
    ),
    references: references.map(linked),
    weaknesses: weaknesses.map(linked),
    ...(helpUri && { page: helpUri }),
  };
}

function linked({ text, url }: Reference): PageReference {
  return { text, ...(url && { url }) };
}

function pageRepository({ name, url, commit, totals: { levels, findings, files } }: ReportRepository): PageRepository {
  const address = webAddress(url);
  return {
    ...{ name, ...(address !== undefined && { address }), ...(commit !== undefined && { commit }), open: levels },
    ...{ fixed: findings.fixed, accepted: findings.baseline + findings.suppressed, files },
  };
}

function entriesOf({
  markers,
  staleBaseline,
  errors,
  skipped,
}: Report): Pick<PageData, "markers" | "stale" | "unread"> {
  return {
    markers: markers.map(({ path, line, rule, message }): PageEntry => ({
      kind: rule,
      path: `${path}:${line}`,
      text: message,
    })),
    stale: staleBaseline.map(({ path, rule, message }): PageEntry => ({ kind: rule, path, text: message })),
    unread: [
      ...errors.map(({ path, reason, kind }): PageEntry => ({ kind, path, text: reason })),
      ...skipped.map(({ path, reason }): PageEntry => ({ kind: "skipped", path, text: reason })),
    ],
  };
}

import { printJson } from "../../terminal/print-json.js";
import type { MarkerRemark } from "../marker-remarks.js";
import type { Report, ReportFinding } from "../report.js";
import { homepage, type RuleFacts, ruleFacts } from "../rule-facts.js";
import { remarksWithinRun } from "../within-run.js";

/** Of GitLab's security report schemas. */
const schemaVersion = "15.0.7";
const schema = `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${schemaVersion}/dist/sast-report-format.json`;

/** A report for GitLab's vulnerability management and merge requests, of the open findings and the markers: https://docs.gitlab.com/development/integrations/secure/#report. */
export function render(report: Report): Iterable<string> {
  const { tool, errors, elapsedMilliseconds = 0 } = report;
  const product = { id: tool.name, name: tool.name, url: homepage, version: tool.version, vendor: { name: tool.name } };
  const end = Date.now();
  const sast = {
    schema,
    version: schemaVersion,
    scan: {
      type: "sast",
      status: "success",
      start_time: secondOf(end - elapsedMilliseconds),
      end_time: secondOf(end),
      analyzer: product,
      scanner: product,
      messages: errors.map(({ path, reason }) => ({ level: "warn", value: `${path} ${reason}` })),
    },
    vulnerabilities: remarksWithinRun(report).map(vulnerabilityOf),
  };
  return [`${printJson(sast, 2)}\n`];
}

function secondOf(time: number): string {
  return new Date(time).toISOString().slice(0, "yyyy-mm-ddThh:mm:ss".length);
}

function vulnerabilityOf(remark: ReportFinding | MarkerRemark) {
  const { rule, message, path, line, endLine, fingerprint } = remark;
  const facts = ruleFacts(rule);
  return {
    id: fingerprint.replace(/^(.{8})(.{4})(.{4})(.{4})(.*)$/, "$1-$2-$3-$4-$5"),
    name: facts.description === "" ? rule : facts.description,
    description: message,
    severity: severityOf(remark, facts),
    ...("edits" in remark && remark.remedy !== "" && { solution: remark.remedy }),
    identifiers: identifiersOf(rule, facts),
    links: facts.references.flatMap(({ text, url }) => (url === undefined ? [] : [{ name: text, url }])),
    location: { file: path, start_line: line, end_line: endLine },
    ...("edits" in remark && remark.after !== undefined && { details: { change: changeOf(remark, remark.after) } }),
  };
}

/** By the score of the weakness where the policy prohibits what is found; what weighs less is never more than low. */
function severityOf({ level }: Pick<ReportFinding, "level">, { severity = 0 }: RuleFacts): string {
  if (level !== "error") return level === "warning" ? "Low" : "Info";
  if (severity >= 9) return "Critical";
  if (severity >= 7) return "High";
  return severity >= 4 ? "Medium" : "Low";
}

/** The first one is what GitLab knows the vulnerability by. */
function identifiersOf(rule: string, { weaknesses, helpUri }: RuleFacts) {
  return [
    {
      type: "tls_codemod_rule",
      name: `tls-codemod ${rule}`,
      value: rule,
      ...(helpUri !== undefined && { url: helpUri }),
    },
    ...weaknesses.map(({ id, url }) => ({ type: "cwe", name: id, value: id.replace("CWE-", ""), url })),
  ];
}

function changeOf({ before }: ReportFinding, after: string) {
  return { type: "diff", name: "What the edit changes", before, after };
}

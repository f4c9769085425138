import type { Log, Run, VersionControlDetails } from "sarif";
import { printJson } from "../../terminal/print-json.js";
import { withinCodeScanningLimit } from "../code-scanning-limit.js";
import { type MarkerRemark, markerRemarks } from "../marker-remarks.js";
import type { Report, ReportFinding } from "../report.js";
import { homepage } from "../rule-facts.js";
import { notificationDescriptors, notificationsOf } from "./sarif/notifications.js";
import { absoluteUri, baseId, folderLocation } from "./sarif/places.js";
import { resultOf } from "./sarif/results.js";
import { descriptorsFor } from "./sarif/rules.js";

/** SARIF 2.1.0, within the limits of GitHub code scanning; what the run has mended is not in it, and markers are. */
export function render(report: Report): Iterable<string> {
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [runOf(report)],
  };
  return [`${printJson(log, 2)}\n`];
}

function runOf(report: Report): Run {
  const { tool, shard, errors, markers } = report;
  const { kept, note } = withinCodeScanningLimit<ReportFinding | MarkerRemark>([
    ...report.findings.filter(({ status }) => status !== "fixed"),
    ...markerRemarks(markers),
  ]);
  const rules = descriptorsFor(kept);
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    tool: {
      driver: {
        name: tool.name,
        semanticVersion: tool.version,
        informationUri: homepage,
        rules,
        notifications: notificationDescriptors,
      },
    },
    // code scanning replaces what it has of the same category, which is what stands before the last slash
    automationDetails: { id: shard ? `${tool.name}/${shard.index}-of-${shard.count}/` : `${tool.name}/` },
    invocations: [
      { executionSuccessful: errors.length === 0, toolExecutionNotifications: notificationsOf(report, note) },
    ],
    ...provenanceOf(report),
    originalUriBaseIds: {
      [baseId]: { description: { text: "The root of the repository, or of the run where there is none." } },
    },
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n", "\r", "\u2028", "\u2029"],
    results: kept.map((remark) => resultOf(remark, ruleIndexes.get(remark.rule)!)),
  };
}

function provenanceOf({ repositories }: Report): { readonly versionControlProvenance?: VersionControlDetails[] } {
  const versionControlProvenance = repositories.flatMap(({ name, url, commit }) => {
    const repositoryUri = url && absoluteUri(url);
    return repositoryUri
      ? [{ repositoryUri, ...(commit && { revisionId: commit }), mappedTo: folderLocation(name) }]
      : [];
  });
  return versionControlProvenance.length > 0 ? { versionControlProvenance } : {};
}

import type { Fix, Replacement, Result, Suppression } from "sarif";
import type { MarkerRemark } from "../../marker-remarks.js";
import type { ReportFinding } from "../../report.js";
import { artifactLocation, physicalLocation, regionOf } from "./places.js";

export function resultOf(remark: ReportFinding | MarkerRemark, ruleIndex: number): Result {
  return "edits" in remark
    ? resultOfFinding(remark, ruleIndex)
    : { ...common(remark, ruleIndex), suppressions: [], properties: { marker: true } };
}

function resultOfFinding(finding: ReportFinding, ruleIndex: number): Result {
  const { grade, certainty, guard, fixable, test } = finding;
  return {
    ...common(finding, ruleIndex),
    ...(finding.edits.length > 0 && { fixes: [fixOf(finding)] }),
    suppressions: suppressionsOf(finding),
    properties: { grade, certainty, fixable, ...(test && { test }), ...(guard !== undefined && { guard }) },
  };
}

function common(remark: ReportFinding | MarkerRemark, ruleIndex: number) {
  const { rule, level, message, path, fingerprint } = remark;
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(path, { endColumn: undefined, ...remark }) }],
    // code scanning reads the first name only
    partialFingerprints: { primaryLocationLineHash: fingerprint, "tlsCodemod/v1": fingerprint },
  } satisfies Result;
}

function fixOf({ remedy, path, edits }: ReportFinding): Fix {
  const replacements = edits.map(({ start, end, text }): Replacement => ({
    deletedRegion: regionOf(start, end),
    ...(text !== "" && { insertedContent: { text } }),
  }));
  return {
    description: { text: remedy },
    artifactChanges: [{ artifactLocation: artifactLocation(path), replacements }],
  };
}

/** Always there, because results without it count as those of a tool that knows no suppressions. */
function suppressionsOf({ status, reason }: ReportFinding): Suppression[] {
  if (status === "suppressed")
    return [{ kind: "inSource", status: "accepted", ...(reason !== undefined && { justification: reason }) }];
  if (status === "baseline")
    return [{ kind: "external", status: "accepted", justification: reason ?? "Accepted in the baseline." }];
  return [];
}

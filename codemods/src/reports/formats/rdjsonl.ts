import type { Level } from "tls-rules";
import { printJson } from "../../terminal/print-json.js";
import { type MarkerRemark, markerRemarks } from "../marker-remarks.js";
import type { Report, ReportFinding } from "../report.js";
import { homepage, ruleFacts } from "../rule-facts.js";
import { createSources, type Source, type Span } from "../sources.js";

const severities: Readonly<Record<Level, string>> = { error: "ERROR", warning: "WARNING", note: "INFO" };

/** One reviewdog diagnostic per open finding and per marker: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. */
export function* render({ findings, markers, root }: Report): Iterable<string> {
  const sources = createSources(root);
  for (const finding of findings) {
    if (finding.status === "new") yield `${printJson(diagnosticOf(finding, sources.of(finding)))}\n`;
  }
  for (const remark of markerRemarks(markers))
    yield `${printJson({ ...about(remark), location: { path: remark.path, range: linesOf(remark) } })}\n`;
}

/** Columns and suggestions count bytes of the file's lines, so they need the file; without it, the lines are named. */
function diagnosticOf(finding: ReportFinding, source: Source | undefined) {
  const { path, range, edits } = finding;
  return {
    ...about(finding),
    location: { path, range: source ? source.place(range) : linesOf(finding) },
    ...(source && edits.length > 0 && { suggestions: [suggestionOf(source, edits)] }),
  };
}

function about({ rule, message, level }: MarkerRemark) {
  const { helpUri } = ruleFacts(rule);
  return {
    message,
    severity: severities[level],
    source: { name: "tls-codemod", url: homepage },
    code: { value: rule, ...(helpUri && { url: helpUri }) },
  };
}

function linesOf({ line, endLine }: MarkerRemark) {
  return { start: { line }, end: { line: endLine } };
}

/** One for all edits: reviewdog offers each suggestion on its own, and edits of one finding belong together. */
function suggestionOf(source: Source, edits: ReportFinding["edits"]) {
  const span: Span = [Math.min(...edits.map(({ range }) => range[0])), Math.max(...edits.map(({ range }) => range[1]))];
  return { range: source.place(span), text: source.edited(span, edits) };
}

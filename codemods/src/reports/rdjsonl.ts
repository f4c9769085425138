import type { Level } from "tls-rules";
import type { Report, ReportFinding } from "./report.js";
import { homepage, ruleFacts } from "./rule-facts.js";
import { createSources, type Source, type Span } from "./sources.js";

const severities: Readonly<Record<Level, string>> = { error: "ERROR", warning: "WARNING", note: "INFO" };

/** One reviewdog diagnostic per open finding: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. */
export function* render({ findings, root }: Report): Iterable<string> {
  const sources = createSources(root);
  for (const finding of findings) {
    if (finding.status === "new") yield `${JSON.stringify(diagnosticOf(finding, sources.of(finding)))}\n`;
  }
}

/** Columns and suggestions count bytes of the file's lines, so they need the file; without it, the lines are named. */
function diagnosticOf(finding: ReportFinding, source: Source | undefined) {
  const { rule, message, path, level, line, endLine, range, edits } = finding;
  const { helpUri } = ruleFacts(rule);
  return {
    message,
    location: { path, range: source ? source.place(range) : { start: { line }, end: { line: endLine } } },
    severity: severities[level],
    source: { name: "tls-codemod", url: homepage },
    code: { value: rule, ...(helpUri && { url: helpUri }) },
    ...(source && edits.length > 0 && { suggestions: [suggestionOf(source, edits)] }),
  };
}

/** One for all edits: reviewdog offers each suggestion on its own, and edits of one finding belong together. */
function suggestionOf(source: Source, edits: ReportFinding["edits"]) {
  const span: Span = [Math.min(...edits.map(({ range }) => range[0])), Math.max(...edits.map(({ range }) => range[1]))];
  return { range: source.place(span), text: source.edited(span, edits) };
}

import { analyze, type Finding, type Rule, type Settings } from "tls-rules";
import { ignoreOf, readDirectives, type Directives, type Ignore } from "./directives.js";
import { indexLines, type LineIndex } from "./line-index.js";
import { parseSource } from "./parse-source.js";

/** What one text says: its findings, those that a comment suppresses included, and its comments to this tool. */
export interface Reading {
  /** Without a byte order mark; all offsets are into this. */
  readonly text: string;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
  readonly directives: Directives;
}

/** Throws a SyntaxError for a text that does not parse. */
export function readText(path: string, text: string, settings: Settings, rules: readonly Rule[] | undefined): Reading {
  const file = parseSource(path, text);
  const lines = indexLines(file.text);
  return { text: file.text, lines, findings: analyze(file, settings, rules), directives: readDirectives(file, lines) };
}

/** The comment that accepts a finding. It counts only with a reason. */
export function ignoreFor({ directives, lines }: Reading, finding: Finding): Ignore | undefined {
  return ignoreOf(directives, finding, lines.placeOf(finding.range[0]).line);
}

/** The findings that no comment suppresses. */
export function openFindings(reading: Reading): readonly Finding[] {
  return reading.findings.filter((finding) => ignoreFor(reading, finding)?.reason === undefined);
}

import type { Finding, Settings } from "tls-rules";
import { type Comment, type Directives, type Ignore, ignoreOf, readDirectives } from "../text/directives.js";
import { indexLines, type LineIndex } from "../text/line-index.js";

/** What one text says: its findings, those that a comment suppresses included, and its comments to this tool. */
export interface Reading {
  /** Without a byte order mark; all offsets are into this. */
  readonly text: string;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
  readonly directives: Directives;
  /** How many places do not parse, where a parser reads on behind them; an edit may not add one. */
  readonly problems?: number;
}

/** Reads a text of one kind. Throws a SyntaxError that names line and column for a text that does not parse. */
export type ReadText = (path: string, text: string, settings: Settings) => Reading;

export function createReading(text: string, findings: readonly Finding[], comments: readonly Comment[]): Reading {
  const lines = indexLines(text);
  return { text, lines, findings, directives: readDirectives(text, comments, lines) };
}

/** The comment that accepts a finding. It counts only with a reason. */
export function ignoreFor({ directives, lines }: Reading, finding: Finding): Ignore | undefined {
  return ignoreOf(directives, finding, lines.placeOf(finding.range[0]).line);
}

/** The findings that no comment suppresses. */
export function openFindings(reading: Reading): readonly Finding[] {
  return reading.findings.filter((finding) => ignoreFor(reading, finding)?.reason === undefined);
}

import { parse as parseCsv } from "csv-parse/sync";
import type { Log } from "sarif";
import type { Status } from "../../src/reports/report.js";
import { printable, printableLines } from "../../src/terminal/printable.js";
import { readGithub } from "./read-github.js";
import { readHtml } from "./read-html.js";
import { readMarkdown } from "./read-markdown.js";
import type { Told } from "./told.js";

export interface Reader {
  read(text: string): readonly Told[];
  /** The findings that the format is for. */
  readonly shows: readonly Status[];
  /** Whether it shows markers among the findings. */
  readonly showsMarkers?: true;
  /** How it writes a path, where that is not the path itself. */
  readonly pathOf?: (path: string) => string;
}

const all: readonly Status[] = ["new", "baseline", "suppressed", "fixed"];

const lines = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Each format that lists findings, read back by a parser of its own kind. */
export const readers: Readonly<Record<string, Reader>> = {
  json: { read: (text) => JSON.parse(text).findings, shows: all },
  jsonl: { read: (text) => lines(text).filter(({ type }) => type === "finding"), shows: all },
  sarif: { read: readSarif, shows: ["new", "baseline", "suppressed"], showsMarkers: true },
  github: { read: readGithub, shows: ["new"], showsMarkers: true },
  gitlab: {
    read: (text) =>
      JSON.parse(text).map(({ location, check_name }: GitlabViolation) => ({
        path: location.path,
        line: location.lines.begin,
        rule: check_name,
      })),
    shows: ["new"],
    showsMarkers: true,
  },
  "gitlab-sast": {
    read: (text) =>
      JSON.parse(text).vulnerabilities.map(({ location, identifiers }: SastVulnerability) => ({
        path: location.file,
        line: location.start_line,
        rule: identifiers[0]!.value,
      })),
    shows: ["new"],
    showsMarkers: true,
  },
  rdjsonl: {
    read: (text) =>
      lines(text).map(({ location, code }) => ({
        path: location.path,
        line: location.range.start.line,
        rule: code.value,
      })),
    shows: ["new"],
    showsMarkers: true,
  },
  csv: { read: readCsv, shows: all, pathOf: printableLines },
  html: { read: readHtml, shows: all },
  concise: { read: readConcise, shows: ["new", "fixed"], showsMarkers: true, pathOf: printable },
  md: { read: readMarkdown, shows: all, pathOf: printable },
};

function readConcise(text: string): readonly Told[] {
  return text.split("\n").flatMap((line) => {
    const [, path, row, rule] = /^(.*?):(\d+):\d+: (?:error|warning|note|todo) ([\w-]+): /.exec(line) ?? [];
    return path === undefined ? [] : [{ path, line: Number(row), rule: rule! }];
  });
}

interface SastVulnerability {
  readonly location: { readonly file: string; readonly start_line: number };
  readonly identifiers: readonly { readonly value: string }[];
}

interface GitlabViolation {
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  readonly check_name: string;
}

function readSarif(text: string): readonly Told[] {
  const { runs }: Log = JSON.parse(text);
  return runs[0]!.results!.map(({ ruleId, locations }) => {
    const { artifactLocation, region } = locations![0]!.physicalLocation!;
    return { path: decodeURIComponent(artifactLocation!.uri!), line: region!.startLine!, rule: ruleId! };
  });
}

function readCsv(text: string): readonly Told[] {
  const records = parseCsv(text, { columns: true, record_delimiter: "\r\n" }) as readonly Record<string, string>[];
  return records.map(({ path, line, rule }) => ({
    path: path!.replace(/^'(?=\s*[=+\-@\t\r\n])/, ""),
    line: Number(line),
    rule: rule!,
  }));
}

import { analyze, type Finding, resolveSettings, type Settings, type SourceFile, type TlsOptions } from "tls-rules";
import { collectTlsOptions, type FoundOptions } from "./collect-tls-options.js";
import { type DiffLine, diffLines } from "./diff-lines.js";
import { migrate } from "./migrate.js";
import { CodeError, readSource } from "./read-source.js";
import { type Combination, combinationsOf } from "./runtime-verdicts.js";
import type { PlaygroundState } from "./state.js";

export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Why there is no judgement: the code does not parse, the range is none, or the rules themselves failed. */
export interface Failure {
  readonly kind: "failed";
  readonly field: "code" | "node" | "rules";
  readonly message: string;
  /** Where in the code; its offset and its place. */
  readonly at?: Place & { readonly offset: number };
}

/** A finding with what it takes to show it. */
export interface ShownFinding extends Finding {
  readonly place: Place;
  /** The line it stands on, without the beginning of a long one, and what of it the finding means. */
  readonly excerpt: { readonly text: string; readonly start: number; readonly end: number };
}

/** One set of TLS options in the code. */
export interface OptionSet {
  readonly offset: number;
  readonly place: Place;
  /** `https client`, or `client` where the call is out of sight. */
  readonly title: string;
  readonly scope: "connection" | "process";
  /** A sentence on what the code does not tell; empty when it tells all. */
  readonly undecided: string;
  readonly combinations: readonly Combination[];
}

export type Judgement =
  | {
      readonly kind: "judged";
      readonly findings: readonly ShownFinding[];
      readonly optionSets: readonly OptionSet[];
      readonly migrated: string;
      readonly diff: readonly DiffLine[];
    }
  | Failure;

/** What the rules and the policy say of the visitor's code. Nothing is thrown: what cannot be read is said so. */
export function judgeCode(state: PlaygroundState): Judgement {
  const { code, language, profile, node, certainty, level } = state;
  const settings = attempt("node", () => resolveSettings({ profile, node, certainty, level }));
  if ("kind" in settings) return settings;
  const file = attempt("code", () => readSource(code, language));
  if ("kind" in file) return file;
  return attempt("rules", () => judgeFile(file, state, settings));
}

function judgeFile(file: SourceFile, { code, language, ask }: PlaygroundState, settings: Settings): Judgement {
  const migrated = migrate(
    code,
    (text) => analyze(readSource(text, language), settings),
    ask ? ["fix", "upgrade", "ask"] : ["fix", "upgrade"],
  );
  return {
    kind: "judged",
    findings: analyze(file, settings).map((finding) => shown(finding, code)),
    optionSets: collectTlsOptions(file, settings).map((found) => optionSet(found, settings, code)),
    migrated,
    diff: diffLines(code, migrated),
  };
}

function optionSet(found: FoundOptions, settings: Settings, code: string): OptionSet {
  const { client, side, scope, anchor } = found.options;
  const sideName = side === "unknown" ? "client or server" : side;
  return {
    offset: anchor.range[0],
    place: placeOf(code, anchor.range[0]),
    title: client ? `${client.name} ${sideName}` : sideName,
    scope,
    undecided: undecided(found.options),
    combinations: combinationsOf(found, settings),
  };
}

function undecided(options: TlsOptions): string {
  const unknown = options.allValues().filter(({ kind }) => kind === "unknown");
  const names = [...new Set(unknown.map(({ option }) => `\`${option}\``))];
  if (names.length > 0)
    return `The code does not tell the value of ${names.join(" and ")}; the table shows what holds without it.`;
  return options.complete ? "" : "A part of these options is out of sight and may say otherwise.";
}

function attempt<Result>(field: Failure["field"], get: () => Result): Result | Failure {
  try {
    return get();
  } catch (error) {
    const failure: Failure = { kind: "failed", field, message: error instanceof Error ? error.message : String(error) };
    return error instanceof CodeError
      ? { ...failure, at: { offset: error.offset, line: error.line, column: error.column } }
      : failure;
  }
}

function shown(finding: Finding, code: string): ShownFinding {
  const [start, end] = finding.range;
  const lineStart = code.lastIndexOf("\n", start - 1) + 1;
  const [line] = code.slice(lineStart).split("\n", 1) as [string];
  return {
    ...finding,
    place: placeOf(code, start),
    excerpt: excerptOf(line, start - lineStart, Math.min(end - lineStart, line.length)),
  };
}

/** So much of a line is shown before what a finding means that both fit into a narrow column. */
const longestLead = 32;

function excerptOf(line: string, start: number, end: number): ShownFinding["excerpt"] {
  const cut = Math.max(0, start - longestLead);
  if (cut === 0) return { text: line, start, end };
  return { text: `…${line.slice(cut)}`, start: start - cut + 1, end: end - cut + 1 };
}

function placeOf(code: string, offset: number): Place {
  const lines = code.slice(0, offset).split("\n");
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

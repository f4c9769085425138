import { analyze, type Finding, type Rule, type SourceFile } from "tls-rules";
import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { cutter, isPage, onlyScript, type Script, scriptsOf } from "../text/script-hosts.js";
import type { OpenText } from "./read-program.js";
import { createReading, type ReadText } from "./reading.js";

/** Reads the scripts of components and pages, each by itself, by these rules; all of them when undefined. */
export function scriptsReader(rules: readonly Rule[] | undefined, open: OpenText): ReadText {
  return (path, source, settings) => {
    const text = withoutByteOrderMark(source);
    const cut = cutter(text);
    const read = scriptsOf(path, text).flatMap((script) => {
      const { text: own, offset } = cut(script);
      const file = openScript(path, text, script, own, open);
      return file ? [{ script, file, offset }] : [];
    });
    const findings = read.flatMap(({ script, file, offset }) =>
      analyze(file, settings, rules).map((finding) => placedInFile(finding, offset, script)),
    );
    const comments = read.flatMap(({ file, offset }) =>
      (file.ast.comments ?? []).map(({ value, range }) => ({ value, range: moved(range, offset) })),
    );
    return createReading(text, findings, comments);
  };
}

/** Undefined for a script of a page that is no program before something else has filled it in. */
function openScript(path: string, text: string, script: Script, own: string, open: OpenText): SourceFile | undefined {
  const name = `${path}${script.extension}`;
  try {
    return open(name, own);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (isPage(path) && isTemplate(text.slice(...script.range))) return undefined;
    throw new SyntaxError(saidOfFile(name, text, script, open, error).replace(`${name}:`, `${path}:`), {
      cause: error,
    });
  }
}

/** What is wrong with a script, with its place in the file. */
function saidOfFile(name: string, text: string, script: Script, open: OpenText, { message }: SyntaxError): string {
  try {
    open(name, onlyScript(text, script));
    return message;
  } catch (error) {
    return (error as Error).message;
  }
}

function isTemplate(text: string): boolean {
  return /\{\{|\{%|<%|<\?/.test(text);
}

/** A finding of a script, in its file. An edit may take a line with it, and the tag stands on the script's first and last. */
export function placedInFile(
  finding: Finding,
  offset: number,
  { range: [start, end] }: Pick<Script, "range">,
): Finding {
  const edits = finding.edits.map(({ range, text }) => ({ range: moved(range, offset), text }));
  const placed = { ...finding, range: moved(finding.range, offset), edits };
  const isInside = edits.every(({ range }) => start <= range[0] && range[1] <= end);
  return isInside ? placed : { ...placed, edits: [], grade: "manual", remedy: "" };
}

function moved([start, end]: readonly [number, number], by: number): readonly [start: number, end: number] {
  return [start + by, end + by];
}

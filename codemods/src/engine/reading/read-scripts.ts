import { analyze, type Finding, type Rule, type SourceFile } from "tls-rules";
import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { isPage, onlyScript, type Script, scriptsOf } from "../text/script-hosts.js";
import type { OpenText } from "./read-program.js";
import { createReading, type ReadText } from "./reading.js";

/** Reads the scripts of components and pages, each by itself, by these rules; all of them when undefined. */
export function scriptsReader(rules: readonly Rule[] | undefined, open: OpenText): ReadText {
  return (path, source, settings) => {
    const text = withoutByteOrderMark(source);
    const read = scriptsOf(path, text).flatMap((script) => {
      const file = openScript(path, text, script, open);
      return file ? [{ script, file }] : [];
    });
    const findings = read.flatMap(({ script, file }) =>
      analyze(file, settings, rules).map((finding) => withinScript(finding, script)),
    );
    return createReading(
      text,
      findings,
      read.flatMap(({ file }) => file.ast.comments ?? []),
    );
  };
}

/** Undefined for a script of a page that is no program before something else has filled it in. */
function openScript(path: string, text: string, script: Script, open: OpenText): SourceFile | undefined {
  try {
    return open(`${path}${script.extension}`, onlyScript(text, script));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (isPage(path) && isTemplate(text.slice(...script.range))) return undefined;
    throw new SyntaxError(error.message.replace(`${path}${script.extension}:`, `${path}:`), { cause: error });
  }
}

function isTemplate(text: string): boolean {
  return /\{\{|\{%|<%|<\?/.test(text);
}

/** An edit may take a line with it, and the tag stands on the script's first and last. */
export function withinScript(finding: Finding, { range: [start, end] }: Pick<Script, "range">): Finding {
  const isInside = finding.edits.every(({ range }) => start <= range[0] && range[1] <= end);
  return isInside ? finding : { ...finding, edits: [], grade: "manual", remedy: "" };
}

import { analyze, type Rule, type SourceFile } from "tls-rules";
import { parseSource } from "./parse-source.js";
import { createReading, type ReadText } from "./reading.js";

/** Parses a text, by itself or so that its neighbours can be asked for. */
export type OpenText = (path: string, text: string) => SourceFile;

/** Reads JavaScript and TypeScript by these rules; all of them when undefined. */
export function programReader(rules: readonly Rule[] | undefined, open: OpenText = parseSource): ReadText {
  return (path, text, settings) => {
    const file = open(path, text);
    return createReading(file.text, analyze(file, settings, rules), file.ast.comments ?? []);
  };
}

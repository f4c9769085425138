import { analyze, type Rule } from "tls-rules";
import { parseSource } from "./parse-source.js";
import { createReading, type ReadText } from "./read-text.js";

/** Reads JavaScript and TypeScript by these rules; all of them when undefined. */
export function programReader(rules: readonly Rule[] | undefined): ReadText {
  return (path, text, settings) => {
    const file = parseSource(path, text);
    return createReading(file.text, analyze(file, settings, rules), file.ast.comments ?? []);
  };
}

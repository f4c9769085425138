import { analyzePython } from "tls-rules/python";
import { isPythonCandidateText } from "tls-rules/python/candidates";
import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { loadParser } from "../../syntax-trees/load-parser.js";
import { parsePython } from "../../syntax-trees/parse-python.js";
import type { Reader } from "./reader-for.js";
import { createReading } from "./reading.js";

/** Reads Python by the rules of these names; by all of them when undefined. */
export async function pythonReaderOf(names: readonly string[] | undefined): Promise<Reader> {
  const parser = await loadParser("python");
  return {
    isWorthReading: isPythonCandidateText,
    canBeMarked: false,
    read: (path, source, settings) => {
      const text = withoutByteOrderMark(source);
      const { problems, ...file } = parsePython(parser, path, text);
      const { findings, comments } = analyzePython(file, settings);
      const wanted = findings.filter(({ rule }) => names?.includes(rule) ?? true);
      return { ...createReading(text, wanted, comments), problems: problems.length };
    },
  };
}

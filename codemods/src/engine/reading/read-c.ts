import { analyzeC } from "tls-rules/c";
import { isCCandidateText, isCpp } from "tls-rules/c/candidates";
import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { loadParser } from "../../syntax-trees/load-parser.js";
import { parseC } from "../../syntax-trees/parse-c.js";
import type { Reader } from "./reader-for.js";
import { createReading } from "./reading.js";

/** Reads C and C++ by the rules of these names; by all of them when undefined. The grammar of C++ is loaded with its first file. */
export async function cReaderOf(names: readonly string[] | undefined, path: string): Promise<Reader> {
  const isHeader = path.endsWith(".h");
  const cpp = isHeader || isCpp(path, "") ? await loadParser("cpp") : undefined;
  const c = isHeader || !cpp ? await loadParser("c") : undefined;
  return {
    isWorthReading: isCCandidateText,
    canBeMarked: false,
    read: (name, source, settings) => {
      const text = withoutByteOrderMark(source);
      const { problems, ...file } = parseC((isCpp(name, text) ? cpp : c) ?? cpp ?? c!, name, text);
      const { findings, comments } = analyzeC(file, settings);
      const wanted = findings.filter(({ rule }) => names?.includes(rule) ?? true);
      return { ...createReading(text, wanted, comments), problems: problems.length };
    },
  };
}

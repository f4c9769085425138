import type { CFile } from "tls-rules/c";
import { type SyntaxProblem, toTree } from "./to-tree.js";
import type { Parser } from "./tree-sitter.js";

/** A parsed text, and where it does not parse: the preprocessor leaves of many a file what no grammar reads whole. */
export interface CParse extends CFile {
  readonly problems: readonly SyntaxProblem[];
}

/** Reads C, or C++ with that grammar's parser. @param text without a byte order mark. */
export function parseC(parser: Parser, path: string, text: string): CParse {
  const parsed = parser.parse(text);
  if (!parsed) throw new SyntaxError(`${path} could not be read as C.`);
  try {
    const { root, problems } = toTree(parsed);
    return { path, text, tree: root, problems };
  } finally {
    parsed.delete();
  }
}

import type { PyFile } from "tls-rules/python";
import { type SyntaxProblem, toTree } from "./to-tree.js";
import type { Parser } from "./tree-sitter.js";

/** A parsed text, and where it does not parse. Errors are local: what stands around one is read all the same. */
export interface PyParse extends PyFile {
  readonly problems: readonly SyntaxProblem[];
}

/** Reads Python 2 and 3. @param text without a byte order mark. */
export function parsePython(parser: Parser, path: string, text: string): PyParse {
  const parsed = parser.parse(text);
  if (!parsed) throw new SyntaxError(`${path} could not be read as Python.`);
  try {
    const { root, problems } = toTree(parsed, parser);
    return { path, text, tree: root, problems };
  } finally {
    parsed.delete();
  }
}

import { type CDefinition, type CFile, type CMacro, definitionsIn } from "tls-rules/c";
import { isCCandidateText } from "tls-rules/c/candidates";
import { type SyntaxProblem, toTree } from "./to-tree.js";
import type { Parser } from "./tree-sitter.js";

/** A parsed text, and where it does not parse: the preprocessor leaves of many a file what no grammar reads whole. */
export interface CParse extends CFile {
  readonly problems: readonly SyntaxProblem[];
}

/** Reads C, or C++ with that grammar's parser. @param text without a byte order mark. */
export function parseC(parser: Parser, path: string, text: string): CParse {
  const { root, problems } = parsed(parser, path, text);
  const definitions = definitionsIn(text).filter(({ range, body }) => isCCandidateText(text.slice(body, range[1])));
  return { path, text, tree: root, problems, macros: definitions.map((each) => macroIn(parser, path, text, each)) };
}

function parsed(parser: Parser, path: string, text: string, offset = 0) {
  const tree = parser.parse(text);
  if (!tree) throw new SyntaxError(`${path} could not be read as C.`);
  try {
    return toTree(tree, parser, offset);
  } finally {
    tree.delete();
  }
}

const before = "void macro(void) {";

/** To the grammar what a macro stands for is one token: it is read as the body of a function. */
function macroIn(parser: Parser, path: string, text: string, { range, body }: CDefinition): CMacro {
  const { root } = parsed(parser, path, `${before}${text.slice(body, range[1])};}`, body - before.length);
  return { range, tree: root };
}

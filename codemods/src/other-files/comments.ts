import type { Range } from "tls-rules/other-files";
import { otherFileKind } from "tls-rules/other-files/candidates";

/** A comment without the signs that begin it, as in a syntax tree. */
interface Comment {
  readonly value: string;
  readonly range: Range;
}

const lineComment = /(?<=^|[ \t])[#;](?<value>.*)$/gm;
/** JSON has no comments; npm ignores a property whose name begins with `//`. */
const commentProperty = /"\/\/[^"\r\n]*"\s*:\s*"(?<value>(?:\\.|[^"\\\r\n])*)"/g;

/**
 * What stands behind `#` (and `;`) in a file of one of these kinds, scripts inside it included; in package.json the properties named `//`.
 * Text in quotes that looks like a comment counts too: enough to look for this tool's own directives, which occur nowhere else.
 */
export function otherFileComments(path: string, text: string): readonly Comment[] {
  const pattern = otherFileKind(path) === "package-json" ? commentProperty : lineComment;
  return [...text.matchAll(pattern)].map((match) => ({
    value: match.groups!["value"]!.trimEnd(),
    range: [match.index, match.index + match[0].length],
  }));
}

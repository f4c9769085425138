import { readToolsJson, type Setting } from "tls-rules/other-files";
import { parseJson } from "../parse-json.js";

/** What the JSON of a tool sets, comments allowed. Throws a SyntaxError for a text that is no JSON. */
export default function readJsonOfTool(path: string, file: string): readonly Setting[] {
  const root = parseJson(path, file, { allowTrailingComma: true, disallowComments: false });
  return root ? readToolsJson(file, root) : [];
}

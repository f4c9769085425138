import { readPackageJson, type Setting } from "tls-rules/other-files";
import { parseJson } from "../parse-json.js";

/** What a package.json sets. Throws a SyntaxError for a text that is no JSON. */
export default function parsePackageJson(path: string, file: string): readonly Setting[] {
  const root = parseJson(path, file, { allowTrailingComma: false, disallowComments: true });
  return root ? readPackageJson(file, root) : [];
}

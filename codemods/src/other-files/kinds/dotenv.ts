import { environmentEntry, removeLines, type Setting, SourceText } from "tls-rules/other-files";
import { firstGroup, groupRange } from "../match-ranges.js";

const entry =
  /^[ \t]*(?<entry>(?:export[ \t]+)?(?<name>[\w-]+)(?:[ \t]*=|:[ \t])(?:[ \t]*(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>[^']*)'|`(?<backtick>[^`]*)`|(?<plain>[^# \t\r\n]+(?:[ \t]+[^# \t\r\n]+)*))|(?<empty>)))[ \t]*(?:#.*)?\r?$/dgm;

/** The variables of a .env file, as dotenv and `node --env-file` read it. */
export default function readDotenv(_path: string, file: string): readonly Setting[] {
  return [...file.matchAll(entry)].flatMap((match) => {
    const range = groupRange(match, "entry");
    const value = SourceText.verbatim(file, firstGroup(match, "double", "single", "backtick", "plain", "empty"));
    return environmentEntry({ name: match.groups!["name"]!, value, range, removal: removeLines(file, range) });
  });
}

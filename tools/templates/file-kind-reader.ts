import { environmentEntry, removeLines, type Setting, SourceText } from "tls-rules/other-files";
import { groupRange } from "../match-ranges.js";

const line = /^(?<entry>(?<name>\w+)=(?<value>(?:\S+(?:[ \t]+\S+)*)?))[ \t]*\r?$/dgm;

/** What a file of the kind __name__ sets. */
export default function read(_path: string, file: string): readonly Setting[] {
  return [...file.matchAll(line)].flatMap((match) => {
    const range = groupRange(match, "entry");
    const value = SourceText.verbatim(file, groupRange(match, "value"));
    return environmentEntry({ name: match.groups!["name"]!, value, range, removal: removeLines(file, range) });
  });
}

import { removeLines, type Setting, SourceText } from "tls-rules/other-files";
import { firstGroup, groupRange } from "../match-ranges.js";

const entry =
  /^[ \t]*(?<entry>(?<name>strict-ssl|node-options)[ \t]*=(?:[ \t]*(?:"(?<double>[^"\r\n]*)"|'(?<single>[^'\r\n]*)'|(?<plain>[^;# \t\r\n]+(?:[ \t]+[^;# \t\r\n]+)*))|(?<empty>)))[ \t]*(?:[;#].*)?\r?$/dgm;

/** The settings of a .npmrc that concern TLS; it is in the ini format, with comments behind `#` and `;` (https://docs.npmjs.com/cli/configuring-npm/npmrc). */
export default function readNpmrc(_path: string, file: string): readonly Setting[] {
  return [...file.matchAll(entry)].map((match): Setting => {
    const range = groupRange(match, "entry");
    const value = SourceText.verbatim(file, firstGroup(match, "double", "single", "plain", "empty"));
    return {
      kind: "npm-setting",
      name: match.groups!["name"]!,
      value,
      range,
      removal: removeLines(file, range),
      certainty: "proven",
      guard: undefined,
    };
  });
}

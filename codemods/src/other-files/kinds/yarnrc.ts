import { removeLines, type Setting, SourceText } from "tls-rules/other-files";
import { linesOf, placeIn } from "../lines.js";

const entry = /^(?<entry>"?strict-ssl"?[ \t]+(?:"(?<quoted>\w*)"|(?<plain>\w+)))$/d;

/** The settings of Yarn 1, a name and a value on each line (https://classic.yarnpkg.com/en/docs/yarnrc). */
export default function readYarnrc(_path: string, file: string): readonly Setting[] {
  return linesOf(file).flatMap((line): readonly Setting[] => {
    const match = entry.exec(line.text);
    if (!match) return [];
    const range = placeIn(line, match, "entry");
    const value = SourceText.verbatim(
      file,
      placeIn(line, match, match.groups!["plain"] === undefined ? "quoted" : "plain"),
    );
    const removal = removeLines(file, range);
    return [{ kind: "npm-setting", name: "strict-ssl", value, range, removal, certainty: "proven", guard: undefined }];
  });
}

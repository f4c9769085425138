import { type Setting, settingsOfScript, SourceText } from "tls-rules/other-files";
import { linesOf, placeIn } from "../lines.js";

const processType = /^[\w-]+:(?<command>.*)$/d;

/** The commands of a Procfile, one process type on each line (https://devcenter.heroku.com/articles/procfile). */
export default function readProcfile(_path: string, file: string): readonly Setting[] {
  return linesOf(file).flatMap((line) => {
    const match = processType.exec(line.text);
    return match ? settingsOfScript(SourceText.verbatim(file, placeIn(line, match, "command"))) : [];
  });
}

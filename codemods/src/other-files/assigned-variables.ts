import { environmentEntry, removeLines, type Setting, settingsOfScript, SourceText } from "tls-rules/other-files";
import { type Line, linesOf, placeIn } from "./lines.js";

const text = `(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>\\d+|true|false))`;
const assignment = new RegExp(
  String.raw`(?<entry>(?:(?<quote>["'])|(?<![\w"']))(?<name>[A-Za-z_]\w*)\k<quote>[ \t]*(?:=>?|:)[ \t]*${text})`,
  "dg",
);
const named = new RegExp(
  String.raw`(?<entry>\bname["']?[ \t]*[=:][ \t]*["'](?<name>\w+)["'][ \t]*,[ \t]*["']?value["']?[ \t]*[=:][ \t]*${text})`,
  "dg",
);
const inQuotes = /(?<entry>(?<quote>["'])(?<name>[A-Za-z_]\w*)=(?<plain>[^"'$]*)\k<quote>)/dg;
const forms = [assignment, named, inQuotes];
const script = /\b(?:sh|command|build|script)\b[ \t(]*(?:[=:][ \t]*)?(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/d;
const comment = /^[ \t]*(?:#|\/\/|\*)/;

/**
 * The variables that a file of assignments sets, in whatever block they stand: `NAME = "value"`, `{ name = "NAME", value = "…" }`, `"NAME=value"`;
 * and its commands. The names are unmistakable; what hands them to a process is not followed, so that they are likely.
 */
export function readAssignedVariables(_path: string, file: string): readonly Setting[] {
  return linesOf(file).flatMap((line) =>
    comment.test(line.text)
      ? []
      : [
          ...forms.flatMap((form) => [...line.text.matchAll(form)].flatMap((match) => variableOf(file, line, match))),
          ...commandOf(file, line),
        ],
  );
}

function variableOf(file: string, line: Line, match: RegExpExecArray): readonly Setting[] {
  const range = placeIn(line, match, "entry");
  const value = SourceText.verbatim(file, placeIn(line, match, writtenIn(match)));
  const removal = removeLines(file, range);
  return environmentEntry({ name: match.groups!["name"]!, value, range, removal }, "likely");
}

function commandOf(file: string, line: Line): readonly Setting[] {
  const match = script.exec(line.text);
  return match ? settingsOfScript(SourceText.verbatim(file, placeIn(line, match, writtenIn(match)))) : [];
}

function writtenIn(match: RegExpExecArray): string {
  return ["double", "single", "plain"].find((group) => match.groups![group] !== undefined)!;
}

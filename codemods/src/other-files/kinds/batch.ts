import { environmentEntry, removeLines, type Setting, SourceText } from "tls-rules/other-files";
import { commandSettingsIn } from "../line-commands.js";
import { type Line, linesOf, placeIn } from "../lines.js";

const comment = /^[@ \t]*(?:rem\b|::)/i;
const condition = /^[@ \t]*if[ \t]+(?<condition>[^ \t].*?)set/i;
// the prompt takes everything up to the operator as the value, blanks included; `setx` sets for the processes to come
const assignment =
  /\b(?<entry>set[ \t]+(?:"(?<quotedName>\w+)=(?<quoted>[^"]*)"|(?<name>\w+)=(?<plain>[^&|")]*))|setx[ \t]+(?<storedName>\w+)[ \t]+"?(?<stored>[^"\s&|]+)"?(?:[ \t]+\/m)?)/di;

/** What a script of the Windows command prompt sets (https://learn.microsoft.com/windows-server/administration/windows-commands/set_1). */
export default function readBatch(_path: string, file: string): readonly Setting[] {
  return linesOf(file).flatMap((line) =>
    comment.test(line.text) ? [] : [...variableIn(file, line), ...commandSettingsIn(file, line)],
  );
}

function conditionOf(text: string): string | undefined {
  const before = condition.exec(text)?.groups!["condition"]!.trimEnd();
  return before?.endsWith("(") ? before.slice(0, -1).trimEnd() : before;
}

function variableIn(file: string, line: Line): readonly Setting[] {
  const match = assignment.exec(line.text);
  if (!match) return [];
  const groups = match.groups!;
  const name = groups["quotedName"] ?? groups["name"] ?? groups["storedName"]!;
  const written = ["quoted", "plain", "stored"].find((group) => groups[group] !== undefined)!;
  const range = placeIn(line, match, "entry");
  const isAlone = /^[@ \t]*$/.test(line.text.slice(0, match.index));
  const removal = isAlone ? removeLines(file, [range[0] - match.index, range[1]]) : undefined;
  const value = SourceText.verbatim(file, placeIn(line, match, written));
  return environmentEntry({ name, value, range, removal, guard: conditionOf(line.text) });
}

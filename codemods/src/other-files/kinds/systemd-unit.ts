import {
  environmentEntry,
  lexShell,
  removeItems,
  removeLines,
  type Setting,
  settingsOfScript,
  SourceText,
} from "tls-rules/other-files";
import { type Line, linesOf, placeIn } from "../lines.js";

const entry = /^(?<key>Environment|Exec\w+)[ \t]*=[ \t]*[@:+!-]*(?<value>(?:[^ \t@:+!-].*)?)$/ds;

/** The environment and the commands of a unit (systemd.exec(5), systemd.service(5)). */
export default function readSystemdUnit(_path: string, file: string): readonly Setting[] {
  return linesOf(file, "\\").flatMap((line) => {
    const match = entry.exec(line.text);
    if (!match) return [];
    const value = SourceText.verbatim(file, placeIn(line, match, "value"));
    return match.groups!["key"] === "Environment" ? environmentIn(file, line, value) : settingsOfScript(value);
  });
}

/** Words `NAME=value`, quoted as in the shell where they hold blanks. */
function environmentIn(file: string, line: Line, value: SourceText): readonly Setting[] {
  const words = lexShell(value).tokens.flatMap((token) => (token.kind === "word" ? [token.word] : []));
  const ranges = words.map(({ start, end }) => value.rangeOf(start, end));
  return words.flatMap((word, index) => {
    const { text } = word.value;
    const at = text.indexOf("=");
    const whole = [line.start, line.start + line.text.length] as const;
    const removal = words.length === 1 ? removeLines(file, whole) : removeItems(file, ranges, index, index + 1);
    const [name, assigned] = [text.slice(0, at), word.value.slice(at + 1)];
    return at === -1 ? [] : environmentEntry({ name, value: assigned, range: ranges[index]!, removal });
  });
}

import type { EnvironmentVariable } from "../setting.js";
import { SourceText } from "../source-text.js";
import type { CommandLine } from "./command-line.js";
import { assignmentIn } from "./watched-variables.js";

/** `set NAME=0&& command` for Windows, whose command prompt takes everything up to the operator as the value, blanks included. */
export function setByCmdExe(file: string, line: CommandLine): readonly EnvironmentVariable[] {
  const [command, word] = line.words;
  const assignment =
    command !== undefined && /^set$/i.test(command.value.text) && line.words.length === 2
      ? assignmentIn(word!.value)
      : undefined;
  if (!assignment) return [];
  const [start, end] = assignment.value.rangeOf();
  const blanks = /^ *(?=&)/.exec(file.slice(end))?.[0].length ?? 0;
  const value = SourceText.verbatim(file, [start, end + blanks]);
  return [
    {
      kind: "variable",
      name: assignment.name,
      value,
      range: word!.range,
      removal: line.remove(0, 2),
      certainty: "likely",
      guard: line.guard,
    },
  ];
}

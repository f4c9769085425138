import { environmentEntry, removeLines, type Setting, SourceText } from "tls-rules/other-files";
import { commandSettingsIn } from "../line-commands.js";
import { type Line, linesOf, placeIn } from "../lines.js";

const value = `(?:"(?<double>[^"$]*)"|'(?<single>[^']*)'|(?<plain>\\d+))`;
const assignments = [
  String.raw`\$(?:env:|\{env:)(?<name>\w+)\}?[ \t]*=[ \t]*${value}`,
  String.raw`(?:Set-Item|New-Item|si)\b(?:[ \t]+-Path)?[ \t]+"?env:[\\/]?(?<name>\w+)"?(?:[ \t]+-Value)?[ \t]+${value}`,
  String.raw`\[(?:System\.)?Environment\]::SetEnvironmentVariable\([ \t]*["'](?<name>\w+)["'][ \t]*,[ \t]*${value}[^)]*\)`,
].map((pattern) => new RegExp(`(?<entry>${pattern})`, "di"));
const condition = /^[ \t}]*(?:else)?if[ \t]*\((?<condition>.*)\)[ \t]*\{/i;

/** What a PowerShell script sets (about_Environment_Variables), and under which condition. */
export default function readPowerShell(_path: string, file: string): readonly Setting[] {
  const blocks: (string | undefined)[] = [];
  return linesOf(file).flatMap((line) => {
    if (/^[ \t]*#/.test(line.text)) return [];
    const opened = condition.exec(line.text)?.groups!["condition"];
    const guard = opened ?? blocks.findLast((each) => each !== undefined);
    enterAndLeave(blocks, line.text, opened);
    return [
      ...assignments.flatMap((pattern) => variableIn(file, line, pattern, guard)),
      ...commandSettingsIn(file, line),
    ];
  });
}

function enterAndLeave(blocks: (string | undefined)[], text: string, opened: string | undefined): void {
  for (const [brace] of text.matchAll(/[{}]/g)) {
    if (brace === "{") blocks.push(opened);
    else blocks.pop();
  }
}

function variableIn(file: string, line: Line, pattern: RegExp, guard: string | undefined): readonly Setting[] {
  const match = pattern.exec(line.text);
  if (!match) return [];
  const written = ["double", "single", "plain"].find((group) => match.groups![group] !== undefined)!;
  const range = placeIn(line, match, "entry");
  return environmentEntry({
    name: match.groups!["name"]!,
    value: SourceText.verbatim(file, placeIn(line, match, written)),
    range,
    removal: removeLines(file, range),
    guard,
  });
}

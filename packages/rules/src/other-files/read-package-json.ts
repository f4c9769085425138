import { removeItems } from "../edits/text-edits.js";
import type { Setting } from "../setting.js";
import { SourceText } from "../source-text.js";
import type { CommandLine } from "./command-line.js";
import { settingsOfCommand } from "./command-settings.js";
import { environmentEntry } from "./environment-entry.js";
import { readJsonString } from "./json-string.js";
import type { JsonMember, JsonNode } from "./json-tree.js";
import { shellCommandLines } from "./shell/shell-command-lines.js";
import { assignmentIn } from "./watched-variables.js";

/** Where tools keep commands; `*` stands for any name or index. */
const commandPaths = [
  "scripts/*",
  "husky/hooks/*",
  "lint-staged/*",
  "lint-staged/*/*",
  "wireit/*/command",
  "nodemonConfig/exec",
].map((path) => new RegExp(`^${path.replaceAll("*", "[^/]*")}$`));

/** Linux starts no command with a longer argument, which is what a script is to the shell: such a script sets nothing. */
const longestScript = 131_072;

/** The scripts of a package.json, the commands of tools in it, and variables by their name. */
export function readPackageJson(file: string, root: JsonNode): readonly Setting[] {
  return settingsUnder(file, root, "");
}

function settingsUnder(file: string, node: JsonNode, path: string): readonly Setting[] {
  switch (node.kind) {
    case "string":
      return commandPaths.some((pattern) => pattern.test(path))
        ? settingsOfScript(file, readJsonString(file, node.range))
        : [];
    case "array":
      return node.elements.flatMap((element, index) => settingsUnder(file, element, below(path, String(index))));
    case "object":
      return node.members.flatMap((member, index) =>
        isComment(member)
          ? []
          : [...variableAt(file, node.members, index), ...settingsUnder(file, member.value, below(path, member.name))],
      );
    default:
      return [];
  }
}

/** npm never reads a property of this name, and says to keep comments there. */
function isComment({ name }: JsonMember): boolean {
  return name.startsWith("//");
}

function below(path: string, name: string): string {
  return path === "" ? name : `${path}/${name.replaceAll("/", "\\")}`;
}

/** A property named like one of the variables: tools such as nodemon, AVA and wireit make an environment of them. */
function variableAt(file: string, members: readonly JsonMember[], index: number): readonly Setting[] {
  const { name, value, range } = members[index]!;
  if (value.kind !== "string" && value.kind !== "number") return [];
  const text = value.kind === "string" ? readJsonString(file, value.range) : SourceText.verbatim(file, value.range);
  const removal = removeItems(
    file,
    members.map((member) => member.range),
    index,
    index + 1,
  );
  return environmentEntry({ name, value: text, range, removal }, "likely");
}

function settingsOfScript(file: string, script: SourceText): readonly Setting[] {
  if (script.text.length > longestScript) return [];
  return shellCommandLines(script).flatMap((line) => [...settingsOfCommand(line), ...setByCmdExe(file, line)]);
}

/** `set NAME=0&& command` for Windows, whose command prompt takes everything up to the operator as the value, blanks included. */
function setByCmdExe(file: string, line: CommandLine): readonly Setting[] {
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

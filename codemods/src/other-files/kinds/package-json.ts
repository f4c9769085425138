import type { Node } from "jsonc-parser";
import { settingsOfCommand } from "../command-settings.js";
import type { CommandLine } from "../command-line.js";
import { environmentEntry } from "../environment-entry.js";
import { readJsonString } from "../json-string.js";
import { jsonParser } from "../parsers.js";
import type { Setting } from "../setting.js";
import { shellCommandLines } from "../shell/shell-command-lines.js";
import { SourceText, type Range } from "../source-text.js";
import { syntaxError } from "../syntax-error.js";
import { removeItems } from "../text-edits.js";
import { assignmentIn } from "../watched-variables.js";

/** Where tools keep commands; `*` stands for any name or index. */
const commandPaths = ["scripts/*", "husky/hooks/*", "lint-staged/*", "lint-staged/*/*", "wireit/*/command", "nodemonConfig/exec"].map(
  (path) => new RegExp(`^${path.replaceAll("*", "[^/]*")}$`),
);

/** The scripts of a package.json, the commands of tools in it, and variables by their name. Throws a SyntaxError for a text that is no JSON. */
export function readPackageJson(path: string, file: string): readonly Setting[] {
  const { parseTree, printParseErrorCode } = jsonParser();
  const errors: { error: number; offset: number }[] = [];
  const root = parseTree(file, errors as never, { allowTrailingComma: false, disallowComments: true });
  const [first] = errors;
  if (first) throw syntaxError(path, file, first.offset, printParseErrorCode(first.error));
  return root ? settingsUnder(file, root, "") : [];
}

function settingsUnder(file: string, node: Node, path: string): readonly Setting[] {
  if (node.type === "string") return commandPaths.some((pattern) => pattern.test(path)) ? settingsOfScript(file, readJsonString(file, rangeOf(node))) : [];
  const children = node.children ?? [];
  return children.flatMap((child, index) => {
    if (child.type !== "property") return settingsUnder(file, child, below(path, String(index)));
    const [key, value] = child.children ?? [];
    if (!key || !value) return [];
    return [...variableAt(file, children, index), ...settingsUnder(file, value, below(path, String(key.value)))];
  });
}

function below(path: string, name: string): string {
  return path === "" ? name : `${path}/${name.replaceAll("/", "\\")}`;
}

function rangeOf({ offset, length }: Node): Range {
  return [offset, offset + length];
}

/** A property named like one of the variables: tools such as nodemon, AVA and wireit make an environment of them. */
function variableAt(file: string, properties: readonly Node[], index: number): readonly Setting[] {
  const property = properties[index]!;
  const [key, value] = property.children!;
  if (value!.type !== "string" && value!.type !== "number") return [];
  const text = value!.type === "string" ? readJsonString(file, rangeOf(value!)) : SourceText.verbatim(file, rangeOf(value!));
  const removal = removeItems(file, properties.map(rangeOf), index, index + 1);
  return environmentEntry({ name: String(key!.value), value: text, range: rangeOf(property), removal }, "likely");
}

function settingsOfScript(file: string, script: SourceText): readonly Setting[] {
  return shellCommandLines(script).flatMap((line) => [...settingsOfCommand(line), ...setByCmdExe(file, line)]);
}

/** `set NAME=0&& command` for Windows, whose command prompt takes everything up to the operator as the value, blanks included. */
function setByCmdExe(file: string, line: CommandLine): readonly Setting[] {
  const [command, word] = line.words;
  const assignment = command?.value.text === "set" && line.words.length === 2 ? assignmentIn(word!.value) : undefined;
  if (!assignment) return [];
  const [start, end] = assignment.value.rangeOf();
  const blanks = /^ *(?=&)/.exec(file.slice(end))?.[0].length ?? 0;
  const value = SourceText.verbatim(file, [start, end + blanks]);
  return [{ kind: "variable", name: assignment.name, value, range: word!.range, removal: line.remove(0, 2), certainty: "likely", guard: line.guard }];
}

import { removeItems } from "../edits/text-edits.js";
import type { Setting } from "../setting.js";
import { type Range, SourceText } from "../source-text.js";
import { setByCmdExe } from "./cmd-exe.js";
import { settingsOfCommand } from "./command-settings.js";
import { environmentEntry } from "./environment-entry.js";
import { readJsonString } from "./json-string.js";
import type { JsonMember, JsonNode } from "./json-tree.js";
import { listedCommand } from "./listed-command.js";
import { longestScript } from "./longest-script.js";
import { shellCommandLines } from "./shell/shell-command-lines.js";

/** Where JSON of one kind keeps what matters, by the path of a value: `scripts/start`. */
export interface JsonVocabulary {
  readonly isScript: (path: string) => boolean;
  /** A list of the words of a command, or of flags. */
  readonly isCommand?: (path: string) => boolean;
}

/** What JSON sets: its commands, and variables by their name wherever they stand. */
export function jsonSettings(file: string, node: JsonNode, vocabulary: JsonVocabulary, path = ""): readonly Setting[] {
  const settingsBelow = (value: JsonNode, name: string) => jsonSettings(file, value, vocabulary, below(path, name));
  switch (node.kind) {
    case "string":
      return vocabulary.isScript(path) ? settingsOfScript(file, readJsonString(file, node.range)) : [];
    case "array": {
      const ranges = node.elements.map(({ range }) => range);
      return [
        ...(vocabulary.isCommand?.(path) ? wordsOf(file, node.elements) : []),
        ...node.elements.flatMap((element, index) => [
          ...namedVariable(file, node.elements, ranges, index),
          ...settingsBelow(element, String(index)),
        ]),
      ];
    }
    case "object": {
      const ranges = node.members.map(({ range }) => range);
      return node.members.flatMap((member, index) =>
        isComment(member)
          ? []
          : [...variableAt(file, member, ranges, index), ...settingsBelow(member.value, member.name)],
      );
    }
    default:
      return [];
  }
}

function wordsOf(file: string, elements: readonly JsonNode[]): readonly Setting[] {
  const words = elements.flatMap(({ kind, range }) =>
    kind === "string" ? [{ value: readJsonString(file, range), range }] : [],
  );
  return settingsOfCommand(listedCommand(file, words));
}

/** `{ "name": "NODE_OPTIONS", "value": "…" }` in a list, as containers take their environment. */
function namedVariable(
  file: string,
  elements: readonly JsonNode[],
  ranges: readonly Range[],
  index: number,
): readonly Setting[] {
  const element = elements[index]!;
  if (element.kind !== "object") return [];
  const member = (wanted: string) => element.members.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const [name, value] = [member("name") ?? member("key"), member("value")];
  if (name?.kind !== "string" || value?.kind !== "string") return [];
  const removal = removeItems(file, ranges, index, index + 1);
  const text = readJsonString(file, name.range).text;
  return environmentEntry({ name: text, value: readJsonString(file, value.range), range: element.range, removal });
}

/** npm never reads a property of this name, and says to keep comments there. */
function isComment({ name }: JsonMember): boolean {
  return name.startsWith("//");
}

function below(path: string, name: string): string {
  return path === "" ? name : `${path}/${name.replaceAll("/", "\\")}`;
}

/** A property named like one of the variables: tools such as nodemon, AVA and wireit make an environment of them. */
function variableAt(
  file: string,
  { name, value, range }: JsonMember,
  ranges: readonly Range[],
  index: number,
): readonly Setting[] {
  if (value.kind !== "string" && value.kind !== "number") return [];
  const text = value.kind === "string" ? readJsonString(file, value.range) : SourceText.verbatim(file, value.range);
  const removal = removeItems(file, ranges, index, index + 1);
  return environmentEntry({ name, value: text, range, removal }, "likely");
}

function settingsOfScript(file: string, script: SourceText): readonly Setting[] {
  if (script.text.length > longestScript) return [];
  return shellCommandLines(script).flatMap((line) => [...settingsOfCommand(line), ...setByCmdExe(file, line)]);
}

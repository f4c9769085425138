import type { Edit } from "tls-rules";
import {
  environmentEntry,
  readJsonString,
  removeItems,
  removeLines,
  type Setting,
  settingsOfScript,
  SourceText,
} from "tls-rules/other-files";
import type { AST } from "toml-eslint-parser";
import { parseToml } from "../parse-toml.js";

/**
 * The variables that TOML of a tool sets, in whatever table they stand: `NAME = "value"`, `{ name = "NAME", value = "…" }`, `"NAME=value"`;
 * and its commands. The names are unmistakable; what hands them to a process is not followed, so that they are likely.
 */
export default function readTomlOfTool(path: string, file: string): readonly Setting[] {
  const [{ body }] = parseToml(path, file).body;
  return body.flatMap((part) =>
    part.type === "TOMLTable"
      ? part.body.flatMap((entry) => ofEntry(file, entry, namesOf(part.key)))
      : ofEntry(file, part, []),
  );
}

/** Keys whose texts are commands, and tables of such. */
const command = /^(?:command|cmd|script|run|build|start|exec|sh|before|after|shell)$|[-_.](?:command|cmd|script)$/i;
const commands = /^(?:scripts|tasks)$/;

function ofEntry(file: string, entry: AST.TOMLKeyValue, above: readonly string[]): readonly Setting[] {
  const names = namesOf(entry.key);
  const name = names.at(-1)!;
  const path = [...above, ...names];
  return [...ofVariable(file, name, entry), ...ofContent(file, entry.value, path)];
}

function ofVariable(file: string, name: string, entry: AST.TOMLKeyValue): readonly Setting[] {
  const value = textOf(file, entry.value);
  return value ? variable({ name, value, range: entry.range }, () => removalOf(file, entry)) : [];
}

/** A removal is looked for only where there is something to remove: a list may be long. */
function variable(
  entry: Pick<Parameters<typeof environmentEntry>[0], "name" | "value" | "range">,
  removal: () => readonly Edit[] | undefined,
): readonly Setting[] {
  return environmentEntry({ ...entry, removal: undefined }, "likely").map((found) =>
    found.isForeign ? found : { ...found, removal: removal() },
  );
}

function removalOf(file: string, { parent, range }: AST.TOMLKeyValue) {
  return parent.type === "TOMLInlineTable" ? takenOut(file, parent.body, range) : removeLines(file, range);
}

const rangesOf = new WeakMap<readonly AST.TOMLNode[], readonly AST.Range[]>();

function takenOut(file: string, all: readonly AST.TOMLNode[], range: AST.Range) {
  const ranges = rangesOf.get(all) ?? all.map((node) => node.range);
  rangesOf.set(all, ranges);
  const index = ranges.indexOf(range);
  return removeItems(file, ranges, index, index + 1);
}

function ofContent(file: string, content: AST.TOMLContentNode, path: readonly string[]): readonly Setting[] {
  switch (content.type) {
    case "TOMLInlineTable":
      return [...ofPair(file, content), ...content.body.flatMap((entry) => ofEntry(file, entry, path))];
    case "TOMLArray":
      return content.elements.flatMap((element) => [
        ...ofAssignment(file, element, content.elements),
        ...ofContent(file, element, path),
      ]);
    default:
      return ofScript(file, content, path);
  }
}

/** `{ name = "NAME", value = "0" }`. */
function ofPair(file: string, { body }: AST.TOMLInlineTable): readonly Setting[] {
  const [name, value] = ["name", "value"].map((key) => body.find((entry) => namesOf(entry.key).join(".") === key));
  const [text, set] = [name && textOf(file, name.value), value && textOf(file, value.value)];
  if (!text || !set) return [];
  const range = [Math.min(name!.range[0], value!.range[0]), Math.max(name!.range[1], value!.range[1])] as const;
  return variable({ name: text.text, value: set, range }, () => undefined);
}

/** `"NAME=0"` in a list. */
function ofAssignment(
  file: string,
  element: AST.TOMLContentNode,
  all: readonly AST.TOMLContentNode[],
): readonly Setting[] {
  const text = textOf(file, element);
  const [head, name] = (text && /^([A-Za-z_]\w*)=/.exec(text.text)) ?? [];
  if (!text || name === undefined) return [];
  return variable({ name, value: text.slice(head!.length), range: element.range }, () =>
    takenOut(file, all, element.range),
  );
}

function ofScript(file: string, content: AST.TOMLContentNode, path: readonly string[]): readonly Setting[] {
  const script =
    path.some((name) => commands.test(name)) || command.test(path.at(-1)!) ? textOf(file, content) : undefined;
  return script ? settingsOfScript(script) : [];
}

function namesOf({ keys }: AST.TOMLKey): readonly string[] {
  return keys.map((key) => (key.type === "TOMLBare" ? key.name : key.value));
}

/** What a string, number or boolean says, with its places in the file. */
function textOf(file: string, content: AST.TOMLContentNode): SourceText | undefined {
  if (content.type !== "TOMLValue" || content.kind === "offset-date-time") return;
  if (content.kind !== "string") return SourceText.verbatim(file, content.range);
  const [start, end] = content.range;
  if (!content.multiline) {
    return content.style === "basic"
      ? readJsonString(file, content.range)
      : SourceText.verbatim(file, [start + 1, end - 1]);
  }
  // a line break right behind the opening quotes is no part of the text
  const from = start + (/^.{3}(?:\r?\n)?/.exec(file.slice(start, end))?.[0].length ?? 3);
  return SourceText.verbatim(file, [Math.min(from, end - 3), end - 3]);
}

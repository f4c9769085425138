import type { EnvironmentVariable, Setting } from "../../setting.js";
import { settingsOfCommand, settingsOfScript } from "../command-settings.js";
import { environmentEntry } from "../environment-entry.js";
import { listedCommand } from "../listed-command.js";
import { vocabularyOf, type YamlKind } from "../other-file-kind.js";
import { assignmentIn } from "../watched-variables.js";
import { scalarText } from "./scalar-text.js";
import { keyOf, YamlFile } from "./yaml-file.js";
import type { YamlMap, YamlNode, YamlPair } from "./yaml-tree.js";

/**
 * The variables and commands of a YAML file.
 * @param documents the contents of its documents, with ranges in `text`.
 */
export function readYaml(
  kind: YamlKind,
  text: string,
  documents: readonly (YamlNode | undefined)[],
): readonly Setting[] {
  const vocabulary = vocabularyOf(kind)!;
  const { environments, scripts, commands, npmSettings = {}, isOpen = false } = vocabulary;
  const file = new YamlFile(text, documents);
  const found = file.pairs.flatMap((pair) => {
    const name = keyOf(pair);
    const value = file.resolve(pair.value);
    if (name === undefined || !value) return [];
    if (environments.includes(name) && value.kind !== "scalar") return environmentIn(file, value);
    if (scripts.includes(name) && isForPosixShell(file, pair)) return scriptsIn(file, value);
    if (Object.hasOwn(npmSettings, name)) return npmSettingOf(file, pair, npmSettings[name]!);
    return commands.includes(name) ? commandIn(file, value) : [];
  });
  return isOpen ? withVariablesAnywhere(file, found) : found;
}

/** A variable in a file of a shape that is not known, where it has not been met in an environment. */
function withVariablesAnywhere(file: YamlFile, found: readonly Setting[]): readonly Setting[] {
  const met = new Set(found.flatMap((setting) => (setting.kind === "variable" ? [setting.range[0]] : [])));
  const others = file.pairs
    .filter((pair) => !isNamedBeside(file, pair))
    .flatMap((pair) => variableOf(file, pair, "likely"))
    .filter(({ range: [start] }) => !met.has(start));
  return [...found, ...others, ...file.maps.flatMap((map) => namedVariable(file, map))];
}

const names = new Set(["name", "Name", "key", "Key"]);
const values = new Set(["value", "Value"]);

/** Whether a pair is the value of a variable that another one names. */
function isNamedBeside(file: YamlFile, pair: YamlPair): boolean {
  return values.has(keyOf(pair) ?? "") && [...names].some((name) => file.siblingOf(pair, name));
}

/** `{ name: NODE_OPTIONS, value: … }`, as containers and pipelines take their environment. */
function namedVariable(file: YamlFile, map: YamlMap): readonly Setting[] {
  const name = map.pairs.find((pair) => names.has(keyOf(pair) ?? ""));
  const value = map.pairs.find((pair) => values.has(keyOf(pair) ?? ""));
  const named = file.resolve(name?.value);
  const node = file.resolve(value?.value);
  const text = node?.kind === "scalar" ? scalarText(file.text, node) : undefined;
  if (named?.kind !== "scalar" || !text) return [];
  const [start] = file.rangeOf(name!);
  const [valueStart, end] = file.rangeOf(value!);
  const range = start < valueStart ? ([start, end] as const) : file.rangeOf(value!);
  return environmentEntry({ name: named.text, value: text, range, removal: file.removeItem(map) });
}

function npmSettingOf(file: YamlFile, pair: YamlPair, name: string): readonly Setting[] {
  const node = file.resolve(pair.value);
  const value = node?.kind === "scalar" ? scalarText(file.text, node) : undefined;
  const common = {
    range: file.rangeOf(pair),
    removal: file.remove(pair),
    certainty: "proven",
    guard: undefined,
  } as const;
  return value ? [{ kind: "npm-setting", name, value, ...common }] : [];
}

function environmentIn(file: YamlFile, environment: YamlNode): readonly Setting[] {
  if (environment.kind === "map") return file.entriesOf(environment).flatMap((pair) => variableOf(file, pair));
  return environment.kind === "sequence" ? environment.items.flatMap((item) => listedVariable(file, item)) : [];
}

function variableOf(
  file: YamlFile,
  pair: YamlPair,
  certainty: EnvironmentVariable["certainty"] = "proven",
): readonly EnvironmentVariable[] {
  const resolved = file.resolve(pair.value);
  // GitLab also takes a map with a description beside the value
  const node = resolved?.kind === "map" ? file.pairOf(resolved, "value")?.value : resolved;
  const value = node?.kind === "scalar" ? scalarText(file.text, node) : undefined;
  if (!value) return [];
  const entry = { name: keyOf(pair) ?? "", value, range: file.rangeOf(pair), removal: file.remove(pair) };
  return environmentEntry(entry, certainty);
}

function listedVariable(file: YamlFile, item: YamlNode | undefined): readonly Setting[] {
  const resolved = file.resolve(item);
  const text = resolved?.kind === "scalar" ? scalarText(file.text, resolved) : undefined;
  const assignment = text && assignmentIn(text);
  return assignment
    ? environmentEntry({ ...assignment, range: file.rangeOf(resolved!), removal: file.remove(item!) })
    : [];
}

/** A workflow step may name another shell, whose language is not read. */
function isForPosixShell(file: YamlFile, pair: YamlPair): boolean {
  const shell = file.siblingOf(pair, "shell")?.value;
  return shell?.kind !== "scalar" || /^(ba|z|da|k)?sh\b/.test(shell.text);
}

function scriptsIn(file: YamlFile, node: YamlNode | undefined): readonly Setting[] {
  if (node?.kind === "sequence") return node.items.flatMap((item) => scriptsIn(file, file.resolve(item)));
  const script = node?.kind === "scalar" ? scalarText(file.text, node) : undefined;
  return script ? settingsOfScript(script) : [];
}

function commandIn(file: YamlFile, node: YamlNode): readonly Setting[] {
  if (node.kind !== "sequence") return scriptsIn(file, node);
  if (node.items.some((item) => item?.kind === "scalar" && item.text === "CMD-SHELL")) return scriptsIn(file, node);
  const words = node.items.flatMap((item) => {
    const value = item?.kind === "scalar" ? scalarText(file.text, item) : undefined;
    return value ? [{ value, range: file.rangeOf(item!), item: item! }] : [];
  });
  return settingsOfCommand(
    listedCommand(file.text, words, (from, to) => (to - from === 1 ? file.remove(words[from]!.item) : undefined)),
  );
}

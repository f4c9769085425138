import type { Node, Scalar, YAMLMap } from "yaml";
import { settingsOfCommand, settingsOfScript } from "../command-settings.js";
import { environmentEntry } from "../environment-entry.js";
import { listedCommand } from "../listed-command.js";
import { yamlParser } from "../parsers.js";
import type { Setting } from "../setting.js";
import { assignmentIn } from "../watched-variables.js";
import { scalarText } from "./scalar-text.js";
import { YamlFile, type YamlPair } from "./yaml-file.js";

/** Under which keys a kind of YAML file keeps what matters; they count at every level. */
export interface YamlVocabulary {
  /** Maps of variables, or lists of `NAME=value`. */
  readonly environments: readonly string[];
  /** Shell text, or lists of it. */
  readonly scripts: readonly string[];
  /** One command, as text or as the list of its words. */
  readonly commands: readonly string[];
}

/** The variables and commands of a YAML file. Throws a SyntaxError for a text that is no YAML. */
export function readYaml(path: string, text: string, vocabulary: YamlVocabulary): readonly Setting[] {
  const file = new YamlFile(path, text);
  return file.pairs.flatMap((pair) => {
    const name = String(pair.key?.value);
    const value = file.resolve(pair.value);
    if (!value) return [];
    if (vocabulary.environments.includes(name)) return environmentIn(file, value);
    if (vocabulary.scripts.includes(name) && isForPosixShell(file, pair)) return scriptsIn(file, value);
    return vocabulary.commands.includes(name) ? commandIn(file, value) : [];
  });
}

function environmentIn(file: YamlFile, environment: Node): readonly Setting[] {
  const { isMap, isSeq } = yamlParser();
  if (isMap(environment)) return file.entriesOf(environment as YAMLMap).flatMap((pair) => variableOf(file, pair));
  return isSeq<Node>(environment) ? environment.items.flatMap((item) => listedVariable(file, item)) : [];
}

function variableOf(file: YamlFile, pair: YamlPair): readonly Setting[] {
  const { isMap, isScalar } = yamlParser();
  const resolved = file.resolve(pair.value);
  // GitLab also takes a map with a description beside the value
  const node = isMap(resolved) ? resolved.get("value", true) : resolved;
  const value = isScalar(node) ? scalarText(file.text, node) : undefined;
  if (!value) return [];
  return environmentEntry({ name: String(pair.key?.value), value, range: file.rangeOf(pair), removal: file.remove(pair) });
}

function listedVariable(file: YamlFile, item: Node): readonly Setting[] {
  const resolved = file.resolve(item);
  const text = yamlParser().isScalar(resolved) ? scalarText(file.text, resolved) : undefined;
  const assignment = text && assignmentIn(text);
  return assignment ? environmentEntry({ ...assignment, range: file.rangeOf(resolved!), removal: file.remove(item) }) : [];
}

/** A workflow step may name another shell, whose language is not read. */
function isForPosixShell(file: YamlFile, pair: YamlPair): boolean {
  const shell = file.siblingOf(pair, "shell")?.value as Scalar | undefined;
  return shell === undefined || /^(ba|z|da|k)?sh\b/.test(String(shell.value));
}

function scriptsIn(file: YamlFile, node: Node | null | undefined): readonly Setting[] {
  const { isScalar, isSeq } = yamlParser();
  if (isSeq<Node>(node)) return node.items.flatMap((item) => scriptsIn(file, file.resolve(item)));
  const script = isScalar(node) ? scalarText(file.text, node) : undefined;
  return script ? settingsOfScript(script) : [];
}

function commandIn(file: YamlFile, node: Node): readonly Setting[] {
  const { isSeq, isScalar } = yamlParser();
  if (!isSeq<Node>(node)) return scriptsIn(file, node);
  if (node.items.some((item) => isScalar(item) && item.value === "CMD-SHELL")) return scriptsIn(file, node);
  const words = node.items.flatMap((item) => {
    const value = isScalar(item) ? scalarText(file.text, item) : undefined;
    return value ? [{ value, range: file.rangeOf(item), item }] : [];
  });
  return settingsOfCommand(listedCommand(file.text, words, (from, to) => (to - from === 1 ? file.remove(words[from]!.item) : undefined)));
}

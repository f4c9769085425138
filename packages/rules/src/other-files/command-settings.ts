import type { EnvironmentVariable, NodeFlags, Setting } from "../setting.js";
import type { CommandLine, CommandWord } from "./command-line.js";
import { type DefaultValue, defaultValueIn } from "./default-value.js";
import { environmentEntry } from "./environment-entry.js";
import { flagsIn, scriptIndex } from "./node-flags.js";
import { npmSettingsIn } from "./npm-settings.js";
import { type HereDocument, lexShell } from "./shell/lex-shell.js";
import { shellCommandLines } from "./shell/shell-command-lines.js";
import { unverifiedFetches } from "./unverified-fetches.js";
import { assignmentIn, gitVariable } from "./watched-variables.js";

/** What these commands print, search or compare does not come into force; `set` has no effect on the environment in a POSIX shell. */
const inert =
  /^(?:echo|printf|cat|e?grep|rg|sed|awk|git|test|\[\[?|unset|set|SET|Set|case|expect|log|info|warn|error)$/;
/** What is written there is in the environment of what starts later. */
const environmentFile =
  /GITHUB_ENV|BASH_ENV|(?:^|[\/])(?:[\w.-]*\.env(?:\.[\w.-]+)?|\.envrc|\.bashrc|\.profile|environment)"?$/;
/** Commands whose words `NAME=value` go into the environment of this or another process. */
const assigning =
  /^(?:export|declare|typeset|readonly|env|cross-env|cross-env-shell|sudo|docker|podman|docker-compose)$/;
/** Those that are nothing without such a word. */
const onlyAssigning = /^(?:export|declare|typeset|readonly|env|cross-env|cross-env-shell)$/;
/** Those among them that print what there is where they are given no name. */
const declaring = /^(?:export|declare|typeset|readonly)$/;
const shell = /^(?:sh|bash|zsh|dash|ash|ksh)$/;
/** Commands whose every word is a script. */
const runsScripts = /^(?:eval|concurrently)$/;
/** A quoted word that runs Node, as `nodemon --exec` and `forever -c` take it. */
const nodeCommand = /^(?:\w+=\S* +)*(?:\S*\/)?node +\S/;

/** What a command sets for the processes that it starts and for those that come after it. */
export function settingsOfCommand(line: CommandLine): readonly Setting[] {
  const command = commandOf(line);
  const fetches = unverifiedFetches(line);
  if (inert.test(command.name)) {
    const isExport = line.outputs.some((output) => environmentFile.test(output));
    return [...fetches, ...variablesOfGit(line, command), ...(isExport ? exported(line) : [])];
  }
  const scripts = scriptWords(line, command);
  return [
    ...fetches,
    ...variablesIn(line, command, scripts),
    ...scripts.flatMap(({ value }) => settingsOfScript(value)),
    ...nodeFlagsIn(line),
    ...npmSettingsIn(line, command),
  ];
}

/** What stands in front of `git` for this one command. */
function variablesOfGit(line: CommandLine, command: CommandName): readonly EnvironmentVariable[] {
  if (command.name !== "git") return [];
  const [start] = line.words[command.index]!.range;
  return variablesIn(line, command, []).filter(({ name, range }) => name === gitVariable && range[1] <= start);
}

/** What a shell script sets. */
export function settingsOfScript(script: CommandWord["value"]): readonly Setting[] {
  const commands = shellCommandLines(script).flatMap(settingsOfCommand);
  return script.text.includes("<<")
    ? [...commands, ...lexShell(script).documents.flatMap(variablesOfDocument)]
    : commands;
}

/** Lines `NAME=value` that `cat > .env <<EOF` writes. */
function variablesOfDocument({ opening, body }: HereDocument): readonly Setting[] {
  if (!opening.split(/[\s<>]+/).some((word) => environmentFile.test(word))) return [];
  return [...body.text.matchAll(/^(?<name>[\w-]+)=(?<value>[^\r\n]*)/dgm)].flatMap((match) => {
    const value = body.slice(...match.indices!.groups!["value"]!);
    const range = body.rangeOf(match.index, match.index + match[0].length);
    return environmentEntry({ name: match.groups!["name"]!, value, range, removal: undefined });
  });
}

/** The word that names what is run. */
export interface CommandName {
  /** Without its folder; empty where there are only assignments. */
  readonly name: string;
  readonly index: number;
}

function commandOf({ words }: CommandLine): CommandName {
  const found = words.findIndex(({ value }) => !/^\w+=/.test(value.text));
  return found === -1 ? { name: "", index: words.length } : { name: baseName(words[found]!), index: found };
}

function baseName({ value }: CommandWord): string {
  return value.text.replace(/^.*[\\/]/, "");
}

/** The words that are scripts themselves: behind the `c` of `sh -c`, say. */
function scriptWords({ words }: CommandLine, { name, index }: CommandName): readonly CommandWord[] {
  if (runsScripts.test(name)) return words.slice(index + 1);
  const option = shell.test(name) ? words.findIndex(({ value }, at) => at > index && /^-\w*c$/.test(value.text)) : -1;
  return option === -1
    ? words.filter(({ value }) => nodeCommand.test(value.text))
    : words.slice(option + 1, option + 2);
}

function variablesIn(
  line: CommandLine,
  command: CommandName,
  scripts: readonly CommandWord[],
): readonly EnvironmentVariable[] {
  const { words, guard } = line;
  return words.flatMap((word, index) => {
    const assignment = scripts.includes(word) ? undefined : assignmentIn(word.value);
    if (!assignment) return command.name === ":" ? assignedDefault(word) : [];
    const isProven = index < command.index ? command.index < words.length : assigning.test(command.name);
    const start = startOf(line, index, command);
    const common = {
      ...assignment,
      kind: "variable",
      range: word.range,
      certainty: isProven ? "proven" : "likely",
    } as const;
    const otherwise = defaultOf(word);
    if (otherwise) return [{ ...common, ...otherwise, removal: undefined, isForeign: true }];
    const removal = start === undefined ? undefined : line.remove(start, index + 1);
    return [{ ...common, removal, guard, isForeign: start === undefined }];
  });
}

/** What `NAME="${NAME:-0}"` assigns where nobody has. */
function defaultOf({ written }: CommandWord): DefaultValue | undefined {
  const value = /^[\w-]+=(["']?)(?<value>\$\{[^"']*\})\1$/d.exec(written?.text ?? "")?.indices!.groups!["value"];
  return value && defaultValueIn(written!.slice(...value));
}

const defaultAssignment = /^"?(?<value>\$\{(?<name>\w+):?=[^{}$]*\})"?$/d;

/** `: "${NAME:=0}"`, the shell's way to give a variable a value that has none. */
function assignedDefault({ written, range }: CommandWord): readonly EnvironmentVariable[] {
  const match = defaultAssignment.exec(written?.text ?? "");
  const value = match && written!.slice(...match.indices!.groups!["value"]!);
  return value ? environmentEntry({ name: match.groups!["name"]!, value, range, removal: undefined }, "likely") : [];
}

/**
 * Where the words begin that have to go with an assignment: `--env` before it, `cross-env` when it has no other one.
 * Undefined for a command that may be nothing without the word, such as `heroku config:set NAME=0`.
 */
function startOf({ words }: CommandLine, index: number, command: CommandName): number | undefined {
  const textAt = (at: number) => words[at]?.value.text ?? "";
  if (/^(?:-e|--env|--build-arg)$/.test(textAt(index - 1))) return index - 1;
  if (index > command.index && !assigning.test(command.name)) return undefined;
  const hasOnlyFlags = () => words.slice(command.index + 1, index).every(({ value }) => value.text.startsWith("-"));
  const isOnly = declaring.test(command.name)
    ? index === words.length - 1 && hasOnlyFlags()
    : index === command.index + 1 && !/^\w+=/.test(textAt(index + 1));
  if (!isOnly || !onlyAssigning.test(command.name)) return index;
  // without it a quoted script would be the name of a program
  return command.name === "cross-env-shell" && isQuoted(words[index + 1]) ? index : command.index;
}

function isQuoted(word: CommandWord | undefined): boolean {
  return word !== undefined && word.range[1] - word.range[0] !== word.value.text.length;
}

/** `echo "NAME=value" >> "$GITHUB_ENV"`, or into a file that is read as the environment, sets a variable for the steps that follow. */
function exported(line: CommandLine): readonly Setting[] {
  const { words, guard } = line;
  return words.flatMap(({ value, range }): readonly Setting[] => {
    const assignment = assignmentIn(value);
    return assignment
      ? [{ ...assignment, kind: "variable", range, removal: line.remove(0, words.length), certainty: "proven", guard }]
      : [];
  });
}

/** The flags of `node` up to its script; those of another command are handed on to Node by it. */
function nodeFlagsIn(line: CommandLine): readonly NodeFlags[] {
  const node = line.words.findIndex((word) => /^node(?:js)?(?:\.exe)?$/.test(baseName(word)));
  const flags = node === -1 ? flagsIn(line) : flagsIn(line, node + 1, scriptIndex(line, node));
  return flags.length > 0
    ? [{ kind: "node-flags", flags, certainty: node === -1 ? "likely" : "proven", guard: line.guard }]
    : [];
}
